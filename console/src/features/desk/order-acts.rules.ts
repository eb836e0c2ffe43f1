import type { IncidentView } from '@liandong/shared/incident';
import type { ObligationView } from '@liandong/shared/obligation';
import { CORRECTED_KINDS, type CorrectedKind, type OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import { replacementOf } from './alarms.rules.js';
import { STEPS, type Step, stepStates, targetClock } from './order.rules.js';

/** What can be done about an order besides taking a step down. */
export const ORDER_ACTS = ['replace', 'backfill', 'correct', 'rebase', 'waive', 'recall'] as const;
export type OrderAct = (typeof ORDER_ACTS)[number];

/** Keys of the chosen order; what takes something back has none. */
export const ORDER_ACT_KEYS: Partial<Record<OrderAct, string>> = {
  replace: 'D',
  backfill: 'B',
  correct: 'Z',
  rebase: 'H',
};

/** Steps whose instant can be corrected: those that were reported. */
export const correctable = (order: Pick<OrderView, 'stamps'>): CorrectedKind[] =>
  CORRECTED_KINDS.filter((kind) => order.stamps[kind] !== undefined);

/** Steps that can be written down afterwards: skipped ones, and what is still ahead while the order is open. */
export function fillable(order: Pick<OrderView, 'status' | 'stamps'>): Step[] {
  const states = stepStates(order);
  return STEPS.filter((step) => states[step] === 'skipped' || states[step] === 'now' || states[step] === 'ahead');
}

/** The newest correction of a step; the stamp stands beside it. */
export const correctionOf = (order: OrderView, step: Step): OrderView['corrections'][number] | null =>
  order.corrections.find((correction) => correction.kind === step) ?? null;

/** The stricter target was taken because the place was unknown; now it is known, the clock still runs, and it was not changed yet. */
export function mayRebase(
  order: OrderView,
  incident: Pick<IncidentView, 'location' | 'townshipCode'>,
  now: number,
): boolean {
  const known = incident.location !== null || incident.townshipCode !== null;
  const running = ['calm', 'near'].includes(targetClock(order, now).phase);
  return order.target.placeUnknown && known && order.rebased === null && isOpen(order.status) && running;
}

export interface OrderActFacts {
  order: OrderView;
  orders: readonly OrderView[];
  incident: Pick<IncidentView, 'status' | 'location' | 'townshipCode'>;
  now: number;
  /** Permissions `order.issue`, `order.report`, `order.supervise`. */
  issue: boolean;
  report: boolean;
  supervise: boolean;
}

/** Forgiven together with the order; whatever else is owed is waived by itself, under 应办与督办. */
const WAIVED_WITH_ORDER: readonly ObligationView['kind'][] = ['acknowledge', 'muster', 'on_scene'];

const owesTime = (order: OrderView): boolean =>
  order.obligations.some(
    ({ kind, state }) => WAIVED_WITH_ORDER.includes(kind) && (state === 'open' || state === 'missed'),
  );

const RULES: Record<OrderAct, (facts: OrderActFacts) => boolean> = {
  replace: ({ order, orders, incident, issue }) =>
    issue &&
    incident.status === 'open' &&
    (order.status === 'declined' || order.status === 'recalled') &&
    replacementOf(order, orders) === null,
  backfill: ({ order, report }) => report && fillable(order).length > 0,
  correct: ({ order, supervise }) => supervise && correctable(order).length > 0,
  rebase: ({ order, incident, now, supervise }) => supervise && mayRebase(order, incident, now),
  waive: ({ order, supervise }) => supervise && owesTime(order),
  recall: ({ order, supervise }) => supervise && isOpen(order.status),
};

/** What is possible now about this order. */
export const possibleOrderActs = (facts: OrderActFacts): OrderAct[] => ORDER_ACTS.filter((act) => RULES[act](facts));
