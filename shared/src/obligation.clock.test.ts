import { describe, expect, test } from '@jest/globals';
import { type Clocked, type ClockReading, nearestDue, readClock } from './obligation.clock.js';

const T0 = Date.parse('2026-07-14T06:00:00.000Z');
const iso = (ms: number) => new Date(T0 + ms).toISOString();
const MINUTE = 60_000;

/** Twenty minutes from T0. */
const owed = (facts: Partial<Clocked> = {}): Clocked => ({
  startedAt: iso(0),
  dueAt: iso(20 * MINUTE),
  state: 'open',
  metAt: null,
  ...facts,
});

describe('a running clock of twenty minutes', () => {
  const READINGS: [ms: number, reading: ClockReading][] = [
    [-1000, { phase: 'calm', seconds: 1201, fraction: 0 }],
    [0, { phase: 'calm', seconds: 1200, fraction: 0 }],
    [5 * MINUTE, { phase: 'calm', seconds: 900, fraction: 0.25 }],
    [10 * MINUTE, { phase: 'near', seconds: 600, fraction: 0.5 }],
    [15 * MINUTE, { phase: 'near', seconds: 300, fraction: 0.75 }],
    [20 * MINUTE, { phase: 'near', seconds: 0, fraction: 1 }],
    [20 * MINUTE + 1, { phase: 'over', seconds: -0.001, fraction: 1 }],
    [25 * MINUTE, { phase: 'over', seconds: -300, fraction: 1 }],
  ];

  test.each(READINGS)('at %i ms reads %o', (ms, reading) => {
    expect(readClock(owed(), T0 + ms)).toEqual(reading);
  });

  test('turns near at exactly half the time and not a millisecond before', () => {
    expect(readClock(owed(), T0 + 10 * MINUTE - 1).phase).toBe('calm');
    expect(readClock(owed(), T0 + 10 * MINUTE).phase).toBe('near');
  });

  test('a target already known as missed but not yet reached is over and still counts', () => {
    expect(readClock(owed({ state: 'missed' }), T0 + 21 * MINUTE)).toMatchObject({ phase: 'over', seconds: -60 });
  });
});

describe('a clock that has stopped', () => {
  const LONG_AFTER = T0 + 600 * MINUTE;

  test.each<[string, Partial<Clocked>, ClockReading]>([
    ['met early', { state: 'met', metAt: iso(8 * MINUTE) }, { phase: 'met', seconds: 480, fraction: 1 }],
    ['met exactly at due', { state: 'met', metAt: iso(20 * MINUTE) }, { phase: 'met', seconds: 1200, fraction: 1 }],
    [
      'one ms late',
      { state: 'missed', metAt: iso(20 * MINUTE + 1) },
      { phase: 'late', seconds: 1200.001, fraction: 1 },
    ],
    ['late and not yet marked so', { metAt: iso(21 * MINUTE) }, { phase: 'late', seconds: 1260, fraction: 1 }],
    ['marked missed', { state: 'missed', metAt: iso(8 * MINUTE) }, { phase: 'late', seconds: 480, fraction: 1 }],
    [
      'met without fixed minutes',
      { dueAt: null, state: 'met', metAt: iso(90 * MINUTE) },
      { phase: 'met', seconds: 5400, fraction: 1 },
    ],
    ['waived', { state: 'waived' }, { phase: 'waived', seconds: 0, fraction: 0 }],
    [
      'waived after it was met late',
      { state: 'waived', metAt: iso(21 * MINUTE) },
      { phase: 'waived', seconds: 0, fraction: 0 },
    ],
  ])('%s', (_name, facts, reading) => {
    expect(readClock(owed(facts), LONG_AFTER)).toEqual(reading);
  });

  test('one without fixed minutes counts up and is never near or over', () => {
    expect(readClock(owed({ dueAt: null }), LONG_AFTER)).toEqual({ phase: 'untimed', seconds: 36_000, fraction: 0 });
  });
});

describe('the clock that runs out first', () => {
  const first = owed({ dueAt: iso(3 * MINUTE) });
  const second = owed({ dueAt: iso(15 * MINUTE) });
  const untimed = owed({ dueAt: null });
  const met = owed({ dueAt: iso(MINUTE), state: 'met', metAt: iso(0) });
  const waived = owed({ dueAt: iso(MINUTE), state: 'waived' });
  const overdue = owed({ dueAt: iso(-MINUTE), state: 'missed' });

  test.each<[string, Clocked[], Clocked | null]>([
    ['the earlier of two', [second, first], first],
    ['whatever their order', [first, second], first],
    ['never one met, waived or untimed', [met, waived, untimed, second], second],
    ['one overdue and still not reached comes first', [first, overdue, second], overdue],
    ['none when nothing runs', [met, waived, untimed], null],
    ['none of none', [], null],
  ])('%s', (_name, all, expected) => {
    expect(nearestDue(all)).toBe(expected);
  });

  test('compares instants and not their spelling', () => {
    const spelled = owed({ dueAt: '2026-07-14T14:02:00.000+08:00' });
    expect(nearestDue([first, spelled])).toBe(spelled);
  });
});
