import type { MessageCounts } from '@liandong/shared/message';
import { addDays } from '../desk/county-time.rules.js';
import type { Period } from '../reports/period.rules.js';

export const COST_PRESETS = ['today', 'month', 'lastMonth'] as const;
export type CostPreset = (typeof COST_PRESETS)[number];

/** The quick choices, seen from `today` (`2026-07-14`). */
export function costPeriod(preset: CostPreset, today: string): Period {
  const first = `${today.slice(0, 7)}-01`;
  const lastOfBefore = addDays(first, -1);
  const table: Record<CostPreset, Period> = {
    today: { from: today, to: today },
    month: { from: first, to: today },
    lastMonth: { from: `${lastOfBefore.slice(0, 7)}-01`, to: lastOfBefore },
  };
  return table[preset];
}

export type Count = MessageCounts['lines'][number];
/** The figures of a row, in the order of the table. */
export const COUNTED = ['attempts', 'delivered', 'undelivered', 'refused', 'unsure', 'parts', 'costFen'] as const;
export type Totals = Record<(typeof COUNTED)[number], number>;

/** All lines together. */
export const totalOf = (lines: readonly Count[]): Totals =>
  Object.fromEntries(COUNTED.map((key) => [key, lines.reduce((sum, line) => sum + line[key], 0)])) as Totals;

/** 1/100 yuan as `12.30`; a part of a fen is kept to a tenth. */
export function yuan(fen: number): string {
  const tenths = Math.round(fen * 10);
  return tenths % 10 === 0 ? (tenths / 1000).toFixed(2) : (tenths / 1000).toFixed(3);
}
