import { type Phase, readClock } from '@liandong/shared/obligation.clock';
import type { TeamOrder } from '@liandong/shared/order';
import { ENDED, type ReportKind } from '@liandong/shared/order.lifecycle';
import { type Projection, targetOf } from './project.rules';

/** What stands at the top of an order. `seconds`: left, over by (negative), or taken once decided. */
export interface Headline {
  phase: Phase;
  seconds: number;
  fraction: number;
  /** The stamp that decided it has not reached the server yet. */
  pending: boolean;
  next: Next;
}
/** What is still owed after the target: said under the result. */
export type Next = 'target' | 'arrivalUntimed' | 'handling' | 'ended';

function nextOwed(order: TeamOrder, shown: Projection, decided: boolean): Next {
  if (ENDED.includes(shown.status)) return 'ended';
  if (shown.status === 'on_scene') return 'handling';
  return decided && order.target.measure === 'mustered' ? 'arrivalUntimed' : 'target';
}

/** The clock of the order's frozen target at `now` (ms, the server's time). */
export function headline(order: TeamOrder, shown: Projection, now: number): Headline {
  const owed = targetOf(order, shown.obligations);
  const { phase, seconds, fraction } = readClock(
    owed ?? { startedAt: order.issuedAt, dueAt: order.target.dueAt, state: 'open', metAt: null },
    now,
  );
  const decided = phase === 'met' || phase === 'late' || phase === 'waived';
  const known = targetOf(order, order.obligations);
  const pending = decided && known !== null && known.metAt === null && known.state === 'open';
  return { phase, seconds, fraction, pending, next: nextOwed(order, shown, decided) };
}

/** Seconds left on the step's own clock (acknowledging has one of its own); null when the headline already shows it. */
export function stepSecondsLeft(shown: Projection, kind: ReportKind, now: number): number | null {
  if (kind !== 'acknowledged') return null;
  const owed = shown.obligations.find((o) => o.kind === 'acknowledge');
  if (!owed || owed.dueAt === null || owed.state === 'waived') return null;
  return readClock(owed, now).seconds;
}
