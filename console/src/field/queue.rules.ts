import type { TeamOrder } from '@liandong/shared/order';
import { isUnanswered, type Projection, targetOf } from './project.rules';

export interface Entry {
  order: TeamOrder;
  shown: Projection;
}

/** 0 unanswered · 1 its target still runs · 2 the rest. */
function stage({ order, shown }: Entry): number {
  if (isUnanswered(shown.status)) return 0;
  const owed = targetOf(order, shown.obligations);
  return owed !== null && owed.metAt === null && owed.state !== 'waived' ? 1 : 2;
}

/** Unanswered first, the newest of them on top; then who runs out of time first. */
export function inUrgency(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => {
    const byStage = stage(a) - stage(b);
    if (byStage !== 0) return byStage;
    if (stage(a) === 0) return b.order.issuedAt.localeCompare(a.order.issuedAt);
    return a.order.target.dueAt.localeCompare(b.order.target.dueAt);
  });
}
