import { describe, expect, test } from '@jest/globals';
import { parseReply } from '@liandong/shared/reply.grammar';
import fc from 'fast-check';
import { type Away, clashOf, FOREVER, gapsIn, onDutyAt, overlapsIn, type Planned, without } from './coverage.rules.js';
import { dutyWordOf } from './duty-reply.rules.js';
import { expandRotation, firstStart, type Rotation } from './rotation.rules.js';
import { shiftView } from './shift-view.rules.js';
import { whyNotSwapped } from './swap.rules.js';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const at = (text: string): Date => new Date(`${text}+08:00`);
const words = (date: Date): string => new Date(date.getTime() + 8 * HOUR).toISOString().slice(0, 16);

const ROTATION: Rotation = {
  memberIds: ['a', 'b', 'c'],
  perShift: 1,
  startMinutes: [480, 1200],
  hours: 12,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  firstDay: '2026-07-01',
  lastDay: null,
  effectiveFrom: new Date(0),
  endsAt: null,
};
const turns = (more: Partial<Rotation>, from: string, to: string, zone = ZONE) =>
  expandRotation({ ...ROTATION, ...more }, at(from), at(to), zone).map(
    ({ memberId, startsAt, endsAt }) => `${memberId} ${words(startsAt)} ${words(endsAt)}`,
  );

describe('a rotation becomes shifts', () => {
  test.each([
    [
      'across midnight',
      '2026-07-01T00:00',
      '2026-07-02T00:00',
      ['a 2026-07-01T08:00 2026-07-01T20:00', 'b 2026-07-01T20:00 2026-07-02T08:00'],
    ],
    [
      'across the end of a month',
      '2026-07-31T12:00',
      '2026-08-01T12:00',
      ['b 2026-07-31T20:00 2026-08-01T08:00', 'c 2026-08-01T08:00 2026-08-01T20:00'],
    ],
    [
      'across the end of a year',
      '2027-12-31T20:00',
      '2028-01-01T12:00',
      ['c 2027-12-31T20:00 2028-01-01T08:00', 'a 2028-01-01T08:00 2028-01-01T20:00'],
    ],
    [
      'across a leap day',
      '2028-02-28T20:00',
      '2028-03-01T00:00',
      [
        'a 2028-02-28T20:00 2028-02-29T08:00',
        'b 2028-02-29T08:00 2028-02-29T20:00',
        'c 2028-02-29T20:00 2028-03-01T08:00',
      ],
    ],
  ])('%s', (_, from, to, expected) => expect(turns({}, from, to)).toEqual(expected));

  test('whole days, several people at a time, only on weekdays; the turn goes on where it stopped before the weekend', () => {
    const more = { perShift: 2, startMinutes: [540], hours: 24, weekdays: [1, 2, 3, 4, 5] };
    // 3 July 2026 is a Friday.
    expect(turns(more, '2026-07-02T00:00', '2026-07-07T00:00')).toEqual([
      'c 2026-07-02T09:00 2026-07-03T09:00',
      'a 2026-07-02T09:00 2026-07-03T09:00',
      'b 2026-07-03T09:00 2026-07-04T09:00',
      'c 2026-07-03T09:00 2026-07-04T09:00',
      'a 2026-07-06T09:00 2026-07-07T09:00',
      'b 2026-07-06T09:00 2026-07-07T09:00',
    ]);
  });

  test('a week at a time from Monday', () =>
    expect(turns({ startMinutes: [480], hours: 168, weekdays: [1] }, '2026-07-01T00:00', '2026-07-14T00:00')).toEqual([
      'a 2026-07-06T08:00 2026-07-13T08:00',
      'b 2026-07-13T08:00 2026-07-20T08:00',
    ]));

  test('what holds from now begins now, and what has ended ends there', () =>
    expect(
      turns(
        { effectiveFrom: at('2026-07-01T10:00'), endsAt: at('2026-07-02T01:00') },
        '2026-07-01T10:00',
        '2026-07-09T00:00',
      ),
    ).toEqual(['a 2026-07-01T10:00 2026-07-01T20:00', 'b 2026-07-01T20:00 2026-07-02T01:00']));

  test('what holds from a night on takes over the shift that runs then', () =>
    expect(turns({ effectiveFrom: at('2026-07-03T03:00') }, '2026-07-03T03:00', '2026-07-03T12:00')).toEqual([
      'a 2026-07-03T03:00 2026-07-03T08:00',
      'b 2026-07-03T08:00 2026-07-03T20:00',
    ]));

  test('the last day is planned, the day after is not', () =>
    expect(turns({ lastDay: '2026-07-01' }, '2026-07-01T00:00', '2026-07-09T00:00')).toHaveLength(2));

  test('where clocks change, shifts follow the wall and leave no gap', () => {
    const zone = 'Europe/Berlin';
    const list = expandRotation(
      { ...ROTATION, firstDay: '2026-03-27' },
      new Date('2026-03-27T00:00Z'),
      new Date('2026-03-31T00:00Z'),
      zone,
    );
    const night = list.find(({ startsAt }) => startsAt.toISOString() === '2026-03-28T19:00:00.000Z')!;
    expect(night.endsAt.toISOString()).toBe('2026-03-29T06:00:00.000Z');
    for (const [index, turn] of list.slice(1).entries()) expect(turn.startsAt).toEqual(list[index]!.endsAt);
  });

  test('asked for in one piece or in many, the turns are the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 39 }),
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        fc.integer({ min: 1, max: 60 }),
        (day, length, cutAt, weekdays, hours) => {
          const rotation = { ...ROTATION, weekdays, hours };
          const from = new Date(at('2026-07-01T00:00').getTime() + day * 24 * HOUR);
          const to = new Date(from.getTime() + length * 24 * HOUR);
          const cut = new Date(Math.min(to.getTime(), from.getTime() + cutAt * 7 * HOUR));
          const whole = expandRotation(rotation, from, to, ZONE);
          const parts = [...expandRotation(rotation, from, cut, ZONE), ...expandRotation(rotation, cut, to, ZONE)];
          expect(parts).toEqual(whole);
        },
      ),
    );
  });

  test('it takes over from another at its first shift from now on', () => {
    const now = at('2026-07-14T14:00');
    expect(words(firstStart({ ...ROTATION, firstDay: '2026-07-20' }, now, ZONE)!)).toBe('2026-07-20T08:00');
    expect(words(firstStart(ROTATION, now, ZONE)!)).toBe('2026-07-14T14:00');
    expect(firstStart({ ...ROTATION, lastDay: '2026-07-10' }, now, ZONE)).toBeNull();
  });
});

