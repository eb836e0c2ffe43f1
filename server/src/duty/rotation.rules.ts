import { instantOf, localDate } from '@liandong/shared/local-time';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A rotation as the rules see it. Minutes since the county's midnight; days `2026-07-14`; weekdays 1 Monday … 7 Sunday. */
export interface Rotation {
  memberIds: readonly string[];
  perShift: number;
  startMinutes: readonly number[];
  hours: number;
  weekdays: readonly number[];
  firstDay: string;
  lastDay: string | null;
  /** From when it holds; a turn that runs at that instant begins there. */
  effectiveFrom: Date;
  endsAt: Date | null;
}

/** One member's turn, half-open. */
export interface Turn {
  memberId: string;
  startsAt: Date;
  endsAt: Date;
}

/** Days are counted from 1970-01-01, a Thursday. */
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** How many of these weekdays lie in `days` days from `first` on. */
function dutyDays(first: number, days: number, weekdays: readonly number[]): number {
  let count = Math.floor(days / 7) * weekdays.length;
  for (let number = first + Math.floor(days / 7) * 7; number < first + days; number += 1)
    if (weekdays.includes(weekdayOf(number))) count += 1;
  return count;
}

/** The members of the n-th shift since the rotation began: `perShift` at a time, round and round. */
function crewOf({ memberIds, perShift }: Rotation, shift: number): string[] {
  const crew = Array.from(
    { length: perShift },
    (_, index) => memberIds[(shift * perShift + index) % memberIds.length]!,
  );
  return [...new Set(crew)];
}

/**
 * The turns of a rotation that begin in [from, to), in order. Times of day are the county's wall clock, so a shift across a
 * change of clocks, a midnight, a month or a leap day ends when the clock on the wall says so. The same turn has the same
 * people whenever it is asked for.
 */
export function expandRotation(rotation: Rotation, from: Date, to: Date, zone: string): Turn[] {
  const { hours, weekdays, effectiveFrom, endsAt } = rotation;
  const startMinutes = [...rotation.startMinutes].sort((a, b) => a - b);
  const first = dayNumber(rotation.firstDay);
  const begin = Math.max(first, dayNumber(localDate(from, zone)) - Math.ceil(hours / 24) - 1);
  const end = Math.min(rotation.lastDay ? dayNumber(rotation.lastDay) : Infinity, dayNumber(localDate(to, zone)));
  let shift = begin > first ? dutyDays(first, begin - first, weekdays) * startMinutes.length : 0;
  const turns: Turn[] = [];
  for (let number = begin; number <= end; number += 1) {
    if (!weekdays.includes(weekdayOf(number))) continue;
    for (const minutes of startMinutes) {
      const wall = number * DAY_MS + minutes * MINUTE_MS;
      const startsAt = later(instantOf(wall, zone), effectiveFrom);
      const ends = earlier(instantOf(wall + hours * 60 * MINUTE_MS, zone), endsAt);
      if (startsAt < ends && startsAt >= from && startsAt < to)
        turns.push(...crewOf(rotation, shift).map((memberId) => ({ memberId, startsAt, endsAt: ends })));
      shift += 1;
    }
  }
  return turns.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
const earlier = (a: Date, b: Date | null): Date => (b && b < a ? b : a);

/** The instant its first shift from `now` on begins; null when it has none any more. It takes over from another there. */
export function firstStart(rotation: Rotation, now: Date, zone: string): Date | null {
  const soon = instantOf((dayNumber(rotation.firstDay) + 8) * DAY_MS, zone);
  const until = later(soon, new Date(now.getTime() + 9 * DAY_MS));
  return expandRotation({ ...rotation, effectiveFrom: now }, now, until, zone)[0]?.startsAt ?? null;
}
