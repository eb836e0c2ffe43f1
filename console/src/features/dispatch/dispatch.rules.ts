import type { Recommendation } from '@liandong/shared/order';
import type { ProblemBody } from '@liandong/shared/problem';

/** The teams in the order they are offered: the plan's, then the others by rank; ordered ones last. */
export const offered = (teams: readonly Recommendation[]): Recommendation[] =>
  [...teams].sort(
    (a, b) =>
      Number(a.alreadyOrdered) - Number(b.alreadyOrdered) ||
      Number(b.ticked) - Number(a.ticked) ||
      (a.ticked && b.ticked ? (a.planStep ?? 99) - (b.planStep ?? 99) : 0) ||
      a.rank - b.rank,
  );

/** The best team that can go: on duty if any is. */
function nextBest(free: readonly Recommendation[]): Recommendation[] {
  const byRank = [...free].sort((a, b) => a.rank - b.rank);
  const best = byRank.find((team) => team.onDuty) ?? byRank[0];
  return best === undefined ? [] : [best];
}

/**
 * What is ticked when the panel opens: the teams wanted, else the plan's.
 * @param replacedTeam the team whose place is to be taken: one team goes instead, never itself again
 */
export function initialTicks(
  teams: readonly Recommendation[],
  wanted: readonly string[] | null,
  replacedTeam: string | null = null,
): ReadonlySet<string> {
  const free = teams.filter((team) => !team.alreadyOrdered && team.teamCode !== replacedTeam);
  if (wanted === null && replacedTeam !== null) return new Set(nextBest(free).map((team) => team.teamCode));
  const ticked = wanted === null ? free.filter((team) => team.ticked) : free.filter((t) => wanted.includes(t.teamCode));
  return new Set(ticked.map((team) => team.teamCode));
}

/** Teams that a refusal names, in its fields or in its words. */
export function refusedTeams(problem: ProblemBody, sent: readonly string[]): ReadonlySet<string> {
  const refused = new Set<string>();
  for (const { path } of problem.fields ?? []) {
    const code = sent[Number(/^teamCodes\.(\d+)/.exec(path)?.[1] ?? Number.NaN)];
    if (code !== undefined) refused.add(code);
  }
  const words = [problem.detail, problem.state, ...(problem.fields ?? []).map((field) => field.message)].join(' ');
  for (const code of sent) if (new RegExp(`\\b${code}\\b`, 'i').test(words)) refused.add(code);
  return refused;
}
