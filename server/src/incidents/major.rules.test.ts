import { describe, expect, test } from '@jest/globals';
import { UPWARD_STAGES } from '@liandong/shared/upward';
import { SETTINGS, type SettingKey, type Settings } from '../settings/settings.table.js';
import { firstReports, gradeOf, isMajor, SETTLED_STAGES } from './major.rules.js';

const settings = Object.fromEntries(
  Object.entries(SETTINGS).map(([key, { value }]) => [key as SettingKey, value]),
) as Settings;
const FROM = new Date('2026-07-14T06:00:00.000Z');

describe('what is major', () => {
  test.each([
    ['I', false, true, 'major'],
    ['II', false, true, 'major'],
    ['III', false, false, 'larger'],
    ['IV', false, false, null],
    ['III', true, true, 'major'],
    ['IV', true, true, 'major'],
  ] as const)('severity %s, marked by hand: %p → major %p, reported as %p', (severity, markedMajor, major, grade) => {
    expect(isMajor({ severity, markedMajor })).toBe(major);
    expect(gradeOf({ severity, markedMajor })).toBe(grade);
  });
});

describe('the first reports upward', () => {
  test.each([
    ['major', { phone: 15, written: 30 }],
    ['larger', { phone: 30, written: 60 }],
    [null, {}],
  ] as const)('%s: minutes %p', (grade, minutes) => {
    const owed = firstReports(grade, FROM, settings);
    const due = owed.map(({ stage, dueAt }) => [stage, (dueAt.getTime() - FROM.getTime()) / 60_000]);
    expect(Object.fromEntries(due)).toEqual(minutes);
    for (const { basis } of owed) expect(basis).toContain('本县约定');
  });
});

test('a later report tells all an earlier one would have told', () => {
  for (const [index, stage] of UPWARD_STAGES.entries())
    expect(SETTLED_STAGES[stage]).toEqual(UPWARD_STAGES.slice(0, index + 1));
});
