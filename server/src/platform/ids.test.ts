import { describe, expect, test } from '@jest/globals';
import { newId } from './ids.js';

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const millisecondOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
const many = (make: (index: number) => string) => Array.from({ length: 10_000 }, (_, index) => make(index));

/** Later than any real clock, and each test later than the one before: the ids of this process only ever rise. */
const FUTURE = Date.parse('2090-01-01T00:00:00.000Z');

function expectGood(ids: string[]) {
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.filter((id) => !V7.test(id))).toEqual([]);
}

describe('10,000 ids are unique, sorted as made, and valid version 7', () => {
  test('by the real clock', () => {
    const before = Date.now();
    const ids = many(() => newId());
    expectGood(ids);
    expect(millisecondOf(ids[0]!)).toBeGreaterThanOrEqual(before);
  });

  test('each in its own millisecond, which it carries', () => {
    const ids = many((index) => newId(FUTURE + index));
    expectGood(ids);
    expect(ids.map(millisecondOf)).toEqual(ids.map((_, index) => FUTURE + index));
  });

  test('all in one millisecond: more than its counter holds run on into the next', () => {
    const at = FUTURE + 1_000_000;
    const ids = many(() => newId(at));
    expectGood(ids);
    expect([ids[0], ids[4095], ids[4096], ids[9999]].map((id) => millisecondOf(id!) - at)).toEqual([0, 0, 1, 2]);
  });

  test('while the clock is set back an hour', () => {
    const at = FUTURE + 2_000_000;
    expectGood(many((index) => newId(index < 5000 ? at + index : at + index - 3_600_000)));
  });
});

test('an id says nothing of what was made before it: 62 bits of it are chance', () => {
  const at = FUTURE + 10_000_000;
  const tails = Array.from({ length: 1000 }, (_, index) => newId(at + index).slice(19));
  expect(new Set(tails).size).toBe(1000);
});
