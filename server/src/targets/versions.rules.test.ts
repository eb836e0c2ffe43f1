import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inForce, inForceAndPlanned, nextVersion, takesEffect, type Version, whyStays } from './versions.rules.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 6, 14) + minute * 60_000);
const v = (version: number, from: number, withdrawn = false): Version => ({
  version,
  effectiveFrom: at(from),
  withdrawnAt: withdrawn ? at(from - 1) : null,
});
const numbers = (versions: readonly Version[]) => versions.map((one) => one.version);

describe('the version in force', () => {
  test('is the one with the latest date that has come, from its very instant on', () => {
    const versions = [v(1, 0), v(2, 10)];
    expect(inForce(versions, new Date(at(10).getTime() - 1))?.version).toBe(1);
    expect(inForce(versions, at(10))?.version).toBe(2);
  });

  test('of two with the same date is the newer', () => {
    expect(inForce([v(3, 5), v(1, 0), v(2, 5)], at(5))?.version).toBe(3);
  });

  test('a newer version with an earlier date does not outlive one planned before it', () => {
    const versions = [v(1, 0), v(2, 20), v(3, 10)];
    expect([9, 10, 20].map((minute) => inForce(versions, at(minute))?.version)).toEqual([1, 3, 2]);
  });

  test('is never a withdrawn one, and none before the first', () => {
    expect(inForce([v(1, 0), v(2, 5, true)], at(9))?.version).toBe(1);
    expect(inForce([v(1, 0)], at(-1))).toBeUndefined();
  });

  const anyVersions = fc
    .array(fc.record({ from: fc.integer({ min: 0, max: 12 }), withdrawn: fc.boolean() }), { maxLength: 12 })
    .chain((rows) =>
      fc.shuffledSubarray(
        rows.map(({ from, withdrawn }, index) => v(index + 1, from, withdrawn)),
        { minLength: rows.length },
      ),
    );

  test('is what a walk through history finds, whatever the order of the rows', () => {
    fc.assert(
      fc.property(anyVersions, fc.integer({ min: -1, max: 13 }), (versions, minute) => {
        // The naive model: put the versions on the calendar minute by minute, and see which one was put up last.
        let up: Version | undefined;
        for (let now = 0; now <= minute; now++)
          for (let version = 1; version <= versions.length; version++) {
            const one = versions.find((each) => each.version === version)!;
            if (one.withdrawnAt === null && one.effectiveFrom.getTime() === at(now).getTime()) up = one;
          }
        expect(inForce(versions, at(minute))).toBe(up);
      }),
    );
  });

  test('with those planned are exactly the versions that will ever count from now on, in the order they will', () => {
    fc.assert(
      fc.property(anyVersions, fc.integer({ min: 0, max: 12 }), (versions, minute) => {
        const shown = inForceAndPlanned(versions, at(minute));
        const first = inForce(versions, at(minute));
        expect(shown[0]?.withdrawnAt ?? null).toBeNull();
        if (first) expect(shown[0]).toBe(first);
        for (let later = minute; later <= 13; later++) {
          const then = inForce(versions, at(later));
          if (then) expect(shown).toContain(then);
        }
        const dates = shown.map((one) => one.effectiveFrom.getTime());
        expect(dates).toEqual(dates.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a new version', () => {
  test('gets the next number, also after a withdrawn one', () => {
    expect(nextVersion([])).toBe(1);
    expect(nextVersion([v(2, 0, true), v(1, 0)])).toBe(3);
  });

  test.each([
    ['a day ahead', 1440, 1440],
    ['a moment ahead', 1, 1],
    ['now', 0, 0],
    ['a minute ago, for somebody who meant now', -1, 0],
  ])('wanted from %s takes effect then, never before now', (_words, wanted, effect) => {
    expect(takesEffect(at(wanted), at(0))).toEqual(at(effect));
  });

  test('is refused when wanted from more than a minute ago', () => {
    expect(takesEffect(new Date(at(-1).getTime() - 1), at(0))).toBeNull();
  });
});

describe('withdrawing', () => {
  test('is possible until the very instant of effect', () => {
    expect(whyStays(v(2, 10), new Date(at(10).getTime() - 1))).toBeNull();
    expect(whyStays(v(2, 10), at(10))).toBe('in_effect');
  });

  test('happens once', () => {
    expect(whyStays(v(2, 10, true), at(0))).toBe('withdrawn');
  });

  test('shows only what still counts', () => {
    expect(numbers(inForceAndPlanned([v(4, 30), v(3, 20, true), v(2, 10), v(1, 0)], at(10)))).toEqual([2, 4]);
  });
});
