import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../api/outbox';

interface Kept {
  body?: { narrative?: string; clientId?: string };
}

/** Calls taken while the line was down; they are filed when it is back. */
export function PendingCalls() {
  const { t } = useTranslation('desk');
  const waiting = useOutbox((outbox) => outbox.waiting);
  const calls = waiting.filter((each) => each.name === 'createIncident').map((each) => (each.request as Kept).body);
  if (calls.length === 0) return null;
  return (
    <ul className="pending-calls" aria-label={t('pendingCalls')}>
      {calls.map((body, index) => (
        <li key={body?.clientId ?? index} data-testid="pending-call">
          <b>… {t('notSentYet')}</b> {body?.narrative}
        </li>
      ))}
    </ul>
  );
}
