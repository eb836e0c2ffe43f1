import { INVALID_CODES } from '@liandong/shared/incident';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { closeIncident, type InvalidCode, invalidate } from './actions';
import type { Shown } from './Detail';
import { openDispatch } from './desk-state';
import { allEnded } from './order.rules';

/** What can be done with the incident as a whole: send more, close, judge invalid. */
export function IncidentActions({ shown: { incident, orders } }: { shown: Shown }) {
  const { t } = useTranslation(['desk', 'signs']);
  const { may } = useSession();
  const [asking, setAsking] = useState<'close' | 'invalid' | null>(null);
  if (incident.status !== 'open' || !may('incident.take')) return null;
  const ended = allEnded(orders);
  const mayClose = (ended && orders.length > 0) || may('incident.supervise');
  const close = (): void => {
    if (ended && orders.length > 0) void closeIncident(incident.id);
    else setAsking('close');
  };
  return (
    <div className="incident-actions">
      <button
        type="button"
        className={orders.length === 0 ? 'btn primary' : 'btn'}
        onClick={() => openDispatch()}
        data-testid="open-dispatch"
        data-detail-focus
      >
        {t(orders.length === 0 ? 'desk:dispatch' : 'desk:dispatchMore')} <kbd>F4</kbd>
      </button>
      <button
        type="button"
        className={ended && orders.length > 0 ? 'btn primary' : 'btn ghost'}
        disabled={!mayClose}
        title={mayClose ? undefined : t('desk:closeNeeds')}
        onClick={close}
        data-testid="close-incident"
      >
        {t(mayClose && !(ended && orders.length > 0) ? 'desk:closeWaived' : 'desk:close')}
      </button>
      <button
        type="button"
        className="btn ghost"
        onClick={() => setAsking('invalid')}
        data-testid="invalidate-incident"
      >
        {t('desk:invalid')}
      </button>
      {asking === 'close' && (
        <ReasonDialog
          title={t('desk:closeWaived')}
          label={t('desk:closeReason')}
          onDone={(reason) => void closeIncident(incident.id, reason)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'invalid' && (
        <ReasonDialog
          title={t('desk:invalid')}
          label={t('desk:reason')}
          codes={INVALID_CODES.map((code) => [code, t(`signs:invalid.${code}`)] as const)}
          onDone={(reason, code) => void invalidate(incident.id, reason, code as InvalidCode)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
