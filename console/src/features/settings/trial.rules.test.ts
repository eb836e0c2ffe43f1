import { describe, expect, it } from '@jest/globals';
import { trialCase } from './trial.rules.js';

const TEAMS = [
  { code: 'P01', base: 'urban', townshipCode: '003' },
  { code: 'P04', base: 'township', townshipCode: '001' },
  { code: 'P07', base: 'township', townshipCode: '101' },
];
const TOWNSHIPS = [
  { code: '001', urban: true },
  { code: '003', urban: true },
  { code: '101', urban: false },
  { code: '102', urban: false },
];

describe('a trial of a rule begins with a case the rule is about', () => {
  it.each([
    ['urban', 'urban', 'P01', '001', 'seat'],
    ['township', 'own_seat', 'P07', '101', 'seat'],
    ['township', 'own_outside', 'P07', '101', 'outside'],
    ['urban', 'other_township', 'P01', '101', 'seat'],
    ['township', 'elsewhere', 'P07', '102', 'seat'],
  ] as const)('%s team, incident %s: %s to %s, %s', (teamFrom, incidentIn, team, township, where) => {
    expect(trialCase({ teamFrom, incidentIn }, TEAMS, TOWNSHIPS)).toEqual({ team, township, where });
  });

  it('without a rule with a team sent to another township', () => {
    expect(trialCase(undefined, TEAMS, TOWNSHIPS)).toEqual({ team: 'P07', township: '102', where: 'seat' });
  });

  it('in a county without teams with none', () => {
    expect(trialCase(undefined, [], TOWNSHIPS)).toBeUndefined();
  });
});
