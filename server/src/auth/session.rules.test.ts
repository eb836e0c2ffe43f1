import { describe, expect, test } from '@jest/globals';
import { isLive, SESSION_LIMITS } from './session.rules.js';

const HOUR = 3600;
const NOW = Date.parse('2026-07-14T06:00:00.000Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000);

describe('a session', () => {
  test('ends after four hours of silence and at the latest after eighteen', () => {
    expect(SESSION_LIMITS).toEqual({ idleSeconds: 4 * HOUR, absoluteSeconds: 18 * HOUR });
  });

  test.each<[string, number, number, boolean]>([
    ['just begun', 0, 0, true],
    ['silent for a moment less than 4 h', 5 * HOUR, 4 * HOUR - 0.001, true],
    ['silent for exactly 4 h', 5 * HOUR, 4 * HOUR, false],
    ['silent for longer', 5 * HOUR, 4.5 * HOUR, false],
    ['busy, a moment less than 18 h old', 18 * HOUR - 0.001, 1, true],
    ['busy, exactly 18 h old', 18 * HOUR, 0, false],
    ['busy for days', 72 * HOUR, 0, false],
    ['silent since it began, 12 h ago', 12 * HOUR, 12 * HOUR, false],
    ['a full shift of twelve hours, busy', 12 * HOUR, 60, true],
  ])('%s', (_name, age, silent, live) => {
    expect(isLive({ createdAt: ago(age), lastSeenAt: ago(silent) }, new Date(NOW))).toBe(live);
  });
});
