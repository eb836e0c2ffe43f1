import type { IncidentDetail } from '@liandong/shared/board';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/time';

/** Every call that belongs to the incident, each with its own number. */
export function DetailCalls({ calls }: { calls: IncidentDetail['calls'] }) {
  const { t } = useTranslation(['desk', 'signs']);
  return (
    <ul className="calls">
      {calls.map((call) => (
        <li key={call.id}>
          <div>
            <b className="num">{formatInstant(call.receivedAt)}</b> {t(`signs:source.${call.channel}`)}{' '}
            <span className="num faint">{call.number}</span>
          </div>
          <div>
            {call.callerName ?? t('desk:callerUnknown')} <b className="num">{call.callerPhone ?? '—'}</b>
            <span className="quiet"> · {t('desk:takenBy', { name: call.takenBy })}</span>
          </div>
          <p>{call.narrative}</p>
          {call.placeText !== null && <p className="quiet">{call.placeText}</p>}
        </li>
      ))}
    </ul>
  );
}
