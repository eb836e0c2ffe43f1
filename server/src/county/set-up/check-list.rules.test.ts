import { describe, expect, test } from '@jest/globals';
import { checkList, isDone, isReady, type SetupFacts } from './check-list.rules.js';

const TEAM: SetupFacts['teams'][number] = {
  shortName: '青石镇分队',
  alarmPhone: '10000010002',
  base: 'township',
  members: 8,
  commanders: 1,
  onDuty: true,
  hasAccount: true,
  atUrban: false,
};
const WHOLE: SetupFacts = {
  name: '云溪县',
  centrePhone: '110',
  townships: [
    { name: '云台街道', urban: true, seatKnown: true, hasTeam: true },
    { name: '青石镇', urban: false, seatKnown: true, hasTeam: true },
  ],
  teams: [TEAM],
  rules: 5,
  types: 33,
  plans: 32,
  rulesConfirmed: true,
  accounts: { dispatcher: 1, supervisor: 1, commander: 1, auditor: 1, admin: 1 },
};
const withTeam = (more: Partial<typeof TEAM>): SetupFacts => ({
  ...WHOLE,
  teams: [TEAM, { ...TEAM, shortName: '某队', ...more }],
});

describe('what a county needs before it takes calls', () => {
  test('a whole county lacks nothing', () => {
    expect(checkList(WHOLE)).toEqual([]);
    expect(isReady(checkList(WHOLE))).toBe(true);
  });

  test.each<[string, SetupFacts, string, boolean, string[]]>([
    ['no name', { ...WHOLE, name: '' }, 'name', true, []],
    ['no phone of the centre', { ...WHOLE, centrePhone: '' }, 'centrePhone', true, []],
    ['no township', { ...WHOLE, townships: [] }, 'townships', true, []],
    [
      'a seat nobody knows',
      { ...WHOLE, townships: WHOLE.townships.map((one) => ({ ...one, seatKnown: one.urban })) },
      'seats',
      true,
      ['青石镇'],
    ],
    [
      'no urban area',
      { ...WHOLE, townships: WHOLE.townships.map((one) => ({ ...one, urban: false })) },
      'urban',
      true,
      [],
    ],
    [
      'a township without a team',
      { ...WHOLE, townships: [{ name: '白沙镇', urban: true, seatKnown: true, hasTeam: false }] },
      'townshipWithoutTeam',
      false,
      ['白沙镇'],
    ],
    ['no team', { ...WHOLE, teams: [] }, 'teams', true, []],
    ['a team without a phone', withTeam({ alarmPhone: '' }), 'alarmPhone', true, ['某队']],
    ['a team that starts from the town but is elsewhere', withTeam({ base: 'urban' }), 'base', false, ['某队']],
    ['a team without people', withTeam({ members: 0, commanders: 0, onDuty: false }), 'members', true, ['某队']],
    ['a team without a commander', withTeam({ commanders: 0 }), 'commander', true, ['某队']],
    ['a team with two', withTeam({ commanders: 2 }), 'commanders', true, ['某队']],
    ['nobody on duty', withTeam({ onDuty: false }), 'duty', false, ['某队']],
    ['rules not confirmed', { ...WHOLE, rulesConfirmed: false }, 'rules', true, []],
    ['no plans', { ...WHOLE, plans: 0 }, 'plans', false, []],
    ['no dispatcher', { ...WHOLE, accounts: { supervisor: 1, commander: 1, auditor: 1 } }, 'dispatcher', true, []],
    ['no supervisor', { ...WHOLE, accounts: { dispatcher: 1, commander: 1, auditor: 1 } }, 'supervisor', true, []],
    ['no auditor', { ...WHOLE, accounts: { dispatcher: 1, supervisor: 1, commander: 1 } }, 'auditor', false, []],
    ['a team without an account', withTeam({ hasAccount: false }), 'teamAccount', false, ['某队']],
  ])('%s', (_, facts, code, must, subjects) => {
    const gaps = checkList(facts);
    expect(gaps).toEqual([expect.objectContaining({ code, must, subjects })]);
    expect(isReady(gaps)).toBe(!must);
    expect(isDone(gaps[0]!.step, gaps, false)).toBe(!must);
  });

  test('the last step is done when the county is in service', () => {
    expect([isDone('check', [], false), isDone('check', [], true)]).toEqual([false, true]);
  });
});
