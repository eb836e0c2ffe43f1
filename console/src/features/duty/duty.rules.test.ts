import { describe, expect, test } from '@jest/globals';
import {
  checkState,
  clockIn,
  evenHours,
  gapHours,
  monthFrom,
  offersCheckIn,
  onDay,
  phaseOf,
  readTimes,
  weeksOf,
} from './duty.rules.js';

const span = (startsAt: string, endsAt: string) => ({ startsAt: `${startsAt}+08:00`, endsAt: `${endsAt}+08:00` });

describe('the calendar of a month', () => {
  test.each([
    ['2026-07', 5, '2026-06-29', '2026-08-02'],
    ['2027-02', 4, '2027-02-01', '2027-02-28'],
    ['2028-02', 5, '2028-01-31', '2028-03-05'],
    ['2027-12', 5, '2027-11-29', '2028-01-02'],
  ])('%s has %d weeks from %s to %s', (month, count, first, last) => {
    const weeks = weeksOf(month);
    expect([weeks.length, weeks[0]![0], weeks.at(-1)![6]]).toEqual([count, first, last]);
  });
  test('the month before and after, over the end of a year', () => {
    expect(monthFrom('2026-12', 1)).toBe('2027-01');
    expect(monthFrom('2026-01', -1)).toBe('2025-12');
  });
  test('a stretch over midnight lies in both days, cut to each', () => {
    const night = [span('2026-12-31T20:00', '2027-01-01T08:00')];
    const [first] = onDay('2026-12-31', night);
    const [second] = onDay('2027-01-01', night);
    expect([clockIn(first!.startsAt, '2026-12-31'), clockIn(first!.endsAt, '2026-12-31')]).toEqual(['20:00', '24:00']);
    expect([clockIn(second!.startsAt, '2027-01-01'), clockIn(second!.endsAt, '2027-01-01')]).toEqual([
      '00:00',
      '08:00',
    ]);
    expect(onDay('2027-01-02', night)).toEqual([]);
  });
  test('a gap is counted in its days, and never as nothing', () => {
    const gap = [span('2026-07-14T20:00', '2026-07-15T08:00')];
    expect([gapHours('2026-07-14', gap), gapHours('2026-07-15', gap), gapHours('2026-07-16', gap)]).toEqual([4, 8, 0]);
    expect(gapHours('2026-07-14', [span('2026-07-14T20:00', '2026-07-14T20:01')])).toBe(0.5);
  });
});

describe('what is typed of a rotation', () => {
  test.each([
    ['08:00 20:00', [480, 1200]],
    ['２０：００，8:00', [480, 1200]],
    ['08:00、08:00', [480]],
    ['24:00', null],
    ['8点', null],
    ['', null],
  ])('“%s”', (text, minutes) => expect(readTimes(text)).toEqual(minutes));
  test.each([
    [[480], 24],
    [[480, 1200], 12],
    [[0, 480, 960], 8],
    [[480, 1080], null],
  ])('handed over at %j each shift has %j hours', (minutes, hours) => expect(evenHours(minutes)).toBe(hours));
});

describe('signing in', () => {
  test.each([
    [{ checkIn: false, checkedInAt: null, late: false }, 'none'],
    [{ checkIn: true, checkedInAt: null, late: false }, 'waiting'],
    [{ checkIn: true, checkedInAt: null, late: true }, 'missing'],
    [{ checkIn: true, checkedInAt: 'x', late: true }, 'doneLate'],
    [{ checkIn: true, checkedInAt: 'x', late: false }, 'done'],
  ] as const)('%j is %s', (person, state) => expect(checkState(person)).toBe(state));
  test('is offered from an hour before the shift to its end, once', () => {
    const shift = { ...span('2026-07-14T08:00', '2026-07-14T20:00'), checkedInAt: null };
    const at = (text: string) => Date.parse(`${text}+08:00`);
    expect(offersCheckIn(shift, at('2026-07-14T06:59:59'))).toBe(false);
    expect(offersCheckIn(shift, at('2026-07-14T07:00'))).toBe(true);
    expect(offersCheckIn(shift, at('2026-07-14T20:00'))).toBe(false);
    expect(offersCheckIn({ ...shift, checkedInAt: 'x' }, at('2026-07-14T08:00'))).toBe(false);
    expect(phaseOf(shift, at('2026-07-14T08:00'))).toBe('running');
    expect(phaseOf(shift, at('2026-07-14T20:00'))).toBe('past');
  });
});
