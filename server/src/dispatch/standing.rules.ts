/** What speaks for and against a team, whatever any plan says. `nearKm`: from the point, or from the township's seat. */
export interface Standing {
  teamCode: string;
  matched: readonly string[];
  local: boolean;
  onDuty: string | null;
  committed: number;
  short: boolean;
  setAside: string | null;
  /** Whole minutes to the scene; null: not known. */
  minutes: number | null;
  nearKm: number | null;
  /** Orders of the last seven days. */
  recent: number;
}

/** What each argument weighs. 本县约定 */
const WEIGHT = {
  specialty: 600,
  local: 500,
  onDuty: 200,
  committed: -250,
  short: -100,
  minute: -2,
} as const;

export const score = (team: Standing): number =>
  (team.matched.length > 0 ? WEIGHT.specialty : 0) +
  (team.local ? WEIGHT.local : 0) +
  (team.onDuty === null ? 0 : WEIGHT.onDuty) +
  team.committed * WEIGHT.committed +
  (team.short ? WEIGHT.short : 0) +
  (team.minutes ?? 0) * WEIGHT.minute;

/** The better team first; of equal ones the one called less of late, then the nearer, then by code: the list never jumps. */
export const before = (a: Standing, b: Standing): number =>
  score(b) - score(a) ||
  a.recent - b.recent ||
  (a.nearKm ?? 0) - (b.nearKm ?? 0) ||
  (a.teamCode < b.teamCode ? -1 : a.teamCode > b.teamCode ? 1 : 0);

/** Was it only the fewer orders of late that put `a` before `b`? */
export const fairness = (a: Standing, b: Standing): boolean => score(a) === score(b) && a.recent < b.recent;
