import { describe, expect, it } from '@jest/globals';
import type { Recommendation } from '@liandong/shared/order';
import { initialTicks, offered, refusedTeams } from './dispatch.rules.js';

const team = (teamCode: string, rank: number, more: Partial<Recommendation> = {}): Recommendation =>
  ({ teamCode, rank, ticked: false, planStep: null, alreadyOrdered: false, ...more }) as Recommendation;
const teams = [
  team('P01', 1),
  team('S05', 2, { ticked: true, planStep: 2 }),
  team('P07', 3, { ticked: true, planStep: 1 }),
  team('S03', 4, { ticked: true, planStep: 3, alreadyOrdered: true }),
];
const problem = { type: '/problems/conflict', status: 409, title: '', titleEn: '' };

describe('offering teams', () => {
  it('the plan first, in its steps; those already sent last', () => {
    expect(offered(teams).map((each) => each.teamCode)).toEqual(['P07', 'S05', 'P01', 'S03']);
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

describe('a refusal', () => {
  it('marks the teams it names by field or by word', () => {
    const fields = [{ path: 'teamCodes.1', message: '没有这支队伍' }];
    expect([...refusedTeams({ ...problem, fields }, ['P01', 'X99'])]).toEqual(['X99']);
    expect([...refusedTeams({ ...problem, detail: 'S05 已有指令' }, ['P01', 'S05'])]).toEqual(['S05']);
    expect(refusedTeams(problem, ['P01']).size).toBe(0);
  });
});
