import { describe, expect, test } from '@jest/globals';
import { readDue, spanOf } from './span.rules.js';

const HOUR = 3_600;

describe('a span in the units a person thinks in', () => {
  test.each([
    [21 * HOUR + 8 * 60, { unit: 'hours', hours: 21, minutes: '08' }],
    [48 * HOUR - 1, { unit: 'hours', hours: 47, minutes: '59' }],
    [48 * HOUR, { unit: 'days', days: 2, hours: 0 }],
    [80 * HOUR, { unit: 'days', days: 3, hours: 8 }],
    [HOUR, { unit: 'hours', hours: 1, minutes: '00' }],
    [HOUR - 1, { unit: 'minutes', text: '59:59' }],
    [0.4, { unit: 'minutes', text: '00:01' }],
    [0, { unit: 'minutes', text: '00:00' }],
    [-61.9, { unit: 'minutes', text: '01:01' }],
    [-3 * HOUR, { unit: 'hours', hours: 3, minutes: '00' }],
  ] as const)('%s s is %j', (seconds, span) => expect(spanOf(seconds)).toEqual(span));
});

describe('the clock of a paper', () => {
  const start = '2026-07-14T06:00:00.000Z';
  const due = '2026-07-15T06:00:00.000Z';
  const at = (iso: string) => readDue(start, due, Date.parse(iso));

  test('is calm before half of its time, then near, then over', () => {
    expect(at('2026-07-14T08:00:00Z')).toMatchObject({ phase: 'calm', span: { unit: 'hours', hours: 22 } });
    expect(at('2026-07-14T18:00:00Z')?.phase).toBe('near');
    expect(at('2026-07-15T06:00:00Z')?.phase).toBe('near');
    expect(at('2026-07-15T06:02:00Z')).toEqual({ phase: 'over', span: { unit: 'minutes', text: '02:00' } });
  });
  test('a paper without a limit has no clock', () => expect(readDue(start, null, 0)).toBeNull());
});
