import { countyZone } from './zone';

const pad = (n: number): string => String(n).padStart(2, '0');

/** A span in seconds as `05:56`, beyond an hour `1:02:03`. The sign is dropped. */
export function formatSpan(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${pad(m)}:${pad(s)}`;
}

/**
 * Seconds left as `05:56`; over (negative) as `+03:12`; beyond an hour `h:mm:ss`.
 * A second that has begun counts: 0.4 s left shows 00:01, so that 00:00 is the due instant itself.
 */
export function formatCountdown(seconds: number): string {
  return seconds < 0 ? `+${formatSpan(-seconds)}` : formatSpan(Math.ceil(seconds));
}

type Format = () => Intl.DateTimeFormat;

/** A format by the county's clock; made again only when the county's zone has become known. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Format {
  let made: { zone: string; format: Intl.DateTimeFormat } | null = null;
  return () => {
    const zone = countyZone();
    if (made?.zone !== zone)
      made = { zone, format: new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options }) };
    return made.format;
  };
}
const TIME = formatter('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const SHORT = formatter('zh-CN', { hour: '2-digit', minute: '2-digit' });
const DATE = formatter('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' });
const WEEKDAYS = {
  zh: formatter('zh-CN', { weekday: 'narrow' }),
  en: formatter('en-GB', { weekday: 'short' }),
};

type Moment = string | number | null | undefined;
const instant = (at: Moment): Date | null => {
  if (at === null || at === undefined) return null;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date;
};
const show = (format: Format, at: Moment): string => {
  const date = instant(at);
  return date === null ? '—' : format().format(date);
};

/** `14:02:41` in the county's zone; `—` for nothing. */
export const formatInstant = (at: Moment): string => show(TIME, at);
/** `14:02` */
export const formatMinute = (at: Moment): string => show(SHORT, at);
/** `2026-07-14` */
export const formatDate = (at: Moment): string => show(DATE, at);
/** `2026-07-14 二` */
export const formatDay = (at: Moment, language: 'zh' | 'en' = 'zh'): string =>
  `${show(DATE, at)} ${show(WEEKDAYS[language], at)}`;

/** `14:02:41` on the day of `now` (ms), else with its day: `2026-07-13 14:02`. */
export const formatWhen = (at: Moment, now: number): string =>
  formatDate(at) === formatDate(now) ? formatInstant(at) : `${formatDate(at)} ${formatMinute(at)}`;
