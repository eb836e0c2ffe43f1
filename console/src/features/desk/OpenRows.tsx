import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useRows } from '../../live/store';
import { useNow } from '../../ui/clock';
import { useDesk } from './desk-state';
import { QueueRow } from './QueueRow';
import { type Breach, breaches, type Standing, sortQueue } from './queue.rules';
import { useQueueKeys } from './use-queue-keys';

const toneOf = ({ urgency, clock }: Standing): string => (urgency === 'due' ? (clock?.phase ?? 'calm') : urgency);

function lateByIncident(found: readonly Breach[]): ReadonlyMap<string, string> {
  const late = new Map<string, string>();
  for (const { row, order } of found) late.set(row.id, `${late.get(row.id) ?? ''}${order?.id ?? 'itself'} `);
  return late;
}

/** The open incidents, who breaches next first; `words` leaves those they fit. */
export function OpenRows({ words }: { words: string }) {
  const rows = useRows();
  const loaded = useLive((live) => live.loaded);
  const now = useNow();
  const selectedId = useDesk((desk) => desk.selectedId);
  const sorted = useMemo(() => sortQueue(rows.values(), now), [rows, now]);
  const late = useMemo(() => lateByIncident(breaches(rows.values(), now)), [rows, now]);
  const text = words.trim();
  const shown = text === '' ? sorted : sorted.filter(({ row }) => matches(row, text));
  useQueueKeys(shown.map(({ row }) => row.id));
  return (
    <ul className="rows" data-testid="queue">
      {shown.map(({ row, standing }) => (
        <QueueRow
          key={row.id}
          row={row}
          tone={toneOf(standing)}
          late={late.get(row.id) ?? ''}
          selected={row.id === selectedId}
        />
      ))}
      {shown.length === 0 && <Empty loaded={loaded} filtered={text !== ''} />}
    </ul>
  );
}

function matches(row: Breach['row'], text: string): boolean {
  const teams = row.orders.map((order) => `${order.teamCode} ${order.teamShortName} #${order.code}`);
  const words = [row.number, row.type?.name, row.placeText, row.townshipName, row.narrative, ...teams];
  return words.join(' ').toLowerCase().includes(text.toLowerCase());
}

function Empty({ loaded, filtered }: { loaded: boolean; filtered: boolean }) {
  const { t } = useTranslation('desk');
  if (!loaded) return <li className="empty">{t('loadingQueue')}</li>;
  if (filtered) return <li className="empty">{t('nothingFits')}</li>;
  return (
    <li className="empty" data-testid="queue-empty">
      <p>{t('queueEmpty')}</p>
      <p>
        <kbd>F2</kbd> {t('takeCall')}
      </p>
    </li>
  );
}
