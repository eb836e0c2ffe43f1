import { wallOf } from '@liandong/shared/local-time';
import type { MeasuredOrder } from '@liandong/shared/report';
import { countyZone } from '../../ui/zone.js';
import { resultOf } from './report.rules';

/** One bar: orders that took from `fromMinutes` up to the next bar. */
export interface Bin {
  fromMinutes: number;
  met: number;
  late: number;
}
export interface Distribution {
  binMinutes: number;
  bins: Bin[];
  /** The distinct limits of these orders, in minutes. */
  limits: number[];
  /** The last bar holds everything from here on. */
  beyondMinutes: number;
}

/** Widths a reader can count in. */
const WIDTHS = [1, 2, 5, 10, 15, 30, 60] as const;
const MOST_BINS = 25;

/** How long the orders took, in bars of a readable width; the slowest hundredth shares the last bar. */
export function distribution(orders: readonly MeasuredOrder[]): Distribution {
  const timed = orders.filter((o) => o.takenSeconds !== null && (o.result === 'met' || o.result === 'missed'));
  const minutes = timed.map((o) => o.takenSeconds! / 60).sort((a, b) => a - b);
  const limits = [...new Set(timed.map((o) => o.targetSeconds / 60))].sort((a, b) => a - b);
  // The limits are in sight even when everybody was far below them.
  const reach = Math.max(5, limits.at(-1) ?? 0, minutes[Math.ceil(minutes.length * 0.99) - 1] ?? 0);
  const binMinutes = WIDTHS.find((width) => reach / width < MOST_BINS) ?? Math.ceil(reach / MOST_BINS / 60) * 60;
  const count = Math.floor(reach / binMinutes) + 1;
  const bins: Bin[] = Array.from({ length: count }, (_, i) => ({ fromMinutes: i * binMinutes, met: 0, late: 0 }));
  for (const order of timed) {
    const bin = bins[Math.min(count - 1, Math.floor(order.takenSeconds! / 60 / binMinutes))]!;
    if (resultOf(order) === 'met') bin.met += 1;
    else bin.late += 1;
  }
  return { binMinutes, bins, limits, beyondMinutes: (count - 1) * binMinutes };
}

/** Weekday (0 Monday … 6 Sunday) and cell of the day of an instant in the county. */
export function weekCell(instant: string): { day: number; cell: number } {
  const local = new Date(wallOf(new Date(instant), countyZone()));
  return { day: (local.getUTCDay() + 6) % 7, cell: Math.floor(local.getUTCHours() / CELL_HOURS) };
}

/** Hours of one cell: wide enough to be pressed on a laptop. */
export const CELL_HOURS = 2;

/** Late and missing orders by weekday and hour of issue: 7 rows of 12 numbers. */
export function lateHours(orders: readonly MeasuredOrder[]): number[][] {
  const table = Array.from({ length: 7 }, () => new Array<number>(24 / CELL_HOURS).fill(0));
  for (const order of orders) {
    if (order.result !== 'missed') continue;
    const { day, cell } = weekCell(order.issuedAt);
    table[day]![cell]! += 1;
  }
  return table;
}