const shift = (id: string, memberId: string, startsAt: string, endsAt: string): Planned => ({
  id,
  memberId,
  startsAt: at(startsAt),
  endsAt: at(endsAt),
});
const away = (memberId: string, startsAt: string, endsAt?: string): Away => ({
  memberId,
  startsAt: at(startsAt),
  endsAt: endsAt ? at(endsAt) : FOREVER,
});
const range = { startsAt: at('2026-12-31T00:00'), endsAt: at('2027-01-02T00:00') };
const SHIFTS = [
  shift('1', 'a', '2026-12-31T00:00', '2026-12-31T12:00'),
  shift('2', 'b', '2026-12-31T10:00', '2027-01-01T08:00'),
  shift('3', 'a', '2027-01-01T10:00', '2027-01-02T00:00'),
];
const said = (spans: { startsAt: Date; endsAt: Date }[]) => spans.map((s) => `${words(s.startsAt)} ${words(s.endsAt)}`);

describe('who stands', () => {
  test.each([
    ['2026-12-31T09:59', ['a']],
    ['2026-12-31T10:00', ['a', 'b']],
    ['2026-12-31T11:59', ['a', 'b']],
    ['2026-12-31T12:00', ['b']],
    ['2027-01-01T00:00', ['b']],
    ['2027-01-01T08:00', []],
    ['2027-01-01T10:00', ['a']],
  ])('at %s: %j', (when, people) => {
    expect(onDutyAt(SHIFTS, [], at(when)).map(({ memberId }) => memberId)).toEqual(people);
  });

  test('gaps and overlaps of a roster; leave and leaving the team make gaps at once', () => {
    expect(said(gapsIn(SHIFTS, [], range))).toEqual(['2027-01-01T08:00 2027-01-01T10:00']);
    expect(said(overlapsIn(SHIFTS, [], range))).toEqual(['2026-12-31T10:00 2026-12-31T12:00']);
    const third = shift('4', 'c', '2026-12-31T11:00', '2026-12-31T14:00');
    expect(said(overlapsIn([...SHIFTS, third], [], range))).toEqual(['2026-12-31T10:00 2026-12-31T14:00']);
    const leave = away('b', '2026-12-31T11:00', '2026-12-31T18:00');
    expect(said(gapsIn(SHIFTS, [leave], range))).toEqual([
      '2026-12-31T12:00 2026-12-31T18:00',
      '2027-01-01T08:00 2027-01-01T10:00',
    ]);
    expect(onDutyAt(SHIFTS, [leave], at('2026-12-31T12:00'))).toEqual([]);
    expect(said(gapsIn(SHIFTS, [away('a', '2027-01-01T12:00')], range))).toEqual([
      '2027-01-01T08:00 2027-01-01T10:00',
      '2027-01-01T12:00 2027-01-02T00:00',
    ]);
  });

  const arbitrarySpan = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 }), fc.constantFrom('a', 'b', 'c'))
    .map(([start, length, memberId]) => ({
      id: `${memberId}${start}-${length}`,
      memberId,
      startsAt: new Date(start * HOUR),
      endsAt: new Date((start + length) * HOUR),
    }));

  test('an instant lies in a gap exactly when nobody is on duty, in an overlap exactly when two pieces are', () => {
    fc.assert(
      fc.property(
        fc.array(arbitrarySpan, { maxLength: 12 }),
        fc.array(arbitrarySpan, { maxLength: 4 }),
        fc.integer({ min: 0, max: 119 }),
        (shifts, leaves, hour) => {
          const whole = { startsAt: new Date(0), endsAt: new Date(120 * HOUR) };
          const now = new Date(hour * HOUR);
          const inside = (spans: { startsAt: Date; endsAt: Date }[]) =>
            spans.some((s) => s.startsAt <= now && now < s.endsAt);
          const people = onDutyAt(shifts, leaves, now);
          expect(inside(gapsIn(shifts, leaves, whole))).toBe(people.length === 0);
          expect(inside(overlapsIn(shifts, leaves, whole))).toBe(people.length >= 2);
        },
      ),
    );
  });

  test('nothing taken away leaves the whole, everything leaves nothing', () => {
    expect(without(range, [])).toEqual([range]);
    expect(without(range, [{ startsAt: new Date(0), endsAt: FOREVER }])).toEqual([]);
  });
});

