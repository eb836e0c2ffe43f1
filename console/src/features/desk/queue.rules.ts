import type { BoardRow } from '@liandong/shared/board';
import type { ObligationView } from '@liandong/shared/obligation';
import { type ClockReading, nearestDue, readClock } from '@liandong/shared/obligation.clock';
import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';

/**
 * How pressing an incident is, most pressing first:
 * `over` something is overdue, of an order or of the incident itself (situation and upward reports) ·
 * `unassigned` nobody has been sent (or everybody sent has declined or been recalled) · `due` a clock runs · `untimed` something is owed without fixed minutes · `idle` nothing is owed, it can be closed.
 */
export const URGENCIES = ['over', 'unassigned', 'due', 'untimed', 'idle'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What one row of the queue says. `seconds` left (negative: over), or elapsed for `unassigned` and `untimed`. */
export interface Standing {
  urgency: Urgency;
  clock: ClockReading | null;
  seconds: number;
  order: OrderView | null;
  obligation: ObligationView | null;
}

export const stillOwed = (obligation: ObligationView): boolean =>
  obligation.metAt === null && obligation.state !== 'waived' && obligation.state !== 'met' && !obligation.givenUp;

/** Everything still owed by orders that still command their team. */
export function owed(row: Pick<BoardRow, 'orders'>): ObligationView[] {
  return row.orders.filter((order) => isOpen(order.status)).flatMap((order) => order.obligations.filter(stillOwed));
}

/** Everything still owed for an incident: by its orders, and for itself. */
export const allOwed = (row: Pick<BoardRow, 'orders' | 'owed'>): ObligationView[] => [
  ...owed(row),
  ...row.owed.filter(stillOwed),
];

/** Is anybody on it: an order that is open, or one that was carried out? */
export const assigned = (row: Pick<BoardRow, 'orders'>): boolean =>
  row.orders.some((order) => isOpen(order.status) || order.status === 'cleared');

/** Where an incident stands at `now` (ms, the server's time). */
export function standing(row: Pick<BoardRow, 'orders' | 'owed' | 'receivedAt'>, now: number): Standing {
  const nothing = { clock: null, order: null, obligation: null };
  const sinceReceived = (now - Date.parse(row.receivedAt)) / 1000;
  const open = allOwed(row);
  const obligation = nearestDue(open) ?? earliest(open);
  const over = obligation !== null && readClock(obligation, now).phase === 'over';
  if (!assigned(row) && !over) return { ...nothing, urgency: 'unassigned', seconds: sinceReceived };
  if (obligation === null) return { ...nothing, urgency: 'idle', seconds: sinceReceived };
  const clock = readClock(obligation, now);
  const order = row.orders.find((each) => each.id === obligation.orderId) ?? null;
  const urgency: Urgency = clock.phase === 'over' ? 'over' : clock.phase === 'untimed' ? 'untimed' : 'due';
  return { urgency, clock, seconds: clock.seconds, order, obligation };
}

function earliest(obligations: readonly ObligationView[]): ObligationView | null {
  return obligations.reduce<ObligationView | null>(
    (first, each) => (first === null || each.startedAt < first.startedAt ? each : first),
    null,
  );
}

/** Within one urgency: due ones by what is left, the others by who has waited longest. */
const within: Record<Urgency, (s: Standing) => number> = {
  over: (s) => s.seconds,
  unassigned: (s) => -s.seconds,
  due: (s) => s.seconds,
  untimed: (s) => -s.seconds,
  idle: (s) => -s.seconds,
};

/** The queue: who breaches next stands first. Ties: graver first, then by number. */
export function sortQueue(rows: Iterable<BoardRow>, now: number): { row: BoardRow; standing: Standing }[] {
  const severities = ['I', 'II', 'III', 'IV'];
  return [...rows]
    .map((row) => ({ row, standing: standing(row, now) }))
    .sort(
      (a, b) =>
        URGENCIES.indexOf(a.standing.urgency) - URGENCIES.indexOf(b.standing.urgency) ||
        within[a.standing.urgency](a.standing) - within[b.standing.urgency](b.standing) ||
        severities.indexOf(a.row.severity) - severities.indexOf(b.row.severity) ||
        a.row.number.localeCompare(b.row.number),
    );
}

/** One broken promise: an obligation past its due instant and still not met. `order` null: the incident itself owes it. */
export interface Breach {
  row: BoardRow;
  order: OrderView | null;
  obligation: ObligationView;
}

/** All that is overdue now, by incident. */
export function breaches(rows: Iterable<BoardRow>, now: number): Breach[] {
  const found: Breach[] = [];
  for (const row of rows) {
    for (const obligation of allOwed(row)) {
      if (readClock(obligation, now).phase !== 'over') continue;
      found.push({ row, order: row.orders.find((each) => each.id === obligation.orderId) ?? null, obligation });
    }
  }
  return found;
}

/** Chases of an obligation up to the one that says it is missed: a reminder at half time, for acknowledging none. */
const CHASES_TO_MISS: Partial<Record<ObligationView['kind'], number>> = { acknowledge: 1 };

/** What a taken alarm is remembered by: when the county insists again, it is a new alarm. */
export function alarmKey({ obligation }: Breach): string {
  return `${obligation.id}:${Math.max(0, obligation.chases - (CHASES_TO_MISS[obligation.kind] ?? 2))}`;
}

export const overdueCount = (rows: Iterable<BoardRow>, now: number): number => breaches(rows, now).length;
