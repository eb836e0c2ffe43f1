import type { LineState } from '@liandong/shared/message';

/** How a line stands; what the rules need of its row. */
export interface Health {
  state: LineState;
  since: Date | null;
  failures: number;
  refusals: number;
  probeAt: Date | null;
  lastGoodAt: Date | null;
  code: string | null;
}

export const NEW_LINE: Health = {
  state: 'well',
  since: null,
  failures: 0,
  refusals: 0,
  probeAt: null,
  lastGoodAt: null,
  code: null,
};

/** What a handful of attempts by one line came to. `refusesAll`: it said that it takes nothing from us. */
export interface Batch {
  good: number;
  faults: number;
  refusesAll: boolean;
  code: string | null;
}

/** So many faults in a row make a line sick (本县约定): one may be chance, three are not. */
const FAULTS = 3;
/**
 * A sick line is asked again after this. One that refuses us answers when it is asked all the same: it is tried again after a
 * minute, then after twice as long each time, up to a quarter of an hour.
 */
const PROBE_SECONDS = 2;
const REFUSED_PROBE_SECONDS = [60, 120, 240, 480, 900] as const;

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** Health after some attempts. One switched off stays off; a good one makes a sick line well at once. */
export function afterBatch(before: Health, batch: Batch, now: Date): Health {
  if (before.state === 'off') return before;
  if (batch.refusesAll) {
    // What was handed over before the first refusal came back is refused with it: one wave, not a second time.
    if (before.state === 'sick' && before.refusals > 0 && before.probeAt && now < before.probeAt) return before;
    const pause = REFUSED_PROBE_SECONDS[Math.min(before.refusals, REFUSED_PROBE_SECONDS.length - 1)]!;
    return sicken({ ...before, refusals: before.refusals + 1 }, batch.code, later(now, pause), now);
  }
  if (batch.good > 0) {
    const state = before.state === 'sick' ? 'well' : before.state;
    return {
      ...before,
      state,
      since: state === before.state ? before.since : now,
      failures: 0,
      refusals: 0,
      probeAt: null,
      lastGoodAt: now,
      code: null,
    };
  }
  if (batch.faults === 0) return before;
  const failures = before.failures + batch.faults;
  if (failures < FAULTS) return { ...before, failures, code: batch.code };
  return sicken({ ...before, failures }, batch.code, later(now, PROBE_SECONDS), now);
}

const sicken = (before: Health, code: string | null, probeAt: Date, now: Date): Health => ({
  ...before,
  state: 'sick',
  since: before.state === 'sick' ? before.since : now,
  probeAt,
  code,
});

/** A sick line was asked whether it answers. */
export const afterProbe = (before: Health, answers: boolean, now: Date): Health =>
  answers
    ? { ...before, state: 'well', since: now, failures: 0, probeAt: null, code: null }
    : { ...before, probeAt: later(now, PROBE_SECONDS) };

/** Receipts of a line in the last quarter of an hour. `late`: taken, and nothing heard for five minutes or heard only then. */
export interface Punctuality {
  taken: number;
  late: number;
}

const FEWEST = 10;
const LATE_SHARE = 0.15;

/**
 * A line whose receipts stay away stands behind the others until they come again: 15 % late of at least ten
 * (the threshold GOV.UK Notify works with).
 */
export function afterReview(before: Health, { taken, late }: Punctuality, now: Date): Health {
  if (before.state !== 'well' && before.state !== 'slow') return before;
  const state = taken >= FEWEST && late / taken >= LATE_SHARE ? 'slow' : 'well';
  return state === before.state ? before : { ...before, state, since: now };
}
