import { instantOf, localTime } from '@liandong/shared/local-time';

/** Hours between which somebody may be texted about what is not urgent. 本县约定 */
const TEXTED_FROM = 8;
const TEXTED_UNTIL = 20;

/** Now, or at night the next morning: a day ends at midnight, but nobody is woken for what can wait. */
export function textingTime(now: Date, zone: string): Date {
  const { year, month, day, hour } = localTime(now, zone);
  if (hour >= TEXTED_FROM && hour < TEXTED_UNTIL) return now;
  return instantOf(Date.UTC(year, month - 1, hour < TEXTED_FROM ? day : day + 1, TEXTED_FROM), zone);
}
