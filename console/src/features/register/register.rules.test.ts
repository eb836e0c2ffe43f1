import { describe, expect, test } from '@jest/globals';
import type { TeamDetail } from '@liandong/shared/team';
import { swapped } from './phones.rules.js';
import { changesOf, draftOf, EMPTY_TEAM, newTeamOf } from './team-draft.rules.js';

const TEAM = {
  code: 'S05',
  name: '地质灾害应急队伍',
  shortName: '地质灾害队',
  teamClass: 'professional',
  specialties: ['geology'],
  leadDepartment: '县自然资源和规划局',
  townshipCode: '001',
  base: 'urban',
  location: { lon: 120.7, lat: 28.8 },
  alarmPhone: '10005760028',
  baseAddress: '',
  duties: '',
} as unknown as TeamDetail;

describe('numbers in their order', () => {
  test.each([
    ['down', 0, 1, ['b', 'a', 'c']],
    ['up', 2, -1, ['a', 'c', 'b']],
    ['not beyond the top', 0, -1, null],
    ['not beyond the end', 2, 1, null],
  ] as const)('%s', (_, index, by, expected) => {
    expect(swapped(['a', 'b', 'c'], index, by)).toEqual(expected);
  });
});

describe('the form of a team', () => {
  test('what was not touched is not sent: it may be somebody else’s at this moment', () => {
    const before = draftOf(TEAM);
    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, { ...before, reason: '更名' })).toEqual({});
    expect(changesOf(before, { ...before, name: '地灾队', specialties: ['geology', 'flood'] })).toEqual({
      name: '地灾队',
      specialties: ['geology', 'flood'],
    });
  });

  test('a point goes with the datum it was read in; another datum alone makes it another point', () => {
    const before = draftOf(TEAM);
    expect(changesOf(before, { ...before, lon: 120.71, datum: 'gcj02' })).toEqual({
      location: { lon: 120.71, lat: 28.8 },
      datum: 'gcj02',
    });
    expect(changesOf(before, { ...before, datum: 'bd09' })).toMatchObject({ datum: 'bd09', location: TEAM.location });
  });

  test('half a point is none', () => {
    expect(newTeamOf({ ...EMPTY_TEAM, lon: 120.7 }).location).toBeUndefined();
    expect(newTeamOf({ ...EMPTY_TEAM, lon: 120.7, lat: 28.8 }).location).toEqual({ lon: 120.7, lat: 28.8 });
  });
});