test.each([
  ['2026-07-14T20:00', '2026-07-15T08:00', false],
  ['2026-07-14T00:00', '2026-07-14T08:00', false],
  ['2026-07-14T19:59', '2026-07-15T08:00', true],
  ['2026-07-14T00:00', '2026-07-14T08:01', true],
  ['2026-07-14T10:00', '2026-07-14T11:00', true],
])('a shift from 08:00 to 20:00 and one from %s to %s are in each other’s way: %s', (startsAt, endsAt, clash) => {
  const day = { startsAt: at('2026-07-14T08:00'), endsAt: at('2026-07-14T20:00') };
  const other = { startsAt: at(startsAt), endsAt: at(endsAt) };
  expect([clashOf(day, [other]), clashOf(other, [day])]).toEqual(clash ? [other, day] : [undefined, undefined]);
});

describe('two shifts change hands as they were when it was asked', () => {
  const held = (memberId: string, startsAt: string, endsAt: string) => ({
    memberId,
    startsAt: at(startsAt),
    endsAt: at(endsAt),
  });
  const MINE = held('a', '2026-07-15T08:00', '2026-07-15T20:00');
  const OTHER = held('b', '2026-07-16T08:00', '2026-07-16T20:00');
  const side = (name: string, { memberId, startsAt, endsAt }: typeof MINE) => ({
    shiftId: name,
    name,
    memberId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  });
  const asked = { mine: side('演示-甲', MINE), other: side('演示-乙', OTHER) };
  test.each([
    ['as they were', MINE, OTHER, null],
    ['taken out', MINE, null, '演示-乙的班次已经撤销'],
    ['begins later', { ...MINE, startsAt: at('2026-07-15T09:00') }, OTHER, '演示-甲的班次已经改动'],
    ['ends earlier', MINE, { ...OTHER, endsAt: at('2026-07-16T19:00') }, '演示-乙的班次已经改动'],
    ['somebody else’s', { ...MINE, memberId: 'c' }, OTHER, '演示-甲的班次已经改动'],
  ])('%s', (_, mine, other, why) => {
    expect(whyNotSwapped(asked, mine, other, at('2026-07-15T07:59'))).toBe(why);
  });

  test('not once one of them has begun', () => {
    expect(whyNotSwapped(asked, MINE, OTHER, at('2026-07-15T08:00'))).toBe('演示-甲的班次已经开始');
  });
});

test('who is on leave is not late, however long the shift has been running', () => {
  const planned = {
    ...shift('1', 'a', '2026-07-15T08:00', '2026-07-15T20:00'),
    teamCode: 'P05',
    name: '演示-甲',
    post: 'member' as const,
    phone: '10000000001',
    source: 'single' as const,
    rotationId: null,
    leaveId: null,
    checkIn: true,
    checkedInAt: null,
    checkedInBy: null,
    checkInChasedAt: null,
    clientId: null,
  };
  const late = (leave: Away[]) => shiftView(planned, leave, at('2026-07-15T09:00'), 900).late;
  expect(late([])).toBe(true);
  expect(late([away('b', '2026-07-15T00:00')])).toBe(true);
  expect(late([away('a', '2026-07-15T00:00', '2026-07-16T00:00')])).toBe(false);
});

describe('what a phone says of duty', () => {
  test.each([
    ['签到', 'check_in'],
    [' 已到岗。', 'check_in'],
    ['同意换班', 'agree'],
    ['同意！', 'agree'],
    ['不同意', 'refuse'],
    ['不同意换班', 'refuse'],
    ['同意，但我要晚到', null],
    ['签到了吗', null],
    ['1 37', null],
    ['收到', null],
    ['', null],
  ])('%s: %s', (text, word) => expect(dutyWordOf(text)).toBe(word));

  test.each(['签到', '到岗', '同意', '同意换班', '不同意', '不同意换班'])('%s is no word of an order', (text) => {
    for (const codes of [[], [37], [37, 38]]) expect(parseReply(text, codes).outcome).toBe('unreadable');
  });
});
