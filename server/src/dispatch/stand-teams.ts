import type { PlanLevel } from '@liandong/shared/plan';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';
import { type Callable, planPlaces } from './plan-places.rules.js';
import type { TeamForPlace } from './recommend.queries.js';
import { detourBetween, type Expected, expectedArrival, type TravelNumbers } from './travel.rules.js';

/** A team as the rules see it for one scene. */
export type StandingTeam = Callable & { team: TeamForPlace; expected: Expected | null };

interface Asked {
  /** Specialties the type wants. */
  wanted: readonly string[];
  numbers: TravelNumbers;
  /** The detour where it happens. */
  there: number;
  townshipCode: string | null;
  /** Minutes on the road by a routing service, by team; null: the straight line. */
  roads: ReadonlyMap<string, number> | null;
}

/** Every team with its standing for a scene: distance and minutes, what fits, what is against it. */
export function standTeams(
  teams: readonly TeamForPlace[],
  { wanted, numbers, there, townshipCode, roads }: Asked,
): StandingTeam[] {
  return teams.map((team) => {
    const known = { drive: roads?.get(team.code) ?? null, detourPercent: detourBetween(team.detour, there) };
    const expected = expectedArrival({ ...known, km: team.distanceKm }, numbers);
    const near = expected ?? expectedArrival({ ...known, km: team.nearKm }, numbers);
    return { ...standingOf(team, townshipCode, wanted), team, expected, minutes: near?.minutes ?? null };
  });
}

const standingOf = (team: TeamForPlace, townshipCode: string | null, wanted: readonly string[]) => ({
  teamCode: team.code,
  matched: team.specialties.filter((code) => wanted.includes(code)).map((code) => SPECIALTY_WORDS[code] ?? code),
  specialties: team.specialties,
  townshipTeam: team.specialties.includes('local'),
  // The township's own 综合应急救援分队: the team whose very job is that township.
  local: townshipCode !== null && team.townshipCode === townshipCode && team.specialties.includes('local'),
  onDuty: team.onDuty,
  committed: team.committed,
  short: team.strength < team.minimumStrength,
  setAside: team.setAside,
  nearKm: team.nearKm,
  recent: team.recent,
  alreadyOrdered: team.alreadyOrdered,
});

/** Teams with their place in the plan, if it gives them one. */
export function withPlaces<T extends Callable>(levels: readonly PlanLevel[], teams: readonly T[]) {
  const places = planPlaces(levels, teams);
  return teams.map((team) => ({ ...team, place: places.get(team.teamCode) ?? null }));
}
