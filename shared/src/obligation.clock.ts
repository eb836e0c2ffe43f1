import type { ObligationState } from './obligation.js';

/** Facts the clock needs. Instants ISO or null. */
export interface Clocked {
  startedAt: string;
  dueAt: string | null;
  state: ObligationState;
  metAt: string | null;
}

export type Phase = 'calm' | 'near' | 'over' | 'met' | 'late' | 'waived' | 'untimed';

/** What the clock shows: `seconds` left (negative: over by so much), or taken once met; `fraction` of the time used, 0…1. */
export interface ClockReading {
  phase: Phase;
  seconds: number;
  fraction: number;
}

/** Half the time is used: the row turns amber and the team is chased. 本县约定 */
export const NEAR_FRACTION = 0.5;

/**
 * Read the clock of one obligation at `now` (ms since the epoch, the server's time).
 * Met means met at or before the due instant: exactly on the minute is met (文件依据: N分钟内).
 */
export function readClock(o: Clocked, now: number): ClockReading {
  const start = Date.parse(o.startedAt);
  const due = o.dueAt === null ? null : Date.parse(o.dueAt);
  if (o.state === 'waived') return { phase: 'waived', seconds: 0, fraction: 0 };
  if (o.metAt !== null) {
    const met = Date.parse(o.metAt);
    const late = o.state === 'missed' || (due !== null && met > due);
    return { phase: late ? 'late' : 'met', seconds: (met - start) / 1000, fraction: 1 };
  }
  if (due === null) return { phase: 'untimed', seconds: (now - start) / 1000, fraction: 0 };
  const left = (due - now) / 1000;
  const fraction = Math.min(1, Math.max(0, (now - start) / (due - start)));
  if (left < 0) return { phase: 'over', seconds: left, fraction: 1 };
  return { phase: fraction >= NEAR_FRACTION ? 'near' : 'calm', seconds: left, fraction };
}

/** The clock that runs out first among the open ones with fixed minutes; null when none runs. */
export function nearestDue<T extends Clocked>(obligations: readonly T[]): T | null {
  let nearest: T | null = null;
  for (const o of obligations) {
    if (o.dueAt === null || o.metAt !== null || o.state === 'waived') continue;
    if (nearest === null || Date.parse(o.dueAt) < Date.parse(nearest.dueAt!)) nearest = o;
  }
  return nearest;
}
