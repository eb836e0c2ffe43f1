import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/time';
import type { Entry } from './practice.rules';

const SIGNS: Record<Entry['channel'], string> = { sms: '✉', voice: '☎', app: '▤' };

function Bubble({ entry, answered }: { entry: Entry; answered: boolean }) {
  const { t } = useTranslation('practice');
  const isCall = entry.channel === 'voice';
  const kind = isCall && entry.direction === 'in' && !answered ? t('missed') : t(entry.channel);
  return (
    <li className={`bubble ${entry.direction}`} data-testid="phone-bubble" data-direction={entry.direction}>
      <p>{isCall && entry.direction === 'out' ? t('press', { key: entry.text }) : entry.text}</p>
      <small>
        {SIGNS[entry.channel]} {kind}
        {entry.orderCode !== null && ` · ${t('order', { code: entry.orderCode })}`} ·{' '}
        <time className="num">{formatInstant(entry.at)}</time>
      </small>
    </li>
  );
}

/** Texts and calls as bubbles: what came in on the left, what was answered on the right, the latest in sight. */
export function Conversation({ entries, ringingId }: { entries: readonly Entry[]; ringingId: string | null }) {
  const { t } = useTranslation('practice');
  const list = useRef<HTMLOListElement>(null);
  const latest = entries.at(-1)?.id;
  useEffect(() => {
    if (latest !== undefined) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [latest]);
  const lastKey = entries.findLastIndex((entry) => entry.channel === 'voice' && entry.direction === 'out');
  return (
    <ol className="conversation" ref={list} aria-live="polite">
      {entries.length === 0 && <li className="phones-note quiet">{t('empty')}</li>}
      {entries.map(
        (entry, i) => entry.id !== ringingId && <Bubble key={entry.id} entry={entry} answered={i < lastKey} />,
      )}
    </ol>
  );
}
