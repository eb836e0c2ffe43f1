import type { INTERVALS, MeasuredOrder, ResponseTimesRow } from '@liandong/shared/report';
import { formatSpan } from '../../ui/time';

/** Compliance the county aims at, and below which a group is low. 本县约定 */
export const GOAL = 0.9;
export const LOW = 0.8;
export type Tone = 'met' | 'near' | 'over';

/** Met from 90 %, near from 80 %, over (too low) below. */
export function toneOf(compliance: number): Tone {
  if (compliance >= GOAL) return 'met';
  return compliance >= LOW ? 'near' : 'over';
}

/** `93.4`: percent with one decimal, cut and not rounded, so that 89.96 never reads as the goal reached. */
export const formatPercent = (share: number | null): string =>
  share === null ? '—' : (Math.floor(share * 1000 + 1e-9) / 10).toFixed(1);

export const formatTaken = (seconds: number | null): string => (seconds === null ? '—' : formatSpan(seconds));

type Interval = (typeof INTERVALS)[number];

export interface RankedRow extends ResponseTimesRow {
  /** Null: too few orders to be ranked. */
  rank: number | null;
}

const last = (value: number | null, worst: number): number => value ?? worst;

/** Best first: by compliance, then by P90, then by sample; groups too small to rank stand below, largest first. */
export function rankRows(rows: readonly ResponseTimesRow[]): RankedRow[] {
  const ranked = rows
    .filter((row) => row.ranked)
    .sort(
      (a, b) =>
        last(b.compliance, -1) - last(a.compliance, -1) ||
        last(a.p90Seconds, Infinity) - last(b.p90Seconds, Infinity) ||
        b.n - a.n,
    );
  const rest = rows.filter((row) => !row.ranked).sort((a, b) => b.n - a.n || a.label.localeCompare(b.label, 'zh'));
  return [...ranked.map((row, i) => ({ ...row, rank: i + 1 })), ...rest.map((row) => ({ ...row, rank: null }))];
}

/** Intervals that somebody owes in fixed minutes; the others are only measured. */
export const isTimed = (interval: Interval): boolean => interval === 'target' || interval === 'acknowledge';

/** The server lists at most so many orders, the newest. */
export const MOST_LISTED = 1000;

/** How an order came out, in the words of the report: without a stamp it is missing, which counts as missed. */
export type Result = 'met' | 'late' | 'missing' | 'waived' | 'running';
export function resultOf(order: MeasuredOrder): Result {
  if (order.result !== 'missed') return order.result;
  return order.takenSeconds === null ? 'missing' : 'late';
}

/** What stands behind a number of the table. */
export type View = 'sample' | 'met' | 'missing' | 'waived' | 'running' | 'late' | 'p50' | 'p90' | 'worst';
const DECIDED: readonly Result[] = ['met', 'late', 'missing'];
const TIMED: readonly Result[] = ['met', 'late'];
const BEHIND: Record<View, readonly Result[]> = {
  sample: DECIDED,
  met: ['met'],
  missing: ['missing'],
  waived: ['waived'],
  running: ['running'],
  late: ['late', 'missing'],
  p50: TIMED,
  p90: TIMED,
  worst: TIMED,
};

/** What to ask the server for: only what the number counts, since it lists no more than so many. */
export const ASKED: Record<View, MeasuredOrder['result'] | undefined> = {
  sample: undefined,
  met: 'met',
  missing: 'missed',
  waived: 'waived',
  running: 'running',
  late: 'missed',
  p50: undefined,
  p90: undefined,
  worst: undefined,
};

/** The orders behind a number, slowest first; without a stamp before all. */
export function ordersBehind(view: View, orders: readonly MeasuredOrder[]): MeasuredOrder[] {
  return orders
    .filter((order) => BEHIND[view].includes(resultOf(order)))
    .sort((a, b) => last(b.takenSeconds, Infinity) - last(a.takenSeconds, Infinity));
}
