import { instantOf, wallWords } from '@liandong/shared/local-time';
import { countyZone } from '../../ui/zone.js';

/** An instant as a field shows it in the county's time, with seconds: `2026-07-14 13:58:00`. */
export const toCountyField = (instant: string | number): string => wallWords(new Date(instant), countyZone());

/** What stands in such a field as an instant, typed full-width or without seconds, too; null while it is not one. */
export function fromCountyField(text: string): string | null {
  const line = text.normalize('NFKC').trim();
  const parts = /^(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(line);
  if (parts === null) return null;
  const [, day, hour = '', minute, second = '00'] = parts;
  const wall = Date.parse(`${day}T${hour.padStart(2, '0')}:${minute}:${second}Z`);
  return Number.isNaN(wall) ? null : instantOf(wall, countyZone()).toISOString();
}

/** The instant (ms) at which a day of the county (`2026-07-14`) begins. */
export const startOfDay = (day: string): number => instantOf(Date.parse(`${day}T00:00:00Z`), countyZone()).getTime();

const DAY_MS = 86_400_000;

/** A day some days later (or earlier). */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
