import { type Clocked, type Phase, readClock } from '@liandong/shared/obligation.clock';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const pad = (n: number): string => String(n).padStart(2, '0');

/** A span of hours or days in the units a person thinks in; under an hour the running minutes. */
export type Span =
  | { unit: 'days'; days: number; hours: number }
  | { unit: 'hours'; hours: number; minutes: string }
  | { unit: 'minutes'; text: string };

/** @param seconds the sign is dropped; a second or minute that has begun counts as long as time is left */
export function spanOf(seconds: number): Span {
  const whole = seconds > 0 ? Math.ceil(seconds) : Math.floor(-seconds);
  if (whole >= 2 * DAY) return { unit: 'days', days: Math.floor(whole / DAY), hours: Math.floor(whole / HOUR) % 24 };
  if (whole >= HOUR)
    return { unit: 'hours', hours: Math.floor(whole / HOUR), minutes: pad(Math.floor(whole / 60) % 60) };
  return { unit: 'minutes', text: `${pad(Math.floor(whole / 60))}:${pad(whole % 60)}` };
}

/** What a paper's clock shows at `now` (ms, the server's time); no due instant: nothing. */
export function readDue(startedAt: string, dueAt: string | null, now: number): { phase: Phase; span: Span } | null {
  if (dueAt === null) return null;
  const clocked: Clocked = { startedAt, dueAt, state: 'open', metAt: null };
  const { phase, seconds } = readClock(clocked, now);
  return { phase, span: spanOf(seconds) };
}
