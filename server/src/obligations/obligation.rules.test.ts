import { describe, expect, test } from '@jest/globals';
import type { ObligationKind } from '@liandong/shared/obligation';
import { REPORT_KINDS } from '@liandong/shared/order.lifecycle';
import fc from 'fast-check';
import { SETTINGS, type SettingKey, type Settings } from '../settings/settings.table.js';
import {
  basisOf,
  chaseKind,
  nextChaseAt,
  type Owed,
  owedByOrder,
  SETTLED_BY,
  settledBy,
  settledState,
} from './obligation.rules.js';

const settings = Object.fromEntries(
  Object.entries(SETTINGS).map(([key, { value }]) => [key as SettingKey, value]),
) as Settings;
const T0 = new Date('2026-07-14T06:00:00.000Z');
const MINUTE = 60_000;
const at = (minutes: number) => new Date(T0.getTime() + minutes * MINUTE);
const minutesOf = (instant: Date) => (instant.getTime() - T0.getTime()) / MINUTE;
const owed = (kind: ObligationKind, dueMinutes: number | null, state: Owed['state'] = 'open'): Owed => ({
  kind,
  startedAt: T0,
  dueAt: dueMinutes === null ? null : at(dueMinutes),
  state,
});

/** Every chase of one obligation from its start to the end of the third hour, in minutes. */
function chases(one: Owed, until = 180): number[] {
  const all: number[] = [];
  for (let next = nextChaseAt(one, T0, settings); next !== null; next = nextChaseAt(one, next, settings)) {
    if (minutesOf(next) > until) break;
    if (minutesOf(next) <= (all.at(-1) ?? 0)) throw new Error(`chased at minute ${minutesOf(next)} again`);
    all.push(minutesOf(next));
  }
  return all;
}
const everyFive = (from: number) => Array.from({ length: (180 - from) / 5 + 1 }, (_, n) => from + 5 * n);

describe('what an order owes from the moment it is issued', () => {
  test('an on-scene order: an answer in 3 minutes, arrival in the target, clearing without fixed minutes', () => {
    expect(owedByOrder('on_scene', T0, 1200, settings)).toEqual([
      owed('acknowledge', 3),
      owed('on_scene', 20),
      owed('clear', null),
    ]);
  });

  test('a muster order: muster in the target, and arrival and clearing all the same', () => {
    expect(owedByOrder('mustered', T0, 1500, settings)).toEqual([
      owed('acknowledge', 3),
      owed('muster', 25),
      owed('on_scene', null),
      owed('clear', null),
    ]);
  });

  test('the minutes for the answer are the county’s setting', () => {
    const [acknowledge] = owedByOrder('on_scene', T0, 1200, { ...settings, acknowledgeSeconds: 60 });
    expect(acknowledge).toEqual(owed('acknowledge', 1));
  });
});

test.each<[ObligationKind, number | null, string]>([
  ['acknowledge', 3, '本县约定'],
  ['muster', 15, '规则的依据'],
  ['on_scene', 20, '规则的依据'],
  ['on_scene', null, '双反馈，文件依据'],
  ['clear', null, '双反馈，文件依据'],
])('%s, due after %p minutes, rests on: %s', (kind, due, basis) => {
  expect(basisOf(owed(kind, due), '规则的依据')).toBe(basis);
});

describe('met or missed', () => {
  test.each([
    [-1, 'met'],
    [0, 'met'],
    [1, 'missed'],
  ])('%i ms after the due instant: %s', (ms, state) => {
    expect(settledState(at(20), new Date(at(20).getTime() + ms))).toBe(state);
  });

  test('what has no fixed minutes is met whenever it comes', () => {
    expect(settledState(null, at(1_000_000))).toBe('met');
  });
});

describe('what a report settles', () => {
  test.each([
    ['acknowledged', ['acknowledge']],
    ['mustered', ['acknowledge', 'muster']],
    ['en_route', ['acknowledge', 'muster']],
    ['on_scene', ['acknowledge', 'muster', 'on_scene']],
    ['cleared', ['clear']],
    ['declined', ['acknowledge']],
    ['situation', []],
  ] as const)('%s settles %j', (kind, settled) => {
    expect(SETTLED_BY[kind]).toEqual(settled);
  });

  test('clearing without arrival never counts as arrival', () => {
    expect(REPORT_KINDS.filter((kind) => SETTLED_BY[kind].includes('on_scene'))).toEqual(['on_scene']);
    expect(REPORT_KINDS.filter((kind) => SETTLED_BY[kind].includes('clear'))).toEqual(['cleared']);
  });
});

