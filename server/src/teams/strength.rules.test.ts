import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Level,
  type StrengthRuleVersion,
  scopesOf,
  shortSince,
  strengthRuleFor,
  type TeamForStrength,
} from './strength.rules.js';

const DAY = (day: number, hour = 0): Date => new Date(Date.UTC(2026, 10, day, hour));
const rule = (scope: string, minimum: number | null, from: Date, version = 1, withdrawnAt: Date | null = null) =>
  ({ scope, version, minimum, basis: '文件依据', effectiveFrom: from, withdrawnAt }) satisfies StrengthRuleVersion;
const level = (since: Date, strength: number): Level => ({ since, strength });

const TOWNSHIP_TEAM: TeamForStrength = { code: 'P07', teamClass: 'public', specialties: ['local'], strengthClass: 2 };
const COUNTY_TEAM: TeamForStrength = { code: 'P01', teamClass: 'public', specialties: ['medical'], strengthClass: 1 };
const RULES = [
  rule('township-1', 20, DAY(1)),
  rule('township-2', 15, DAY(1)),
  rule('class-public', 12, DAY(1)),
  rule('team-P03', 50, DAY(1)),
];

describe('which strength rule a team is under', () => {
  test.each([
    ['a township team: its township’s class', TOWNSHIP_TEAM, 'township-2'],
    ['a county team, wherever its base lies: its own class', COUNTY_TEAM, 'class-public'],
    ['a team with a rule of its own: that', { ...COUNTY_TEAM, code: 'P03' }, 'team-P03'],
  ])('%s', (_, team, scope) => {
    expect(strengthRuleFor(RULES, team, DAY(2))?.scope).toBe(scope);
  });

  test('before a rule takes effect there is none; a rule ended by an empty version gives way to the wider one', () => {
    expect(strengthRuleFor(RULES, TOWNSHIP_TEAM, new Date(DAY(1).getTime() - 1))).toBeUndefined();
    const ended = [...RULES, rule('team-P03', null, DAY(10), 2)];
    const team = { ...COUNTY_TEAM, code: 'P03' };
    expect(strengthRuleFor(ended, team, DAY(9))?.minimum).toBe(50);
    expect(strengthRuleFor(ended, team, DAY(10))?.minimum).toBe(12);
  });

  test('a withdrawn version never counts', () => {
    const rules = [...RULES, rule('township-2', 99, DAY(5), 2, DAY(3))];
    expect(strengthRuleFor(rules, TOWNSHIP_TEAM, DAY(6))?.minimum).toBe(15);
  });
});

describe('since when a team has been short', () => {
  const since = (levels: Level[], rules = RULES, now = DAY(28)) => shortSince(levels, rules, TOWNSHIP_TEAM, now);

  test.each<[string, Level[], Date | null]>([
    ['never', [level(DAY(2), 15)], null],
    ['from the first number known', [level(DAY(2), 14)], DAY(2)],
    [
      'from when it fell below, not from the last loss',
      [level(DAY(2), 16), level(DAY(5), 14), level(DAY(9), 12)],
      DAY(5),
    ],
    ['a gap that was closed between is another gap', [level(DAY(2), 10), level(DAY(5), 15), level(DAY(9), 14)], DAY(9)],
    ['not any more', [level(DAY(2), 10), level(DAY(9), 15)], null],
  ])('%s', (_, levels, expected) => {
    expect(since(levels)).toEqual(expected);
  });

  test('from the instant a stricter rule takes effect, not a moment before', () => {
    const rules = [...RULES, rule('township-2', 18, DAY(20), 2)];
    expect(since([level(DAY(2), 16)], rules, new Date(DAY(20).getTime() - 1))).toBeNull();
    expect(since([level(DAY(2), 16)], rules, DAY(20))).toEqual(DAY(20));
    expect(since([level(DAY(2), 16)], rules)).toEqual(DAY(20));
  });

  test('whatever happened: at the instant named and at each change after it the team was short, and just before it was not', () => {
    const change = fc.record({ day: fc.integer({ min: 2, max: 27 }), n: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(fc.uniqueArray(change, { selector: (one) => one.day, minLength: 1 }), change, (levels, edit) => {
        const rows = levels.map(({ day, n }) => level(DAY(day, 12), n)).sort((a, b) => +a.since - +b.since);
        const rules = [...RULES, rule('township-2', edit.n, DAY(edit.day), 2)];
        const at = (when: Date) => rows.findLast((row) => row.since <= when)?.strength;
        const short = (when: Date) => at(when)! < strengthRuleFor(rules, TOWNSHIP_TEAM, when)!.minimum!;
        const found = since(rows, rules);
        expect(found !== null).toBe(short(DAY(28)));
        if (!found) return;
        const instants = [...rows.map((row) => row.since), DAY(edit.day)].filter((when) => when >= found);
        expect(instants.every(short)).toBe(true);
        const before = new Date(found.getTime() - 1);
        expect(at(before) === undefined || !short(before)).toBe(true);
      }),
    );
  });

  test('the scopes of a team go from narrow to wide', () => {
    expect(scopesOf(TOWNSHIP_TEAM)).toEqual(['team-P07', 'township-2', 'class-public']);
  });
});
