import { describe, expect, test } from '@jest/globals';
import { whyNotSet } from './settings.rules.js';
import { RISING, SETTINGS, type SettingKey, type Settings } from './settings.table.js';

const KEYS = Object.keys(SETTINGS) as SettingKey[];
const START = Object.fromEntries(KEYS.map((key) => [key, SETTINGS[key].value])) as Settings;

describe('a number of the county', () => {
  test.each(KEYS)('%s begins with a value that may be set', (key) => {
    expect(whyNotSet(key, START[key], START)).toBeNull();
  });

  test.each(KEYS)('%s has a title, a unit and a basis', (key) => {
    const { title, unit, basis } = SETTINGS[key];
    expect([title, unit].every((words) => words.length > 0)).toBe(true);
    expect(['文件依据', '本县约定']).toContain(basis);
  });

  test.each([
    [29, '须在 30 至 3600 秒之间'],
    [30, null],
    [200, null],
    [3601, '须在 30 至 3600 秒之间'],
    [180.5, '须为整数'],
  ])('acknowledgeSeconds %d: %s', (value, wrong) => {
    const wide = { ...START, deskAlarmSeconds: 7200 };
    expect(whyNotSet('acknowledgeSeconds', value, wide)).toBe(wrong);
  });
});

describe('numbers that rise one after the other', () => {
  test.each(RISING)('%s must stay below %s', (less, more) => {
    expect(whyNotSet(less, START[more] - 1, START)).toBeNull();
    expect(whyNotSet(less, START[more], START)).toContain('须小于');
    expect(whyNotSet(more, START[less], START)).toContain('须小于');
  });

  test('a number of its own is not held back by two others', () => {
    const crossed = { ...START, acknowledgeSeconds: 900 };
    expect(whyNotSet('overdueChaseSeconds', 120, crossed)).toBeNull();
  });
});
