import { instantOf } from '@liandong/shared/local-time';

const DAY_MS = 86_400_000;

/**
 * The last millisecond of a calendar day in the county: until then what is due that day is in time.
 * @param date `2026-07-20` @param zone IANA name, e.g. `Asia/Shanghai`
 */
export function endOfLocalDay(date: string, zone: string): Date {
  const [year, month, day] = date.split('-').map(Number);
  return instantOf(Date.UTC(year!, month! - 1, day!, 23, 59, 59, 999), zone);
}

/** Whole days of the calendar from one date to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Late: done after the end of its day, or not done and the day is over. */
export const isLate = ({ dueAt, doneAt }: { dueAt: Date; doneAt: Date | null }, now: Date): boolean =>
  (doneAt ?? now).getTime() > dueAt.getTime();
