/** The county's wall clock at an instant, whatever zone the server runs in. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** @param zone IANA name, e.g. `Asia/Shanghai` */
export function localTime(at: Date, zone: string): LocalTime {
  let format = formatters.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, format);
  }
  const parts: Record<string, number> = {};
  for (const part of format.formatToParts(at)) parts[part.type] = Number(part.value);
  return parts as unknown as LocalTime;
}

/** `20260714`, the local date as the numbers of incidents carry it. */
export function localDateDigits(at: Date, zone: string): string {
  const { year, month, day } = localTime(at, zone);
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/** Whole minutes since the county's midnight: 419 until 06:59:59.999, 420 from 07:00:00.000. */
export function minutesOfDay(at: Date, zone: string): number {
  const { hour, minute } = localTime(at, zone);
  return hour * 60 + minute;
}

/** `7月14日14时05分`, as official papers write it. */
export function localWords(at: Date, zone: string): string {
  const { month, day, hour, minute } = localTime(at, zone);
  return `${month}月${day}日${hour}时${String(minute).padStart(2, '0')}分`;
}

/** What the county's wall clock shows at an instant, to the second, written as if it were UTC. */
export function wallOf(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = localTime(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The same as `2026-07-14 14:05:09`. */
export const wallWords = (at: Date, zone: string): string =>
  new Date(wallOf(at, zone)).toISOString().slice(0, 19).replace('T', ' ');

/** How far the county's wall clock is ahead of UTC at an instant, in milliseconds. */
const offsetMs = (at: Date, zone: string): number => wallOf(at, zone) - Math.floor(at.getTime() / 1000) * 1000;

/** The instant at which the county's wall clock shows `wall` (written as if it were UTC). */
export function instantOf(wall: number, zone: string): Date {
  const guess = new Date(wall - offsetMs(new Date(wall), zone));
  // Looked at again from near the instant itself: the clocks may have been changed in between.
  return new Date(wall - offsetMs(guess, zone));
}

/** The county's date at an instant, `2026-07-14`. */
export function localDate(at: Date, zone: string): string {
  const { year, month, day } = localTime(at, zone);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
