import { useTranslation } from 'react-i18next';
import type { Calendar } from './use-duty';

interface Props {
  members: Calendar['members'];
  chosen: readonly string[];
  onChange: (memberIds: readonly string[]) => void;
}

/** People in the order they are pressed; pressed again they are out. */
export function RotationPeople({ members, chosen, onChange }: Props) {
  const { t } = useTranslation(['duty', 'signs']);
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset>
      <legend>{t('duty:rotation.members')}</legend>
      <div className="rotation-people">
        {members.map(({ memberId, name, post }, index) => {
          const place = chosen.indexOf(memberId);
          return (
            <button
              key={memberId}
              type="button"
              className="btn"
              aria-pressed={place >= 0}
              data-first-focus={index === 0 ? '' : undefined}
              onClick={() => toggle(memberId)}
              data-testid="rotation-member"
            >
              <b className="num">{place >= 0 ? place + 1 : '·'}</b> {name}
              <small className="faint">{t(`signs:post.${post}`)}</small>
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
