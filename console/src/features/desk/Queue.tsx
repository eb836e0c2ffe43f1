import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useRows } from '../../live/store';
import { useNow } from '../../ui/clock';
import { AlarmStrip } from './AlarmStrip';
import { alarmsOf } from './alarms.rules';
import { useDesk } from './desk-state';
import { PendingCalls } from './PendingCalls';
import { QueueFoot } from './QueueFoot';
import { QueueRow } from './QueueRow';
import { type Breach, breaches, type Standing, sortQueue } from './queue.rules';
import { useQueueKeys } from './use-queue-keys';
import './queue.css';

const toneOf = ({ urgency, clock }: Standing): string => (urgency === 'due' ? (clock?.phase ?? 'calm') : urgency);

function lateByIncident(found: readonly Breach[]): ReadonlyMap<string, string> {
  const late = new Map<string, string>();
  for (const { row, order } of found) late.set(row.id, `${late.get(row.id) ?? ''}${order?.id ?? 'itself'} `);
  return late;
}

/** The open incidents, who breaches next first. */
export function Queue() {
  const { t } = useTranslation('desk');
  const rows = useRows();
  const loaded = useLive((live) => live.loaded);
  const now = useNow();
  const selectedId = useDesk((desk) => desk.selectedId);
  const [filter, setFilter] = useState('');
  const sorted = useMemo(() => sortQueue(rows.values(), now), [rows, now]);
  const overdue = useMemo(() => breaches(rows.values(), now), [rows, now]);
  const late = useMemo(() => lateByIncident(overdue), [overdue]);
  const alarms = useMemo(() => alarmsOf(rows.values(), now), [rows, now]);
  const shown = filter.trim() === '' ? sorted : sorted.filter(({ row }) => matches(row, filter.trim()));
  useQueueKeys(shown.map(({ row }) => row.id));

  return (
    <section className="queue" aria-label={t('queue')}>
      <header>
        <b>{t('openIncidents')}</b>
        <span>{t('openCount', { count: rows.size })}</span>
        <input
          className="field filter"
          type="search"
          id="queue-filter"
          placeholder={t('filter')}
          aria-label={t('filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <kbd>J</kbd>
        <kbd>K</kbd>
      </header>
      <AlarmStrip alarms={alarms} />
      <PendingCalls />
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
        {shown.length === 0 && <Empty loaded={loaded} filtered={filter.trim() !== ''} />}
      </ul>
      <QueueFoot />
    </section>
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
