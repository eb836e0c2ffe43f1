import { addDays, startOfDay, toCountyField } from '../desk/county-time.rules.js';

interface Span {
  startsAt: string;
  endsAt: string;
}

/** The county's day of an instant, `2026-07-14`. */
export const dayOf = (at: string | number): string => toCountyField(at).slice(0, 10);
/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** `count` days from the day of `now` (ms) on. */
export const daysFrom = (now: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(dayOf(now), index));

/** The weeks a month (`2026-07`) touches, Monday first. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  let day = addDays(first, 1 - weekdayOf(first));
  const weeks: string[][] = [];
  do {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
    day = addDays(day, 7);
  } while (day.slice(0, 7) === month);
  return weeks;
}

/** The month so many months from this one, over the end of the year. */
export function monthFrom(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** What of these stretches lies in a day, cut to it. */
export function onDay<T extends Span>(day: string, spans: readonly T[]): T[] {
  const [from, to] = [startOfDay(day), startOfDay(addDays(day, 1))];
  return spans
    .filter(({ startsAt, endsAt }) => Date.parse(startsAt) < to && Date.parse(endsAt) > from)
    .map((span) => ({
      ...span,
      startsAt: new Date(Math.max(from, Date.parse(span.startsAt))).toISOString(),
      endsAt: new Date(Math.min(to, Date.parse(span.endsAt))).toISOString(),
    }));
}

/** Hours of a day nobody covers, to the half hour, never 0 for a gap. */
export const gapHours = (day: string, gaps: readonly Span[]): number => {
  const ms = onDay(day, gaps).reduce((sum, gap) => sum + Date.parse(gap.endsAt) - Date.parse(gap.startsAt), 0);
  return ms === 0 ? 0 : Math.max(0.5, Math.round(ms / 1_800_000) / 2);
};

/** `7-14 08:00` */
export const shortTime = (at: string): string => toCountyField(at).slice(5, 16);
/** `08:00`; the end of a day is 24:00 when it ends a stretch of that day. */
export const clockIn = (at: string, day: string): string =>
  Date.parse(at) === startOfDay(addDays(day, 1)) ? '24:00' : toCountyField(at).slice(11, 16);

/** `08:00 20:00`, also with full-width signs or commas, as minutes of the day; null while it says no times. */
export function readTimes(text: string): number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,，、;；]+/)
    .filter(Boolean);
  const minutes = parts.map((part) => {
    const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(part) ?? [];
    const value = Number(hour) * 60 + Number(minute);
    return hour !== undefined && Number(hour) < 24 && Number(minute) < 60 ? value : null;
  });
  if (minutes.length === 0 || minutes.includes(null)) return null;
  return [...new Set(minutes as number[])].sort((a, b) => a - b);
}

/** Hours between one handover and the next when all are alike: 24 for one, 12 for two; else null. */
export function evenHours(minutes: readonly number[]): number | null {
  const gaps = minutes.map((at, index) => ((minutes[(index + 1) % minutes.length]! - at + 1440 - 1) % 1440) + 1);
  return gaps.every((gap) => gap === gaps[0]) && gaps[0]! % 60 === 0 ? gaps[0]! / 60 : null;
}

export type CheckState = 'none' | 'done' | 'doneLate' | 'missing' | 'waiting';

/** How signing in stands for somebody on duty. */
export function checkState(person: { checkIn: boolean; checkedInAt: string | null; late: boolean }): CheckState {
  if (person.checkedInAt !== null) return person.late ? 'doneLate' : 'done';
  if (!person.checkIn) return 'none';
  return person.late ? 'missing' : 'waiting';
}

const EARLY_MS = 3_600_000;

/** Is signing in offered at `now` (ms)? The server decides; a tap too early is not offered. */
export const offersCheckIn = (shift: Span & { checkedInAt: string | null }, now: number): boolean =>
  shift.checkedInAt === null && Date.parse(shift.startsAt) - EARLY_MS <= now && now < Date.parse(shift.endsAt);

export type Phase = 'past' | 'running' | 'ahead';
export function phaseOf({ startsAt, endsAt }: Span, now: number): Phase {
  if (Date.parse(endsAt) <= now) return 'past';
  return Date.parse(startsAt) <= now ? 'running' : 'ahead';
}
