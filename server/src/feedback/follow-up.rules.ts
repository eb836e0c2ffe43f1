import { localTime } from '../platform/local-time.js';

const DAY_MS = 86_400_000;

/** How far the county's wall clock is ahead of UTC at an instant, in milliseconds. */
function offsetMs(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = localTime(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}

/** The instant at which the county's wall clock shows `wall` (written as if it were UTC). */
function instantOf(wall: number, zone: string): Date {
  const guess = new Date(wall - offsetMs(new Date(wall), zone));
  // Looked at again from near the instant itself: the clocks may have been changed in between.
  return new Date(wall - offsetMs(guess, zone));
}

/**
 * The last millisecond of a calendar day in the county: until then what is due that day is in time.
 * @param date `2026-07-20` @param zone IANA name, e.g. `Asia/Shanghai`
 */
export function endOfLocalDay(date: string, zone: string): Date {
  const [year, month, day] = date.split('-').map(Number);
  return instantOf(Date.UTC(year!, month! - 1, day!, 23, 59, 59, 999), zone);
}

/** Hours between which somebody may be texted about what is not urgent. 本县约定 */
const TEXTED_FROM = 8;
const TEXTED_UNTIL = 20;

/** Now, or at night the next morning: a day ends at midnight, but nobody is woken for a follow-up. */
export function textingTime(now: Date, zone: string): Date {
  const { year, month, day, hour } = localTime(now, zone);
  if (hour >= TEXTED_FROM && hour < TEXTED_UNTIL) return now;
  return instantOf(Date.UTC(year, month - 1, hour < TEXTED_FROM ? day : day + 1, TEXTED_FROM), zone);
}

/** The county's date at an instant, `2026-07-14`. */
export function localDate(at: Date, zone: string): string {
  const { year, month, day } = localTime(at, zone);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** Whole days of the calendar from one date to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Late: done after the end of its day, or not done and the day is over. */
export const isLate = ({ dueAt, doneAt }: { dueAt: Date; doneAt: Date | null }, now: Date): boolean =>
  (doneAt ?? now).getTime() > dueAt.getTime();
