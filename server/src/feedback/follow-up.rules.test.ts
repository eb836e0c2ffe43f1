import { describe, expect, test } from '@jest/globals';
import { localDate } from '@liandong/shared/local-time';
import fc from 'fast-check';
import { textingTime } from '../messages/texting-time.rules.js';
import { daysBetween, endOfLocalDay, isLate } from './follow-up.rules.js';

const ZONE = 'Asia/Shanghai';

describe('a day of the county, whatever zone the machine runs in', () => {
  test.each([
    ['2026-07-20', '2026-07-20T15:59:59.999Z'],
    ['2026-12-31', '2026-12-31T15:59:59.999Z'],
    ['2028-02-28', '2028-02-28T15:59:59.999Z'],
    ['2028-02-29', '2028-02-29T15:59:59.999Z'],
    // The days on which New York changes its clocks are like any other in the county.
    ['2026-03-08', '2026-03-08T15:59:59.999Z'],
    ['2026-11-01', '2026-11-01T15:59:59.999Z'],
  ])('the county’s %s ends at %s', (date, end) => {
    expect(endOfLocalDay(date, ZONE).toISOString()).toBe(end);
  });

  test.each([
    ['2026-07-14T15:59:59.999Z', '2026-07-14'],
    ['2026-07-14T16:00:00.000Z', '2026-07-15'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('%s is the county’s %s', (instant, date) => {
    expect(localDate(new Date(instant), ZONE)).toBe(date);
  });
});

test.each([
  // The day the clocks go forward has 23 hours, the day they go back 25.
  ['2026-03-08', '2026-03-09T03:59:59.999Z'],
  ['2026-11-01', '2026-11-02T04:59:59.999Z'],
])('where clocks are changed, %s ends at %s', (date, end) => {
  expect(endOfLocalDay(date, 'America/New_York').toISOString()).toBe(end);
});

test('the end of a day is its last millisecond: still that day, and the next one belongs to the day after', () => {
  const zones = fc.constantFrom(ZONE, 'Asia/Urumqi', 'UTC', 'America/New_York', 'Pacific/Kiritimati');
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      zones,
      (at, zone) => {
        const date = localDate(at, zone);
        const end = endOfLocalDay(date, zone);
        expect(localDate(end, zone)).toBe(date);
        expect(daysBetween(date, localDate(new Date(end.getTime() + 1), zone))).toBe(1);
      },
    ),
  );
});

test.each([
  ['2026-07-14', '2026-07-20', 6],
  ['2026-07-20', '2026-07-20', 0],
  ['2026-07-23', '2026-07-20', -3],
  ['2028-02-28', '2028-03-01', 2],
  ['2026-12-31', '2027-01-01', 1],
])('from %s to %s: %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

describe('nobody is woken for a follow-up', () => {
  test.each([
    ['2026-07-14T00:00:00.000Z', '2026-07-14T00:00:00.000Z', 'at eight in the morning at once'],
    ['2026-07-14T11:59:59.999Z', '2026-07-14T11:59:59.999Z', 'before eight in the evening at once'],
    ['2026-07-14T12:00:00.000Z', '2026-07-15T00:00:00.000Z', 'in the evening the next morning'],
    ['2026-07-14T16:00:00.000Z', '2026-07-15T00:00:00.000Z', 'at midnight that morning'],
    ['2026-07-14T23:59:59.999Z', '2026-07-15T00:00:00.000Z', 'before eight that morning'],
    ['2028-02-28T14:00:00.000Z', '2028-02-29T00:00:00.000Z', 'before a leap day'],
    ['2026-12-31T14:00:00.000Z', '2027-01-01T00:00:00.000Z', 'at the end of a year'],
  ])('what comes up at %s is texted at %s: %s', (now, at) => {
    expect(textingTime(new Date(now), ZONE).toISOString()).toBe(at);
  });
});

describe('late', () => {
  const dueAt = new Date('2026-07-20T15:59:59.999Z');
  const next = new Date(dueAt.getTime() + 1);
  test.each<[string, Date | null, Date, boolean]>([
    ['done in its last millisecond', dueAt, next, false],
    ['done a moment after its day', next, next, true],
    ['not done, its day not over', null, dueAt, false],
    ['not done, its day over', null, next, true],
  ])('%s: %p', (_, doneAt, now, late) => {
    expect(isLate({ dueAt, doneAt }, now)).toBe(late);
  });
});
