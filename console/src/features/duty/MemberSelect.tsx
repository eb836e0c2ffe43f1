import type { DutyCalendar } from '@liandong/shared/duty';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  members: DutyCalendar['members'];
  value: string;
  onChange: (memberId: string) => void;
  /** The word for nobody, where nobody may be chosen. */
  nobody?: string;
  first?: boolean;
  testid?: string;
}

/** Somebody of the team, with the post. */
export function MemberSelect({ label, members, value, onChange, nobody, first = false, testid }: Props) {
  const { t } = useTranslation('signs');
  return (
    <label>
      {label}
      <select
        className="field"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-first-focus={first ? '' : undefined}
        data-testid={testid}
      >
        {nobody !== undefined && <option value="">{nobody}</option>}
        {members.map(({ memberId, name, post }) => (
          <option key={memberId} value={memberId}>
            {name} · {t(`post.${post}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
