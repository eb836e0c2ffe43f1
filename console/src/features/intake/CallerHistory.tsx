import { useTranslation } from 'react-i18next';
import { formatDate, formatMinute } from '../../ui/time';
import { select } from '../desk/desk-state';
import { shortNumber } from '../desk/words';
import type { Proposal } from './compose.rules';

/** What this phone has reported before. A click shows the incident without leaving the call. */
export function CallerHistory({ history }: { history: Proposal['callerHistory'] }) {
  const { t } = useTranslation('intake');
  if (history.length === 0) return null;
  return (
    <div className="history" data-testid="intake-history">
      <span className="faint">{t('history', { count: history.length })}</span>
      <ul>
        {history.slice(0, 3).map((past) => (
          <li key={past.incidentId}>
            <button type="button" onClick={() => select(past.incidentId)}>
              <span className="num">{shortNumber(past.number)}</span>{' '}
              <span className="num faint">
                {formatDate(past.receivedAt)} {formatMinute(past.receivedAt)}
              </span>{' '}
              {past.narrative}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
