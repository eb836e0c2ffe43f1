import { describe, expect, test } from '@jest/globals';
import { instantOf, localDateDigits, localTime, minutesOfDay, wallOf, wallWords } from '@liandong/shared/local-time';
import fc from 'fast-check';
import { isDaytime } from './target.rules.js';

const ZONE = 'Asia/Shanghai';
const HOURS = { dayFromMinutes: 420, dayToMinutes: 1140 };
const daytime = (utc: string, hours = HOURS) => isDaytime(minutesOfDay(new Date(utc), ZONE), hours);

/** Instants in UTC; the county's clock is eight hours ahead. */
const EDGES: [utc: string, local: string, part: 'day' | 'night'][] = [
  ['2026-07-13T22:59:59.999Z', '06:59:59.999', 'night'],
  ['2026-07-13T23:00:00.000Z', '07:00:00.000', 'day'],
  ['2026-07-14T04:00:00.000Z', '12:00:00.000', 'day'],
  ['2026-07-14T10:59:59.999Z', '18:59:59.999', 'day'],
  ['2026-07-14T11:00:00.000Z', '19:00:00.000', 'night'],
  ['2026-07-14T15:59:59.999Z', '23:59:59.999', 'night'],
  ['2026-07-14T16:00:00.000Z', '00:00:00.000, midnight', 'night'],
  ['2026-12-31T22:59:59.999Z', '06:59:59.999 of New Year', 'night'],
  ['2026-12-31T23:00:00.000Z', '07:00:00.000 of New Year', 'day'],
  ['2028-02-28T23:00:00.000Z', '07:00:00.000 of a leap day', 'day'],
  ['2028-02-29T11:00:00.000Z', '19:00:00.000 of a leap day', 'night'],
  // Half the world changes its clocks at these instants; the county does not.
  ['2026-03-29T00:59:59.999Z', '08:59:59.999 as Europe moves to summer time', 'day'],
  ['2026-11-01T10:59:59.999Z', '18:59:59.999 as America moves to winter time', 'day'],
];

describe('day is from 07:00 up to but not including 19:00 by the clock of the county', () => {
  test.each(EDGES)('%s is %s: %s', (utc, _local, part) => {
    expect(daytime(utc)).toBe(part === 'day');
  });

  test.each(Array.from({ length: 24 }, (_, hour) => [hour, hour >= 7 && hour <= 18] as const))(
    'hour %i: day %s',
    (hour, day) => {
      expect(isDaytime(hour * 60, HOURS)).toBe(day);
      expect(isDaytime(hour * 60 + 59, HOURS)).toBe(day);
    },
  );
});

describe('a county that decides other hours gets them, to the minute', () => {
  test.each<[utc: string, local: string, from: number, to: number, part: 'day' | 'night']>([
    ['2026-07-13T22:29:59.999Z', '06:29:59.999', 390, 1215, 'night'],
    ['2026-07-13T22:30:00.000Z', '06:30:00.000', 390, 1215, 'day'],
    ['2026-07-14T12:14:59.999Z', '20:14:59.999', 390, 1215, 'day'],
    ['2026-07-14T12:15:00.000Z', '20:15:00.000', 390, 1215, 'night'],
    // Over midnight: day from 22:00 to 04:00.
    ['2026-07-14T13:59:59.999Z', '21:59:59.999', 1320, 240, 'night'],
    ['2026-07-14T14:00:00.000Z', '22:00:00.000', 1320, 240, 'day'],
    ['2026-07-14T15:59:59.999Z', '23:59:59.999', 1320, 240, 'day'],
    ['2026-07-14T16:00:00.000Z', '00:00:00.000', 1320, 240, 'day'],
    ['2026-07-14T19:59:59.999Z', '03:59:59.999', 1320, 240, 'day'],
    ['2026-07-14T20:00:00.000Z', '04:00:00.000', 1320, 240, 'night'],
    ['2028-02-28T16:00:00.000Z', '00:00:00.000 of a leap day', 1320, 240, 'day'],
    ['2028-02-29T15:59:59.999Z', '23:59:59.999 of a leap day', 1320, 240, 'day'],
    ['2028-02-29T04:00:00.000Z', '12:00:00.000 of a leap day', 1320, 240, 'night'],
    // Up to midnight and from midnight on.
    ['2026-07-14T15:59:59.999Z', '23:59:59.999', 720, 0, 'day'],
    ['2026-07-14T16:00:00.000Z', '00:00:00.000', 720, 0, 'night'],
    ['2026-07-14T16:00:00.000Z', '00:00:00.000', 0, 720, 'day'],
  ])('%s, %s, with day from minute %i to %i: %s', (utc, _local, dayFromMinutes, dayToMinutes, part) => {
    expect(daytime(utc, { dayFromMinutes, dayToMinutes })).toBe(part === 'day');
  });
});

