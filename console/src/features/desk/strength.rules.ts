import type { StrengthView } from '@liandong/shared/board';
import type { Recommendation } from '@liandong/shared/order';

/** `waiting`: teams still have time to say how many come · `enough` · `short`: time is up and too few are promised. */
export type StrengthStanding = 'waiting' | 'enough' | 'short';

/** How promised strength stands at `now` (ms); null where none is asked for. */
export function strengthStanding(strength: StrengthView | null, now: number): StrengthStanding | null {
  if (strength === null) return null;
  if (strength.promised >= strength.required) return 'enough';
  return now >= Date.parse(strength.checkAt) ? 'short' : 'waiting';
}

/**
 * The team to offer next: by rank, neither ordered nor refused already; one that is on duty and free of other orders
 * before one that is busy, before one that nobody answers for.
 */
export function nextTeam(teams: readonly Recommendation[], refused: readonly string[]): Recommendation | null {
  const free = teams.filter((team) => !team.alreadyOrdered && !refused.includes(team.teamCode));
  return (
    free.find((team) => team.onDuty && team.committed === 0) ?? free.find((team) => team.onDuty) ?? free[0] ?? null
  );
}
