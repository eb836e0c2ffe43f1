import type { TimelineEntry } from '@liandong/shared/incident';
import { OBLIGATION_KINDS } from '@liandong/shared/obligation';
import { EVIDENCE, type OrderView } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { i18next } from '../../i18n';
import { formatInstant } from '../../ui/time';
import { isTold, orderOf, payloadWords } from './timeline.rules';

type Entry = z.infer<typeof TimelineEntry>;

/** The event's word; one that has no word yet is shown by its name, never hidden. */
function eventWord(type: string): string {
  const key = `desk:event.${type}`;
  return i18next.exists(key) ? i18next.t(key as 'desk:event.incident.reported') : type;
}

function Line({ entry, orders }: { entry: Entry; orders: readonly OrderView[] }) {
  const { t } = useTranslation(['desk', 'signs']);
  const order = orderOf(entry.payload, orders);
  const evidence = EVIDENCE.find((each) => each === entry.payload.evidence);
  const owes = OBLIGATION_KINDS.find((each) => each === entry.payload.kind);
  return (
    <li>
      <time className="num">{formatInstant(entry.at)}</time>
      <span>
        {order !== null && <b>{order.teamShortName} </b>}
        {owes !== undefined && entry.type.startsWith('obligation') && `${t(`signs:owes.${owes}`)} `}
        {eventWord(entry.type)}
        {evidence !== undefined && <span className="faint"> {t(`signs:evidence.${evidence}`)}</span>}{' '}
        <span className="quiet">{payloadWords(entry.payload)}</span>
        <span className="faint"> — {entry.actor}</span>
      </span>
    </li>
  );
}

interface Props {
  entries: readonly Entry[];
  orders: readonly OrderView[];
  atMost?: number;
}

/** What happened, newest first. */
export function Timeline({ entries, orders, atMost }: Props) {
  const { t } = useTranslation('desk');
  const told = entries
    .filter(isTold)
    .sort((a, b) => b.position - a.position)
    .slice(0, atMost);
  if (told.length === 0) return <p className="empty small">{t('nothingHappened')}</p>;
  return (
    <ol className="timeline">
      {told.map((entry) => (
        <Line key={entry.position} entry={entry} orders={orders} />
      ))}
    </ol>
  );
}