describe('the clock of the county', () => {
  test.each([
    ['2026-07-13T23:05:09.999Z', { year: 2026, month: 7, day: 14, hour: 7, minute: 5, second: 9 }],
    ['2026-07-14T16:00:00.000Z', { year: 2026, month: 7, day: 15, hour: 0, minute: 0, second: 0 }],
    ['2028-02-28T16:00:00.000Z', { year: 2028, month: 2, day: 29, hour: 0, minute: 0, second: 0 }],
    ['2028-02-29T16:00:00.000Z', { year: 2028, month: 3, day: 1, hour: 0, minute: 0, second: 0 }],
    ['2026-12-31T16:00:00.000Z', { year: 2027, month: 1, day: 1, hour: 0, minute: 0, second: 0 }],
  ])('%s reads %o', (utc, local) => {
    expect(localTime(new Date(utc), ZONE)).toMatchObject(local);
  });

  test('is the named zone and not the one the process runs in', () => {
    const at = new Date('2026-07-13T23:00:00.000Z');
    const hours = ['Asia/Shanghai', 'Asia/Urumqi', 'UTC', 'America/New_York', 'Pacific/Kiritimati'].map(
      (zone) => localTime(at, zone).hour,
    );
    expect(hours).toEqual([7, 5, 23, 19, 13]);
  });

  test.each([
    ['2026-07-13T22:59:59.999Z', 'Asia/Shanghai', 419],
    ['2026-07-13T23:00:00.000Z', 'Asia/Shanghai', 420],
    ['2026-07-14T16:00:00.000Z', 'Asia/Shanghai', 0],
    ['2026-07-14T15:59:59.999Z', 'Asia/Shanghai', 1439],
    ['2026-07-13T23:00:00.000Z', 'UTC', 1380],
    ['2026-07-13T23:00:00.000Z', 'America/New_York', 1140],
    ['2026-07-13T23:00:00.000Z', 'Asia/Kolkata', 270],
  ])('at %s in %s it is minute %i of the day, whatever zone the process runs in', (utc, zone, minute) => {
    expect(minutesOfDay(new Date(utc), zone)).toBe(minute);
  });
});

describe('the date in the number of an incident', () => {
  test.each([
    ['2026-07-14T15:59:59.999Z', '20260714'],
    ['2026-07-14T16:00:00.000Z', '20260715'],
    ['2028-02-28T16:00:00.000Z', '20280229'],
    ['2028-02-29T16:00:00.000Z', '20280301'],
    ['2026-12-31T16:00:00.000Z', '20270101'],
    ['2026-01-04T16:00:00.000Z', '20260105'],
  ])('%s belongs to %s', (utc, digits) => {
    expect(localDateDigits(new Date(utc), ZONE)).toBe(digits);
  });
});

describe('what the clock of the county shows, and the instant', () => {
  test('are each other’s inverse, in whatever zone without a change of clocks', () => {
    const at = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(at, fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'UTC', 'Asia/Kathmandu'), (date, zone) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(instantOf(wallOf(whole, zone), zone)).toEqual(whole);
      }),
    );
  });

  test.each([
    ['2026-10-25 01:30:00', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25 03:30:00', '2026-10-25T02:30:00.000Z'],
    ['2026-03-29 01:30:00', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29 03:30:00', '2026-03-29T01:30:00.000Z'],
  ])('%s in Berlin, beside a change of clocks, is %s', (wall, instant) => {
    const at = instantOf(Date.parse(`${wall.replace(' ', 'T')}Z`), 'Europe/Berlin');
    expect([at.toISOString(), wallWords(at, 'Europe/Berlin')]).toEqual([instant, wall]);
  });
});
