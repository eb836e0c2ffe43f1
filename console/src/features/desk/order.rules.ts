import type { ObligationView } from '@liandong/shared/obligation';
import { type ClockReading, readClock } from '@liandong/shared/obligation.clock';
import type { OrderView } from '@liandong/shared/order';
import { CLEARED_WITHOUT_ARRIVAL, isOpen, nextSteps, type ReportKind } from '@liandong/shared/order.lifecycle';
import { owed } from './queue.rules.js';

/** The five steps in the order they stand on a card. */
export const STEPS = ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared'] as const;
export type Step = (typeof STEPS)[number];

/** done: stamped · skipped: a later step came without it (never invented) · now: the next one · ahead · void: will not come */
export type StepState = 'done' | 'skipped' | 'now' | 'ahead' | 'void';

/** How far an order is, step by step. */
export function stepStates(order: Pick<OrderView, 'status' | 'stamps'>): Record<Step, StepState> {
  const last = STEPS.findLastIndex((step) => order.stamps[step] !== undefined);
  const open = isOpen(order.status);
  const state = (step: Step, index: number): StepState => {
    if (order.stamps[step] !== undefined) return 'done';
    if (index < last) return 'skipped';
    if (!open) return 'void';
    return index === last + 1 ? 'now' : 'ahead';
  };
  return Object.fromEntries(STEPS.map((step, index) => [step, state(step, index)])) as Record<Step, StepState>;
}

const TARGET_KIND = { mustered: 'muster', on_scene: 'on_scene' } as const;

/** The obligation that carries the frozen target. */
export const targetObligation = (order: OrderView): ObligationView | null =>
  order.obligations.find((each) => each.kind === TARGET_KIND[order.target.measure] && each.dueAt !== null) ?? null;

export const acknowledgeObligation = (order: OrderView): ObligationView | null =>
  order.obligations.find((each) => each.kind === 'acknowledge') ?? null;

/** The target's clock; without an obligation row (an order of another age) read from the frozen target itself. */
export function targetClock(order: OrderView, now: number): ClockReading {
  const obligation = targetObligation(order);
  if (obligation !== null) return readClock(obligation, now);
  const metAt = order.stamps[order.target.measure]?.at ?? null;
  return readClock({ startedAt: order.issuedAt, dueAt: order.target.dueAt, state: 'open', metAt }, now);
}

/** The target is met, missed with a late report, or waived: the clock stands. */
export const decided = (order: OrderView): boolean => {
  const obligation = targetObligation(order);
  return obligation !== null && (obligation.metAt !== null || obligation.state === 'waived');
};

/** A button of an order. `reason`: it has to be given first. */
export interface Action {
  kind: Exclude<ReportKind, 'situation'>;
  key: string;
  reason: boolean;
}
const KEYS: Record<Action['kind'], string> = {
  acknowledged: 'A',
  mustered: 'M',
  en_route: 'T',
  on_scene: 'R',
  cleared: 'E',
  declined: '0',
};

/** What can be taken down for an order next; clearing without arrival is possible with a reason. */
export function actions(order: Pick<OrderView, 'status' | 'stamps'>): Action[] {
  const kinds = nextSteps(order.status).filter((kind) => order.stamps[kind] === undefined);
  if (!kinds.includes('cleared') && CLEARED_WITHOUT_ARRIVAL.includes(order.status)) kinds.push('cleared');
  const reason = (kind: Action['kind']): boolean =>
    kind === 'declined' || (kind === 'cleared' && CLEARED_WITHOUT_ARRIVAL.includes(order.status));
  return kinds.map((kind) => ({ kind, key: KEYS[kind], reason: reason(kind) }));
}

/** The order a key acts on when none was chosen: whose clock runs out first, else the first open one. */
export function pressingOrder(orders: readonly OrderView[]): OrderView | null {
  const timed = owed({ orders: [...orders] })
    .filter((each) => each.dueAt !== null)
    .sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''));
  const id = timed[0]?.orderId;
  return orders.find((order) => order.id === id) ?? orders.find((order) => isOpen(order.status)) ?? orders[0] ?? null;
}

export const allEnded = (orders: readonly OrderView[]): boolean => orders.every((order) => !isOpen(order.status));
