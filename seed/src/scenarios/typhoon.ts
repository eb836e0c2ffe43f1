import { type Habits, instants, invalidCall, type PlannedCall, type Scenario, validCall } from './call-plan.js';
import { makeRandom, type Random } from './random.js';

/** Calls by hour, 18:00 to 24:00: the storm passes from 20:00 to 21:00. 本县约定 */
export const CALLS_BY_HOUR = [12, 24, 80, 34, 16, 8] as const;
export const STORM_HOUR = 2;

/** Of every hundred calls this many are none: the same tree reported again, a question, a wrong number. 本县约定 */
const INVALID_SHARE = 0.2;
/** The mountains suffer: most calls come from the townships. */
const URBAN_SHARE = 0.3;

/** Type, weight, share that needs teams on the road. 本县约定 */
export const STORM_TYPES = [
  ['landslide', 18, 0.8],
  ['flood', 30, 0.5],
  ['house_collapse', 8, 0.9],
  ['drowning', 6, 1],
  ['road_collapse', 14, 0.5],
  ['power_outage', 14, 0.4],
  ['water_outage', 4, 0.4],
  ['traffic_accident_injury', 4, 1],
  ['medical_emergency', 5, 1],
  ['city_management', 10, 0.2],
] as const;

const HABITS: Habits = { urbanShare: URBAN_SHARE, sendAfter: [20, 120], settledAfter: [600, 3600] };

const stormCall = (random: Random, at: number): PlannedCall =>
  random.chance(INVALID_SHARE) ? invalidCall(random, at) : validCall(random, at, STORM_TYPES, HABITS);

/** A typhoon evening, 18:00 to 24:00: the same for the same seed. */
export function typhoonEvening(seed: number): Scenario {
  const random = makeRandom(seed);
  const calls = CALLS_BY_HOUR.flatMap((count, hour) =>
    instants(random, count, [1]).map((second) => stormCall(random, hour * 3600 + second)),
  );
  return { name: 'typhoon', startHour: 18, hours: 6, calls };
}
