import type { TimelineEntry } from '@liandong/shared/incident';
import { CHANNELS } from '@liandong/shared/message';
import { OBLIGATION_KINDS } from '@liandong/shared/obligation';
import { EVIDENCE, type OrderView, STAMPED_KINDS } from '@liandong/shared/order';
import { UPWARD_STAGES } from '@liandong/shared/upward';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { i18next } from '../../i18n';
import { formatInstant } from '../../ui/time';
import { isTold, orderOf, payloadWords } from './timeline.rules';
import { toldOf, type Words } from './told.rules';
import { owesWord } from './words';

type Entry = z.infer<typeof TimelineEntry>;

/** The event's word; one that has no word yet is shown by its name, never hidden. */
function eventWord(type: string): string {
  const key = `desk:event.${type}`;
  return i18next.exists(key) ? i18next.t(key as 'desk:event.incident.reported') : type;
}

const TARGET_WORDS = { mustered: 'signs:measure.mustered', on_scene: 'signs:measure.on_scene' } as const;

/** The words an event's facts are told with, in the page's language. */
const WORDS: Words = {
  say: (key, values) => i18next.t(`acts:told.${key}` as 'acts:told.late', values),
  step: (kind) => {
    const step = STAMPED_KINDS.find((each) => each === kind);
    return step === undefined ? '' : i18next.t(`signs:step.${step}`);
  },
  stage: (stage) => {
    const known = UPWARD_STAGES.find((each) => each === stage);
    return known === undefined ? '' : i18next.t(`signs:upward.${known}`);
  },
  target: ({ measure, seconds }) => {
    if ((measure !== 'mustered' && measure !== 'on_scene') || typeof seconds !== 'number') return '';
    return i18next.t('desk:targetMinutes', {
      measure: i18next.t(TARGET_WORDS[measure]),
      minutes: Math.round(seconds / 60),
    });
  },
  instant: (at) => (at === '' ? '' : formatInstant(at)),
  channel: (channel) => {
    const known = CHANNELS.find((each) => each === channel);
    return known === undefined ? '' : i18next.t(`signs:channel.${known}`);
  },
};

function Line({ entry, orders }: { entry: Entry; orders: readonly OrderView[] }) {
  const { t } = useTranslation(['desk', 'signs']);
  const order = orderOf(entry.payload, orders);
  const evidence = EVIDENCE.find((each) => each === entry.payload.evidence);
  const owes = OBLIGATION_KINDS.find((each) => each === entry.payload.kind);
  const stage = typeof entry.payload.stage === 'string' ? entry.payload.stage : null;
  const told = [toldOf(entry.type, entry.payload, WORDS), payloadWords(entry.payload)].filter((each) => each !== '');
  return (
    <li>
      <time className="num">{formatInstant(entry.at)}</time>
      <span>
        {order !== null && <b>{order.teamShortName} </b>}
        {owes !== undefined && entry.type.startsWith('obligation') && `${owesWord({ kind: owes, stage })} `}
        {eventWord(entry.type)}
        {evidence !== undefined && <span className="faint"> {t(`signs:evidence.${evidence}`)}</span>}{' '}
        <span className="quiet">{told.join(' · ')}</span>
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