describe('when an obligation is chased, walked from its start for three hours', () => {
  test.each<[string, Owed, number[]]>([
    ['on scene by day: half time, due, then every 5 minutes', owed('on_scene', 20), [10, 20, ...everyFive(25)]],
    ['on scene by night', owed('on_scene', 30), [15, 30, ...everyFive(35)]],
    ['muster by day', owed('muster', 15), [7.5, 15, ...everyFive(20)]],
    ['muster by night', owed('muster', 25), [12.5, 25, ...everyFive(30)]],
    ['acknowledge: at due, and once when the ladder ends', owed('acknowledge', 3), [3, 4]],
    ['arrival of a muster order: never', owed('on_scene', null), []],
    ['clearing: after 2 hours, then hourly', owed('clear', null), [120, 180]],
  ])('%s', (_name, one, expected) => {
    expect(chases(one)).toEqual(expected);
  });

  test('clearing is reminded of for as long as it takes', () => {
    expect(chases(owed('clear', null), 12 * 60)).toEqual([120, 180, 240, 300, 360, 420, 480, 540, 600, 660, 720]);
  });

  test.each([
    [10, 20],
    [9.999, 10],
    [20, 25],
    [22, 25],
    [25, 30],
  ])('an arrival owed in 20 minutes, chased at minute %d, is chased next at minute %d', (after, next) => {
    expect(nextChaseAt(owed('on_scene', 20), at(after), settings)).toEqual(at(next));
  });

  test.each<[Owed, number, number | null]>([
    [owed('on_scene', 20), 63.4, 65],
    [owed('on_scene', 20), 65, 70],
    [owed('muster', 15), 600.1, 605],
    [owed('acknowledge', 3), 3.5, 4],
    [owed('acknowledge', 3), 60, null],
    [owed('clear', null), 500, 540],
  ])('chases slept through become one: %o fired at minute %d is next due at %p', (one, fired, next) => {
    expect(nextChaseAt(one, at(fired), settings)).toEqual(next === null ? null : at(next));
  });

  test('the next chase always lies strictly after the one before', () => {
    const kinds = fc.constantFrom<ObligationKind>('acknowledge', 'muster', 'on_scene', 'clear');
    const ms = fc.integer({ min: 0, max: 48 * 3_600_000 });
    fc.assert(
      fc.property(kinds, fc.option(fc.integer({ min: 1, max: 7_200_000 })), ms, (kind, due, after) => {
        const one: Owed = {
          kind,
          startedAt: T0,
          dueAt: due === null ? null : new Date(T0.getTime() + due),
          state: 'open',
        };
        const from = new Date(T0.getTime() + after);
        const next = nextChaseAt(one, from, settings);
        if (next === null) return;
        expect(next.getTime()).toBeGreaterThan(from.getTime());
      }),
      {
        examples: [
          ['on_scene', 1, 0],
          ['muster', 3, 1],
        ],
      },
    );
  });

  test('no chase falls between the one asked from and the one answered', () => {
    const whole = chases(owed('on_scene', 20));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 170 * MINUTE }), (ms) => {
        const from = ms / MINUTE;
        expect(minutesOf(nextChaseAt(owed('on_scene', 20), at(from), settings)!)).toBe(whole.find((m) => m > from));
      }),
    );
  });
});

describe('what a chase is', () => {
  test.each<[string, Owed, number, string]>([
    ['at half time a reminder', owed('on_scene', 20), 10, 'remind'],
    ['exactly at due still a reminder: the minute is not over', owed('on_scene', 20), 20, 'remind'],
    ['a moment after due the fact of a miss', owed('on_scene', 20), 20.001, 'missed'],
    ['once missed, insistence', owed('on_scene', 20, 'missed'), 25, 'insist'],
    ['an answer not given', owed('acknowledge', 3), 3.001, 'missed'],
    ['the ladder ended without an answer', owed('acknowledge', 3, 'missed'), 4, 'insist'],
    ['clearing is only ever reminded of', owed('clear', null), 700, 'remind'],
    ['slept through from before due: the miss, once', owed('muster', 15), 90, 'missed'],
  ])('%s', (_name, one, minute, kind) => {
    expect(chaseKind(one, at(minute))).toBe(kind);
  });
});

describe('the chasers of what an incident, a form, a follow-up or a notice owes', () => {
  const HOUR = 60;
  test.each<[string, Owed, number, number[]]>([
    [
      'a situation report: five minutes before, at its limit, then every five',
      owed('situation_report', 30),
      45,
      [25, 30, 35, 40, 45],
    ],
    [
      'a report upward: at half time, at its limit, then every quarter of an hour',
      owed('upward_report', 30),
      75,
      [15, 30, 45, 60, 75],
    ],
    [
      'a form: after 12 and 22 hours, at 24, then daily',
      owed('feedback', 24 * HOUR),
      73 * HOUR,
      [12, 22, 24, 48, 72].map((h) => h * HOUR),
    ],
    [
      'a follow-up: a day before, at its limit, then daily',
      owed('follow_up', 72 * HOUR),
      121 * HOUR,
      [48, 72, 96, 120].map((h) => h * HOUR),
    ],
    ['a follow-up due within the day: at its limit', owed('follow_up', 12 * HOUR), 13 * HOUR, [12 * HOUR]],
    [
      'a notice: at half time, at its limit, then daily',
      owed('supervision', 24 * HOUR),
      49 * HOUR,
      [12, 24, 48].map((h) => h * HOUR),
    ],
  ])('%s', (_name, one, until, minutes) => {
    expect(chases(one, until)).toEqual(minutes);
  });
});

describe('what stamps settle', () => {
  const stamp = (minutes: number) => ({ at: at(minutes).toISOString(), evidence: 'app' as const });
  const met = (stamps: Parameters<typeof settledBy>[0]) =>
    Object.fromEntries(settledBy(stamps).map((one) => [one.kind, minutesOf(one.at)]));

  test('each step its own; a skipped one by the earliest later step that proves it', () => {
    expect(met({ acknowledged: stamp(1), on_scene: stamp(18), cleared: stamp(60) })).toEqual({
      acknowledge: 1,
      muster: 18,
      on_scene: 18,
      clear: 60,
    });
    expect(met({ en_route: stamp(6), on_scene: stamp(18) })).toEqual({ acknowledge: 6, muster: 6, on_scene: 18 });
  });

  test('a step told of afterwards takes the place of its proof', () => {
    expect(met({ mustered: stamp(4), en_route: stamp(6) })).toEqual({ acknowledge: 4, muster: 4 });
  });

  test('declining answers; clearing alone proves no arrival', () => {
    expect(met({ declined: stamp(2) })).toEqual({ acknowledge: 2 });
    expect(met({ cleared: stamp(30) })).toEqual({ clear: 30 });
  });
});
