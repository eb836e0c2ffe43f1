import { type Habits, instants, invalidCall, type Scenario, shuffled, type TypeRow, validCall } from './call-plan.js';
import { makeRandom, shareOut } from './random.js';

/**
 * 2011 as the county's document prints it (文件依据): 78,471 calls, 32,278 of them valid; a mean day is 215 and 88.
 * What the document does not name (治安 and the rest) is what is left of the valid ones.
 */
export const YEAR_2011 = {
  calls: 78_471,
  valid: 32_278,
  categories: { 抢险救援: 306, 交通事件: 8_249, 群众求助: 1_609, 医患纠纷: 35, 群体性隐患: 32, 灾害事故: 14 },
} as const;
const NAMED = Object.values(YEAR_2011.categories).reduce((a, b) => a + b, 0);
export const CATEGORIES = { ...YEAR_2011.categories, 其他: YEAR_2011.valid - NAMED } as const;
export type Category = keyof typeof CATEGORIES;

export const CALLS_A_DAY = Math.round(YEAR_2011.calls / 365);
export const VALID_A_DAY = Math.round(YEAR_2011.valid / 365);

/** How often the telephone rings, by hour from midnight: quiet before dawn, busy in the morning and evening. 本县约定 */
export const HOURLY = [5, 3, 2, 2, 2, 3, 6, 10, 13, 14, 13, 11, 10, 10, 12, 12, 12, 13, 13, 14, 14, 12, 9, 7] as const;

/** Types within a category: weight, and the share of calls that need teams on the road. 本县约定 */
const TYPES: Record<Category, readonly TypeRow[]> = {
  抢险救援: [
    ['building_fire', 40, 1],
    ['drowning', 15, 1],
    ['gas_leak', 20, 1],
    ['vehicle_fire', 15, 1],
    ['mountain_lost', 10, 1],
  ],
  交通事件: [
    ['traffic_accident_minor', 82, 0.3],
    ['traffic_accident_injury', 16, 1],
    ['road_collapse', 2, 1],
  ],
  群众求助: [
    ['public_help', 45, 0.8],
    ['medical_emergency', 25, 1],
    ['person_missing', 12, 1],
    ['elevator_trapped', 10, 1],
    ['street_relief', 5, 1],
    ['suicide_attempt', 3, 1],
  ],
  医患纠纷: [['medical_dispute', 1, 1]],
  群体性隐患: [['mass_gathering', 1, 1]],
  灾害事故: [
    ['landslide', 50, 1],
    ['house_collapse', 50, 1],
  ],
  其他: [
    ['public_order', 78, 0.15],
    ['city_management', 18, 0.3],
    ['online_rumour', 4, 0.5],
  ],
};

const HABITS: Habits = { sendAfter: [25, 110], settledAfter: [300, 2400] };

/** An ordinary day from midnight to midnight: the same for the same seed. */
export function ordinaryDay(seed: number): Scenario {
  const random = makeRandom(seed);
  const names = Object.keys(CATEGORIES) as Category[];
  const shares = shareOut(random, VALID_A_DAY, Object.values(CATEGORIES));
  const valid: (Category | null)[] = names.flatMap((name, index) => Array.from({ length: shares[index]! }, () => name));
  const invalid = Array.from({ length: CALLS_A_DAY - VALID_A_DAY }, () => null);
  const kinds = shuffled(random, [...valid, ...invalid]);
  const calls = instants(random, CALLS_A_DAY, HOURLY).map((at, index) => {
    const category = kinds[index] ?? null;
    return category === null ? invalidCall(random, at) : validCall(random, at, TYPES[category], HABITS);
  });
  return { name: 'day', startHour: 0, hours: 24, calls };
}
