import type { BoardRow } from '@liandong/shared/board';
import type { OrderView } from '@liandong/shared/order';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/clock';
import { Severity } from '../../ui/Severity';
import { LATE, ORDER_SIGNS } from '../../ui/signs';
import { formatCountdown, formatSpan } from '../../ui/time';
import { isOnHotline } from './alarms.rules';
import { select } from './desk-state';
import { assigned, type Standing, standing } from './queue.rules';
import { StrengthTag } from './Strength';
import { owesLateWord, owesWord, placeWords, shortNumber } from './words';
import './queue-row.css';

/** One team of an incident: its sign and name; late ones in red with `!`. */
function TeamChip({ order, late }: { order: OrderView; late: boolean }) {
  const { t } = useTranslation(['signs', 'desk']);
  const { sign, tone } = late ? LATE : ORDER_SIGNS[order.status];
  const status = t(`signs:status.${order.status}`);
  const word = late ? `${status} · ${t('desk:overWord')}` : status;
  return (
    <span className={`team-chip ${tone}`} title={`${order.teamName} · ${word}`}>
      <i aria-hidden="true">{sign}</i>
      {order.teamShortName}
      <span className="visually-hidden">{word}</span>
    </span>
  );
}

function useOwedWords(s: Standing): string {
  const { t } = useTranslation(['desk', 'signs']);
  if (s.urgency === 'unassigned') return t('desk:unassigned');
  if (s.urgency === 'idle' || s.obligation === null) return t('desk:canClose');
  // What the incident itself owes names itself; nobody needs to be told that it is the shift supervisor's.
  const who = s.order === null ? '' : `${s.order.teamShortName} `;
  if (s.urgency === 'over') return `${t('desk:overWord')} · ${who}${owesLateWord(s.obligation)}`;
  const words = `${who}${owesWord(s.obligation)}`;
  return s.urgency === 'untimed' ? `${words} ${formatSpan(s.seconds)}` : words;
}

/** The biggest thing of the row: how long is left, and who owes what. Ticks by itself. */
function Due({ row }: { row: BoardRow }) {
  const now = useNow();
  const s = standing(row, now);
  const untimed = s.urgency === 'untimed' || s.urgency === 'idle';
  const time = untimed ? '—' : s.urgency === 'unassigned' ? formatSpan(s.seconds) : formatCountdown(s.seconds);
  return (
    <span className="due">
      <span className="time num">{time}</span>
      <span className="owed">{useOwedWords(s)}</span>
    </span>
  );
}

interface Props {
  row: BoardRow;
  /** over · unassigned · near · calm · untimed · idle */
  tone: string;
  /** Ids of late orders, joined: a string, so that the row is drawn again only when it changes. */
  late: string;
  selected: boolean;
}

/** One incident of the queue. */
export const QueueRow = memo(function QueueRow({ row, tone, late, selected }: Props) {
  const { t } = useTranslation('desk');
  const element = useRef<HTMLLIElement>(null);
  // A new tone moves the row to another place of the queue: the selected one stays in sight.
  useEffect(() => {
    if (selected && tone !== '') element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected, tone]);
  return (
    <li ref={element} className={`queue-row ${tone}${selected ? ' selected' : ''}`}>
      <button
        type="button"
        aria-current={selected}
        data-testid={`queue-row-${row.number}`}
        data-tone={tone}
        onClick={() => select(row.id)}
      >
        <Severity level={row.severity} size={25} />
        <span className="what">
          <span className="first">
            <b>{row.type?.name ?? t('typeUnknown')}</b>
            <span className="num faint">{shortNumber(row.number)}</span>
            {row.calls > 1 && <span className="tag">{t('callCount', { count: row.calls })}</span>}
            {row.markedMajor && <span className="tag major">★ {t('major')}</span>}
            {row.drill && <span className="tag">{t('drill')}</span>}
            {isOnHotline(row) && <span className="tag ask">{t('hotlineShort', { team: row.originTeamCode })}</span>}
            {tone === 'over' && !assigned(row) && <span className="tag warn">! {t('unassigned')}</span>}
            {row.strength !== null && <StrengthTag strength={row.strength} />}
            {row.openReplies > 0 && <span className="tag ask">{t('openReplies', { count: row.openReplies })}</span>}
          </span>
          <span className="place">{placeWords(row, t('placeUnknown'))}</span>
        </span>
        <Due row={row} />
        {row.orders.length > 0 && (
          <span className="teams">
            {row.orders.map((order) => (
              <TeamChip key={order.id} order={order} late={late.includes(order.id)} />
            ))}
          </span>
        )}
      </button>
    </li>
  );
});
