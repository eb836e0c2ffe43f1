import type { PlanLevel, PlanStep } from '@liandong/shared/plan';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';
import { before, type Standing } from './standing.rules.js';

/** A team's place in a plan: which level calls it, at which step, and in words why it is this one. */
export interface PlanPlace {
  level: number;
  step: number;
  how: string | null;
}

/** What a plan asks of a team beside its standing. */
export interface Callable extends Standing {
  townshipTeam: boolean;
  specialties: readonly string[];
  alreadyOrdered: boolean;
}

/**
 * Whom a plan calls, level by level. A team has one place, the earliest. Named teams of a level come before those that are
 * looked for; what is looked for is the best that is not set aside; one already ordered for this incident fills its step.
 */
export function planPlaces(levels: readonly PlanLevel[], teams: readonly Callable[]): Map<string, PlanPlace> {
  const places = new Map<string, PlanPlace>();
  levels.forEach(({ steps }, index) => {
    const place = (team: Callable, step: number, how: string | null): void => {
      if (!places.has(team.teamCode)) places.set(team.teamCode, { level: index + 1, step: step + 1, how });
    };
    steps.forEach((step, at) => {
      const team = teams.find((one) => namedBy(step, one));
      if (team) place(team, at, null);
    });
    steps.forEach((step, at) => {
      for (const team of lookedFor(step, teams, places)) place(team, at, howWords(step));
    });
  });
  return places;
}

const namedBy = (step: PlanStep, team: Callable): boolean =>
  ('team' in step && step.team === team.teamCode) || ('local' in step && team.local);

function lookedFor(step: PlanStep, teams: readonly Callable[], taken: ReadonlyMap<string, PlanPlace>): Callable[] {
  const free = teams.filter((team) => !taken.has(team.teamCode) && (team.setAside === null || team.alreadyOrdered));
  const best = (some: Callable[], count: number): Callable[] =>
    some.sort((a, b) => Number(b.alreadyOrdered) - Number(a.alreadyOrdered) || before(a, b)).slice(0, count);
  if ('neighbours' in step) {
    const around = free.filter((team) => team.townshipTeam && !team.local && team.nearKm !== null);
    return best(around, step.neighbours);
  }
  if ('nearest' in step)
    return best(
      free.filter((team) => team.specialties.includes(step.nearest)),
      1,
    );
  return [];
}

const howWords = (step: PlanStep): string | null =>
  'neighbours' in step
    ? '邻近乡镇分队'
    : 'nearest' in step
      ? `就近有${SPECIALTY_WORDS[step.nearest] ?? step.nearest}专长`
      : null;
