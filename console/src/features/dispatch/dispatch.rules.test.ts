import { describe, expect, it } from '@jest/globals';
import type { Recommendation } from '@liandong/shared/order';
import { addedBy, differs, initialTicks, offered, proposedAt, refusedTeams, strengthOf } from './dispatch.rules.js';

const team = (teamCode: string, rank: number, more: Partial<Recommendation> = {}): Recommendation =>
  ({
    teamCode,
    rank,
    ticked: false,
    planStep: null,
    planLevel: null,
    setAside: null,
    alreadyOrdered: false,
    strength: 12,
    ...more,
  }) as Recommendation;
const teams = [
  team('P01', 1),
  team('S05', 2, { ticked: true, planStep: 2 }),
  team('P07', 3, { ticked: true, planStep: 1 }),
  team('S03', 4, { ticked: true, planStep: 3, alreadyOrdered: true }),
];
const problem = { type: '/problems/conflict', status: 409, title: '', titleEn: '' };

describe('offering teams', () => {
  it('the proposed first, by rank; those already sent last', () => {
    expect(offered(teams).map((each) => each.teamCode)).toEqual(['S05', 'P07', 'P01', 'S03']);
  });
  it('ticks the plan, or what was asked for, never a team that already has an order', () => {
    expect([...initialTicks(teams, null)]).toEqual(['S05', 'P07']);
    expect([...initialTicks(teams, ['P01', 'S03'])]).toEqual(['P01']);
  });
  it('in place of a team that cannot come: the best on duty, one, never itself', () => {
    const free = [
      team('P01', 1, { onDuty: false }),
      team('S05', 2, { onDuty: true }),
      team('P07', 3, { onDuty: true }),
    ];
    expect([...initialTicks(free, null, 'S05')]).toEqual(['P07']);
    expect([...initialTicks([team('P01', 1), team('S05', 2)], null, 'S05')]).toEqual(['P01']);
    expect([...initialTicks(free, ['S05', 'P01'], 'S05')]).toEqual(['P01']);
  });
});

describe('a second alarm', () => {
  const raised = [
    team('S05', 1, { planLevel: 1 }),
    team('P08', 2, { planLevel: 2 }),
    team('P18', 3, { planLevel: 2, setAside: '检修' }),
    team('P16', 4, { planLevel: 2, alreadyOrdered: true }),
    team('P09', 5, { planLevel: 3 }),
  ];
  it('adds the teams of that level alone, none that is set aside or sent already', () => {
    expect(addedBy(raised, 2)).toEqual(['P08']);
    expect(addedBy(raised, 4)).toEqual([]);
  });
  it('is proposed with what was ticked at first, level by level', () => {
    const first = new Set(['S05']);
    expect(proposedAt(raised, first, 0, 1)).toEqual(['S05']);
    expect(proposedAt(raised, first, 0, 2)).toEqual(['S05', 'P08']);
    expect(proposedAt(raised, first, 1, 3)).toEqual(['S05', 'P08', 'P09']);
    expect(proposedAt(raised, new Set(), 2, 3)).toEqual(['P09']);
  });
  it('counts the people of the ticked teams', () => {
    expect(strengthOf(raised, new Set(['S05', 'P08']))).toBe(24);
  });
});

describe('other teams than proposed', () => {
  it.each([
    [['S05'], ['S05'], false],
    [['S05', 'P07'], ['P07', 'S05'], false],
    [['S05'], ['P07'], true],
    [['S05'], ['S05', 'P07'], true],
    [[], ['P07'], false],
  ])('%j proposed, %j ticked: %s', (proposed, ticks, expected) => {
    expect(differs(proposed, new Set(ticks))).toBe(expected);
  });
});

describe('a refusal', () => {
  it('marks the teams it names by field or by word', () => {
    const fields = [{ path: 'teamCodes.1', message: '没有这支队伍' }];
    expect([...refusedTeams({ ...problem, fields }, ['P01', 'X99'])]).toEqual(['X99']);
    expect([...refusedTeams({ ...problem, detail: 'S05 已有指令' }, ['P01', 'S05'])]).toEqual(['S05']);
    expect(refusedTeams(problem, ['P01']).size).toBe(0);
  });
});
