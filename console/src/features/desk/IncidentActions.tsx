import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { useKeys } from '../../ui/keys';
import { closeIncident } from './actions';
import type { Shown } from './Detail';
import { ask, openDispatch } from './desk-state';
import { closesFreely, type IncidentAct } from './incident-acts.rules';
import { MoreMenu } from './MoreMenu';
import { usePossibleActs } from './use-possible-acts';

/** Shown as buttons of their own, not in the menu. */
const IN_FRONT: readonly IncidentAct[] = ['situation', 'close'];

/** What can be done with the incident as a whole: send more, report, close; the rest behind 更多. */
export function IncidentActions({ shown }: { shown: Shown }) {
  const { t } = useTranslation(['desk', 'acts']);
  const { may } = useSession();
  const { incident, orders } = shown;
  const acts = usePossibleActs(shown);
  const asks = (act: IncidentAct) => (): void => {
    if (acts.includes(act)) ask({ of: 'incident', act });
  };
  useKeys({ s: asks('situation'), u: asks('upward'), n: asks('note') });
  const open = incident.status === 'open';
  if (!may('incident.take') || (acts.length === 0 && !open)) return null;
  const freely = closesFreely(orders);
  const close = (): void => {
    if (freely) void closeIncident(incident.id);
    else ask({ of: 'incident', act: 'close' });
  };
  return (
    <div className="incident-actions">
      {open && (
        <button
          type="button"
          className={orders.length === 0 ? 'btn primary' : 'btn'}
          onClick={() => openDispatch()}
          data-testid="open-dispatch"
          data-detail-focus
        >
          {t(orders.length === 0 ? 'desk:dispatch' : 'desk:dispatchMore')} <kbd>F4</kbd>
        </button>
      )}
      {acts.includes('situation') && (
        <button type="button" className="btn ghost" onClick={asks('situation')} data-testid="act-situation">
          {t('acts:act.situation')} <kbd>S</kbd>
        </button>
      )}
      {open && (
        <button
          type="button"
          className={freely ? 'btn primary' : 'btn ghost'}
          disabled={!acts.includes('close')}
          title={acts.includes('close') ? undefined : t('desk:closeNeeds')}
          onClick={close}
          data-testid="close-incident"
        >
          {t(acts.includes('close') && !freely ? 'desk:closeWaived' : 'desk:close')}
        </button>
      )}
      <MoreMenu incidentId={incident.id} acts={acts.filter((act) => !IN_FRONT.includes(act))} />
    </div>
  );
}
