import { describe, expect, test } from '@jest/globals';
import { checkIsDue, expiryOf } from './equipment.rules.js';

const DAYS = { expiryDays: 30, checkDays: 90 };

describe('equipment that runs out, or that nobody looks at', () => {
  test.each([
    [null, null],
    ['2026-07-13', 'expired'],
    ['2026-07-14', 'expiring'],
    ['2026-08-13', 'expiring'],
    ['2026-08-14', null],
    ['2027-07-14', null],
  ])('on 14 July: good until %s → %s', (expiresOn, expected) => {
    expect(expiryOf(expiresOn, '2026-07-14', DAYS)).toBe(expected);
  });

  test('a check is due after ninety days, and if there never was one', () => {
    const now = new Date('2026-07-14T06:00:00Z');
    expect(checkIsDue(null, now, DAYS)).toBe(true);
    expect(checkIsDue(new Date('2026-04-15T06:00:00Z'), now, DAYS)).toBe(false);
    expect(checkIsDue(new Date('2026-04-15T05:59:59Z'), now, DAYS)).toBe(true);
  });
});
