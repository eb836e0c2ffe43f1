import { addDays, startOfDay } from '../desk/county-time.rules.js';

/** Days as `2026-07-14`, in the county's zone; a period names its first and last day, both included. */
export interface Period {
  from: string;
  to: string;
}
export const PRESETS = ['today', 'week', 'month', 'half'] as const;
export type Preset = (typeof PRESETS)[number];

/** Is this text a day that exists? */
export function isDay(text: string | null): text is string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** The half-year of a day: results are published for January–June and July–December. */
function halfYear(day: string): Period {
  const year = day.slice(0, 4);
  return Number(day.slice(5, 7)) <= 6
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` };
}

/** The quick choices, seen from `today`. */
export function presetPeriod(preset: Preset, today: string): Period {
  const table: Record<Preset, Period> = {
    today: { from: today, to: today },
    week: { from: addDays(today, -6), to: today },
    month: { from: addDays(today, -29), to: today },
    half: halfYear(today),
  };
  return table[preset];
}

/** The period as instants, half-open: up to the midnight after its last day. */
export function periodInstants({ from, to }: Period): { from: string; to: string } {
  const midnight = (day: string): string => new Date(startOfDay(day)).toISOString();
  return { from: midnight(from), to: midnight(addDays(to, 1)) };
}
