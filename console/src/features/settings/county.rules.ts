import { startOfDay, toCountyField } from '../desk/county-time.rules.js';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** Minutes after midnight as the clock shows them: 420 → `07:00`. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A span in the largest unit that says it whole: 86400 → 24 hours; null when its seconds are plain enough. */
export function plainSpan(seconds: number): { unit: 'hours' | 'minutes'; count: number } | null {
  if (seconds === 0) return null;
  if (seconds % 3600 === 0) return { unit: 'hours', count: seconds / 3600 };
  return seconds % 60 === 0 ? { unit: 'minutes', count: seconds / 60 } : null;
}

/** The next instant, from `now` (ms) on, at which the county's clock shows so many minutes after midnight. */
export function nextAt(minutes: number, now: number): Date {
  const local = toCountyField(now);
  const midnight = startOfDay(local.slice(0, 10));
  const today = midnight + minutes * MINUTE_MS;
  return new Date(today >= now ? today : today + DAY_MINUTES * MINUTE_MS);
}

/** Stretches of the day strip, in minutes: day is [from, to), over midnight when from > to. */
export function strip(from: number, to: number): { start: number; end: number; day: boolean }[] {
  const [first, second] = from < to ? [from, to] : [to, from];
  const inner = from < to;
  return [
    { start: 0, end: first, day: !inner },
    { start: first, end: second, day: inner },
    { start: second, end: DAY_MINUTES, day: !inner },
  ].filter((part) => part.end > part.start);
}
