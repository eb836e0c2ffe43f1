import type { Recommendation } from '@liandong/shared/order';
import type { ProblemBody } from '@liandong/shared/problem';

/** The teams in the order they are offered: those proposed, then the others, each by rank; ordered ones last. */
export const offered = (teams: readonly Recommendation[]): Recommendation[] =>
  [...teams].sort(
    (a, b) =>
      Number(a.alreadyOrdered) - Number(b.alreadyOrdered) || Number(b.ticked) - Number(a.ticked) || a.rank - b.rank,
  );

/** The best team that can go: on duty if any is, none that is set aside. */
function nextBest(free: readonly Recommendation[]): Recommendation[] {
  const byRank = free.filter((team) => team.setAside === null).sort((a, b) => a.rank - b.rank);
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

/** What a level of the plan adds when it is raised: its teams that are free and not set aside. */
export const addedBy = (teams: readonly Recommendation[], level: number): string[] =>
  teams
    .filter((team) => team.planLevel === level && !team.alreadyOrdered && team.setAside === null)
    .map((team) => team.teamCode);

/**
 * What is proposed once `level` is raised: what was ticked at first, and what each level beyond the one in force adds.
 * @param inForce the level raised by orders that are out; 0: none yet
 */
export function proposedAt(
  teams: readonly Recommendation[],
  first: ReadonlySet<string>,
  inForce: number,
  level: number,
): string[] {
  const beyond = Array.from({ length: level }, (_, index) => index + 1).filter((one) => one > Math.max(inForce, 1));
  return [...new Set([...first, ...beyond.flatMap((one) => addedBy(teams, one))])];
}

/** Are other teams to go than were proposed? Nothing proposed, nothing to differ from. */
export const differs = (proposed: readonly string[], ticks: ReadonlySet<string>): boolean =>
  proposed.length > 0 && (proposed.length !== ticks.size || proposed.some((code) => !ticks.has(code)));

/** People on the registers of the teams ticked: the most that could come. */
export const strengthOf = (teams: readonly Recommendation[], ticks: ReadonlySet<string>): number =>
  teams.reduce((sum, team) => sum + (ticks.has(team.teamCode) ? team.strength : 0), 0);

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
