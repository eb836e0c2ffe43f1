import type { CALL_CHANNELS, INVALID_CODES } from '@liandong/shared/incident';
import { GAZETTEER } from '../xianju/gazetteer.js';
import type { PlaceSeed } from '../xianju/types.js';
import type { Random } from './random.js';
import { STORIES } from './stories.js';

/** One call of a scenario. Times are seconds; `at` counts from the scenario's start. Everybody in it is a placeholder. */
export interface PlannedCall {
  at: number;
  channel: (typeof CALL_CHANNELS)[number];
  narrative: string;
  placeText: string;
  location: { lon: number; lat: number };
  callerPhone: string;
  typeCode: string;
  /** Null for a valid call; else why it is none, found out after `settledAfter`. */
  invalid: { code: (typeof INVALID_CODES)[number]; reason: string } | null;
  /** Teams are sent this long after the call; null: no team is needed. */
  sendAfter: number | null;
  /** A call without teams is settled by telephone, or judged invalid, after this long. */
  settledAfter: number;
}

/** A scenario: when it starts by the county's clock, how long it lasts, its calls in order of time. */
export interface Scenario {
  name: 'day' | 'typhoon';
  startHour: number;
  hours: number;
  calls: PlannedCall[];
}

/** Channels by how often they ring; 110 takes most since the centre runs with it. 本县约定 */
const CHANNELS = [
  ['110', 70],
  ['119', 6],
  ['122', 12],
  ['120', 6],
  ['hotline', 4],
  ['app', 2],
] as const;

const URBAN = ['001', '002', '003'];
const IN_TOWN = GAZETTEER.filter((place) => URBAN.includes(place.townshipCode));
const OUTSIDE = GAZETTEER.filter((place) => !URBAN.includes(place.townshipCode));
/** People live in the town: this share of the calls comes from the three sub-districts. 本县约定 */
const URBAN_SHARE = 0.5;

export function somePlace(random: Random, urbanShare = URBAN_SHARE): PlaceSeed {
  return random.pick(random.chance(urbanShare) ? IN_TOWN : OUTSIDE);
}

/** What every call has, whatever it is about. */
export function callFrom(random: Random, place: PlaceSeed) {
  const [lon, lat] = place.location;
  return {
    channel: random.weighted(CHANNELS),
    placeText: place.name,
    location: { lon, lat },
    // No mainland mobile number begins with 100.
    callerPhone: `1009${String(random.int(0, 9_999_999)).padStart(7, '0')}`,
  };
}

/** Why a call is no valid one: code, what the dispatcher notes, what is heard, how often. Shares: 本县约定. */
type Invalid = NonNullable<PlannedCall['invalid']> & { heard: string };
const INVALID: readonly (readonly [Invalid, number])[] = [
  [{ code: 'harassment', reason: '骚扰电话', heard: '来电不说事，说笑几句就挂断' }, 34],
  [{ code: 'false_alarm', reason: '误报，核实无此事', heard: '报称有情况，回拨核实为误会' }, 18],
  [{ code: 'enquiry', reason: '咨询，已答复并转办', heard: '询问证件办理和办公时间' }, 33],
  [{ code: 'repeat', reason: '重复报警，已有警情', heard: '报告同一件事，前面已有人报过' }, 15],
];

/** Types of call: code, weight, share of calls that need teams on the road. */
export type TypeRow = readonly [typeCode: string, weight: number, sent: number];

/** What a kind of day does with a valid call; spans in seconds, from and to. */
export interface Habits {
  urbanShare?: number;
  sendAfter: readonly [from: number, to: number];
  settledAfter: readonly [from: number, to: number];
}

/** A valid call of one of these types, somewhere in the county. */
export function validCall(random: Random, at: number, types: readonly TypeRow[], habits: Habits): PlannedCall {
  const [typeCode, , sent] = random.weighted(types.map((row) => [row, row[1]] as const));
  const place = somePlace(random, habits.urbanShare);
  return {
    at,
    ...callFrom(random, place),
    narrative: random.pick(STORIES[typeCode]!).replace('@', place.name),
    typeCode,
    invalid: null,
    sendAfter: random.chance(sent) ? random.int(...habits.sendAfter) : null,
    settledAfter: random.int(...habits.settledAfter),
  };
}

export function invalidCall(random: Random, at: number): PlannedCall {
  const { code, reason, heard } = random.weighted(INVALID);
  const place = somePlace(random);
  return {
    at,
    ...callFrom(random, place),
    narrative: `${place.name}：${heard}`,
    typeCode: 'other',
    invalid: { code, reason },
    sendAfter: null,
    settledAfter: random.int(15, 90),
  };
}

/** Instants spread over hours as the weights say, in order. @param weights one per hour from the scenario's start */
export function instants(random: Random, count: number, weights: readonly number[]): number[] {
  const hours = weights.map((weight, hour) => [hour, weight] as const);
  const found = Array.from({ length: count }, () => random.weighted(hours) * 3600 + random.int(0, 3599));
  return found.sort((a, b) => a - b);
}

/** The same items in another order. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => [random.next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
