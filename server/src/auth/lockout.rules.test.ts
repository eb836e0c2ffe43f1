import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isForgotten, lockedSeconds } from './lockout.rules.js';

const T0 = Date.parse('2026-07-14T06:00:00.000Z');
const LAST = new Date(T0);
const later = (seconds: number) => new Date(T0 + seconds * 1000);

describe('how long a name has to wait after wrong passwords', () => {
  test.each([
    [0, 0],
    [1, 0],
    [4, 0],
    [5, 60],
    [6, 120],
    [7, 240],
    [8, 480],
    [9, 900],
    [10, 900],
    [15, 900],
    [1_000_000, 900],
  ])('after %i failures: %i s', (failures, seconds) => {
    expect(lockedSeconds(failures, LAST, LAST)).toBe(seconds);
  });

  test.each([
    [0, 60],
    [0.001, 60],
    [1, 59],
    [59, 1],
    [59.999, 1],
    [60, 0],
    [3600, 0],
  ])('a minute’s wait, %d s after the last failure: %i s are left', (seconds, left) => {
    expect(lockedSeconds(5, LAST, later(seconds))).toBe(left);
  });

  test('more failures never shorten it, more time never lengthens it', () => {
    const failures = fc.integer({ min: 0, max: 2000 });
    const seconds = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(failures, seconds, (n, s) => {
        const wait = lockedSeconds(n, LAST, later(s));
        expect(lockedSeconds(n + 1, LAST, later(s))).toBeGreaterThanOrEqual(wait);
        expect(lockedSeconds(n, LAST, later(s + 1))).toBeLessThanOrEqual(wait);
      }),
    );
  });
});

describe('a name left alone starts again from none', () => {
  test.each([
    [899, false],
    [900, false],
    [900.001, true],
    [86_400, true],
  ])('%d s after the last failure: forgotten %s', (seconds, forgotten) => {
    expect(isForgotten(LAST, later(seconds))).toBe(forgotten);
  });

  test('but never while it still has to wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2_000_000 }), (failures, ms) => {
        const now = later(ms / 1000);
        if (isForgotten(LAST, now)) expect(lockedSeconds(failures, LAST, now)).toBe(0);
      }),
    );
  });
});
