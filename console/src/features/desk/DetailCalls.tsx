import type { IncidentDetail } from '@liandong/shared/board';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/time';
import { select } from './desk-state';
import { shortNumber } from './words';

type Merged = IncidentDetail['merged'][number];

/** Every call that belongs to the incident, each with its own number; those of merged incidents say whose they are. */
export function DetailCalls({ calls, merged }: { calls: IncidentDetail['calls']; merged: readonly Merged[] }) {
  const { t } = useTranslation(['desk', 'signs', 'acts']);
  return (
    <ul className="calls" data-testid="calls">
      {calls.map((call) => {
        const from = merged.find((each) => call.number.startsWith(`${each.number}/`));
        return (
          <li key={call.id}>
            <div>
              <b className="num">{formatInstant(call.receivedAt)}</b> {t(`signs:source.${call.channel}`)}{' '}
              <span className="num faint">{call.number}</span>{' '}
              {from !== undefined && (
                <button type="button" className="tag link" onClick={() => select(from.id)}>
                  {t('acts:merge.from', { number: shortNumber(from.number) })}
                </button>
              )}
            </div>
            <div>
              {call.callerName ?? t('desk:callerUnknown')} <b className="num">{call.callerPhone ?? '—'}</b>
              <span className="quiet"> · {t('desk:takenBy', { name: call.takenBy })}</span>
            </div>
            <p>{call.narrative}</p>
            {call.placeText !== null && <p className="quiet">{call.placeText}</p>}
          </li>
        );
      })}
    </ul>
  );
}
