import type { ApiName } from '@liandong/shared/api';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../api/outbox';

interface Kept {
  body?: { narrative?: string; clientId?: string };
}

/** Writes that are calls: of their own, or joining an incident. */
const CALLS: readonly ApiName[] = ['createIncident', 'joinCall'];

/** Calls taken while the line was down; they are filed when it is back. */
export function PendingCalls() {
  const { t } = useTranslation('desk');
  const waiting = useOutbox((outbox) => outbox.waiting);
  const calls = waiting.filter((each) => CALLS.includes(each.name)).map((each) => (each.request as Kept).body);
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
