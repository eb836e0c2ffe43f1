import { describe, expect, test } from '@jest/globals';
import { afterBatch, afterProbe, afterReview, type Batch, type Health, NEW_LINE } from './health.rules.js';

const NOW = new Date('2026-07-14T06:00:00.000Z');
const LATER = new Date('2026-07-14T06:00:02.000Z');
const batch = (more: Partial<Batch> = {}): Batch => ({ good: 0, faults: 0, refusesAll: false, code: null, ...more });
const fault = batch({ faults: 1, code: 'timeout' });
const SICK: Health = { ...NEW_LINE, state: 'sick', since: NOW, failures: 3, probeAt: LATER, code: 'timeout' };

describe('a line', () => {
  test('is sick after three faults in a row, and is then asked two seconds later', () => {
    const once = afterBatch(NEW_LINE, fault, NOW);
    const twice = afterBatch(once, fault, NOW);
    expect([once.state, twice.state]).toEqual(['well', 'well']);
    expect(afterBatch(twice, fault, NOW)).toEqual({ ...SICK });
    expect(afterBatch(NEW_LINE, batch({ faults: 3, code: 'timeout' }), NOW)).toEqual({ ...SICK });
  });

  test('one good attempt in between begins the counting anew', () => {
    const good = afterBatch(afterBatch(NEW_LINE, batch({ faults: 2, code: 'x' }), NOW), batch({ good: 1 }), NOW);
    expect(good).toMatchObject({ failures: 0, code: null, lastGoodAt: NOW });
    expect(afterBatch(good, fault, NOW).state).toBe('well');
  });

  test('that takes nothing from us is sick at once, and asked a minute later', () => {
    const refused = afterBatch(NEW_LINE, batch({ faults: 1, refusesAll: true, code: 'no_money' }), NOW);
    expect(refused).toMatchObject({ state: 'sick', code: 'no_money', probeAt: new Date('2026-07-14T06:01:00.000Z') });
    // It answers when asked, and refuses again: the pauses grow, until something is taken.
    const again = afterBatch(
      afterProbe(refused, true, NOW),
      batch({ faults: 1, refusesAll: true, code: 'no_money' }),
      NOW,
    );
    expect(again.probeAt).toEqual(new Date('2026-07-14T06:02:00.000Z'));
    expect(afterBatch(again, batch({ good: 1 }), NOW)).toMatchObject({ state: 'well', refusals: 0 });
  });

  test('refuses what was on its way together as one: the pause does not grow by it', () => {
    const refusal = batch({ faults: 1, refusesAll: true, code: 'no_money' });
    const first = afterBatch(NEW_LINE, refusal, NOW);
    expect(afterBatch(first, refusal, LATER)).toBe(first);
  });

  test('that answers when asked is well; one that does not is asked again', () => {
    expect(afterProbe(SICK, true, LATER)).toMatchObject({ state: 'well', since: LATER, failures: 0, code: null });
    expect(afterProbe(SICK, false, LATER)).toEqual({ ...SICK, probeAt: new Date('2026-07-14T06:00:04.000Z') });
  });

  test('stays sick since the first moment, whatever else fails', () => {
    expect(afterBatch(SICK, fault, LATER)).toMatchObject({ state: 'sick', since: NOW });
  });

  test('switched off by hand stays off', () => {
    const off: Health = { ...NEW_LINE, state: 'off', since: NOW };
    for (const one of [fault, batch({ good: 5 }), batch({ faults: 9, refusesAll: true })])
      expect(afterBatch(off, one, LATER)).toBe(off);
    expect(afterReview(off, { taken: 100, late: 100 }, LATER)).toBe(off);
  });

  test.each([
    [9, 9, 'well'],
    [10, 1, 'well'],
    [20, 3, 'slow'],
    [100, 14, 'well'],
    [100, 15, 'slow'],
  ])('of %d taken, %d without a receipt in time: %s', (taken, late, state) => {
    expect(afterReview(NEW_LINE, { taken, late }, NOW).state).toBe(state);
  });

  test('whose receipts come again is well again', () => {
    const slow: Health = { ...NEW_LINE, state: 'slow', since: NOW };
    expect(afterReview(slow, { taken: 30, late: 0 }, LATER)).toMatchObject({ state: 'well', since: LATER });
    expect(afterReview(SICK, { taken: 30, late: 0 }, LATER)).toBe(SICK);
  });
});
