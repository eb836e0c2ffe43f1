import type { BoardRow, StrengthView } from '@liandong/shared/board';
import type { OrderView } from '@liandong/shared/order';
import { alarmKey, type Breach, breaches } from './queue.rules.js';
import { strengthStanding } from './strength.rules.js';

/**
 * What the desk is alarmed of: something overdue, a team that cannot come, too few people promised, or an incident a team
 * took on its own hotline.
 * `key` is what a taken alarm is remembered by; `at` (ms) when it came up.
 */
export type DeskAlarm = { key: string; at: number; row: BoardRow } & (
  | { kind: 'breach'; order: OrderView | null; obligation: Breach['obligation'] }
  | { kind: 'declined'; order: OrderView }
  | { kind: 'short'; order: null; strength: StrengthView }
  | { kind: 'hotline'; order: null }
);

/** The order that took the place of this one, if one was issued and still stands. */
export const replacementOf = (order: OrderView, orders: readonly OrderView[]): OrderView | null =>
  orders.find((each) => each.replaces?.id === order.id && each.status !== 'declined' && each.status !== 'recalled') ??
  null;

/** A team that cannot come and whose place nobody has taken. */
export const needsReplacement = (order: OrderView, orders: readonly OrderView[]): boolean =>
  order.status === 'declined' && replacementOf(order, orders) === null;

/** Taken by a team itself, and the centre has not stepped in. */
export const isOnHotline = (row: Pick<BoardRow, 'originTeamCode' | 'centreTookAt'>): boolean =>
  row.originTeamCode !== null && row.centreTookAt === null;

/** Too few people are promised and the time to say so is up: told once, and again when more was asked for since. */
function shortOf(row: BoardRow, now: number): DeskAlarm[] {
  const { strength } = row;
  if (strength === null || strengthStanding(strength, now) !== 'short') return [];
  const key = `short:${row.id}:${strength.checkAt}:${strength.required}`;
  return [{ kind: 'short', key, at: Date.parse(strength.checkAt), row, order: null, strength }];
}

function ofRow(row: BoardRow): DeskAlarm[] {
  const declined = row.orders
    .filter((order) => needsReplacement(order, row.orders))
    .map((order): DeskAlarm => {
      const at = Date.parse(order.stamps.declined?.receivedAt ?? order.issuedAt);
      return { kind: 'declined', key: `declined:${order.id}`, at, row, order };
    });
  if (!isOnHotline(row)) return declined;
  return [...declined, { kind: 'hotline', key: `hotline:${row.id}`, at: Date.parse(row.receivedAt), row, order: null }];
}

/** Everything that asks for somebody at `now` (ms), the oldest first. */
export function alarmsOf(rows: Iterable<BoardRow>, now: number): DeskAlarm[] {
  const all = [...rows];
  const late = breaches(all, now).map((breach): DeskAlarm => {
    const at = Date.parse(breach.obligation.dueAt ?? '');
    return { kind: 'breach', key: alarmKey(breach), at, ...breach };
  });
  return [...late, ...all.flatMap(ofRow), ...all.flatMap((row) => shortOf(row, now))].sort((a, b) => a.at - b.at);
}

/** A silent team sounds other than everything else. */
export const soundOf = (alarms: readonly DeskAlarm[]): 'acknowledge' | 'target' =>
  alarms.some((alarm) => alarm.kind !== 'breach' || alarm.obligation.kind !== 'acknowledge') ? 'target' : 'acknowledge';
