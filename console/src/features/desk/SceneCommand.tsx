import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog';
import { useKeys } from '../../ui/keys';
import { notify } from '../../ui/notice';
import { copyText } from './copy-text';
import { showCommander, useDesk } from './desk-state';

/** 13800000000 → 138 0000 0000: as it is read out. */
const spoken = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');

interface Props {
  incident: Pick<IncidentView, 'sceneCommand' | 'sceneCommander' | 'leadTeamCode'>;
  orders: readonly OrderView[];
}

/** Who commands at the scene and which team leads there; a key shows the phone large and copies it. */
export function SceneCommand({ incident, orders }: Props) {
  const { t } = useTranslation(['desk', 'acts']);
  const shown = useDesk((desk) => desk.commander);
  const { sceneCommand: post, sceneCommander: person, leadTeamCode } = incident;
  const show = (): void => {
    if (person === null) return;
    showCommander(true);
    void copyText(person.phone).then((copied) => {
      if (copied) notify(t('acts:commander.copied', { phone: person.phone }));
    });
  };
  useKeys({ i: show }, { enabled: person !== null });
  if (post === null && person === null && leadTeamCode === null) return null;
  const lead = orders.find((order) => order.teamCode === leadTeamCode);
  return (
    <div className="scene-command" data-testid="scene-command">
      <div className="who">
        <div>
          {t('desk:sceneCommand')} {post}
        </div>
        <div>
          {person !== null && <b>{person.name}</b>}
          {person !== null && leadTeamCode !== null && ' · '}
          {leadTeamCode !== null && (
            <span data-testid="lead-team" title={lead?.teamName}>
              {t('acts:lead')} <b>{lead?.teamShortName ?? leadTeamCode}</b>
            </span>
          )}
        </div>
      </div>
      {person === null ? (
        <span className="warn">{t('acts:commander.nobody')}</span>
      ) : (
        <button type="button" className="phone num" title={t('acts:commander.show')} onClick={show}>
          {spoken(person.phone)} <kbd>I</kbd>
        </button>
      )}
      {shown && person !== null && (
        <Dialog title={t('desk:sceneCommand')} onClose={() => showCommander(false)} width={560}>
          <div className="body commander-card" data-testid="commander-card">
            <p>{post}</p>
            <p className="name">{person.name}</p>
            <a className="num large" href={`tel:${person.phone}`}>
              {spoken(person.phone)}
            </a>
          </div>
        </Dialog>
      )}
    </div>
  );
}
