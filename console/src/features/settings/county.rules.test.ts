import { describe, expect, it } from '@jest/globals';
import { clockOf, nextAt, plainSpan, strip } from './county.rules.js';

describe('minutes of the day', () => {
  it.each([
    [0, '00:00'],
    [420, '07:00'],
    [1439, '23:59'],
  ])('%i is shown as %s', (minutes, text) => {
    expect(clockOf(minutes)).toBe(text);
  });
});

describe('seconds said in a larger unit', () => {
  it.each([
    [180, { unit: 'minutes', count: 3 }],
    [5400, { unit: 'minutes', count: 90 }],
    [86_400, { unit: 'hours', count: 24 }],
    [90, null],
    [0, null],
  ])('%i is %o', (seconds, span) => {
    expect(plainSpan(seconds)).toEqual(span);
  });
});

describe('the next time the county’s clock shows 07:00', () => {
  it.each([
    ['2026-07-13T22:59:59.999Z', '2026-07-13T23:00:00.000Z'],
    ['2026-07-13T23:00:00.000Z', '2026-07-13T23:00:00.000Z'],
    ['2026-07-13T23:00:00.001Z', '2026-07-14T23:00:00.000Z'],
    ['2026-07-14T16:00:00.000Z', '2026-07-14T23:00:00.000Z'],
  ])('seen from %s is %s', (now, next) => {
    expect(nextAt(420, Date.parse(now)).toISOString()).toBe(next);
  });
});

describe('the strip of a day', () => {
  const words = (from: number, to: number) =>
    strip(from, to).map(({ start, end, day }) => `${clockOf(start)}–${end === 1440 ? '24:00' : clockOf(end)} ${day}`);

  it('is night, day, night', () => {
    expect(words(420, 1140)).toEqual(['00:00–07:00 false', '07:00–19:00 true', '19:00–24:00 false']);
  });

  it('is day, night, day over midnight', () => {
    expect(words(1320, 240)).toEqual(['00:00–04:00 true', '04:00–22:00 false', '22:00–24:00 true']);
  });

  it('has no empty stretch', () => {
    expect(words(0, 720)).toEqual(['00:00–12:00 true', '12:00–24:00 false']);
    expect(words(720, 0)).toEqual(['00:00–12:00 false', '12:00–24:00 true']);
  });
});
