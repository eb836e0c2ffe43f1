import { describe, expect, test } from '@jest/globals';
import type { PlanStep } from '@liandong/shared/plan';
import fc from 'fast-check';
import { type Callable, planPlaces } from './plan-places.rules.js';

const team = (teamCode: string, facts: Partial<Callable> = {}): Callable => ({
  teamCode,
  matched: [],
  specialties: [],
  townshipTeam: false,
  local: false,
  onDuty: '演示-甲',
  committed: 0,
  short: false,
  setAside: null,
  minutes: 20,
  nearKm: 10,
  recent: 0,
  alreadyOrdered: false,
  ...facts,
});
const township = (teamCode: string, nearKm: number, facts: Partial<Callable> = {}): Callable =>
  team(teamCode, { townshipTeam: true, specialties: ['local'], nearKm, minutes: nearKm * 2, ...facts });

const HENGXI = township('P07', 1, { local: true });
const AROUND = [township('P08', 6), township('P18', 7), township('P16', 9), township('P09', 12)];
const TEAMS = [team('S05'), team('P02', { specialties: ['medical'] }), HENGXI, ...AROUND];

const called = (levels: PlanStep[][], teams: readonly Callable[] = TEAMS) =>
  [
    ...planPlaces(
      levels.map((steps) => ({ steps, requiredStrength: null })),
      teams,
    ),
  ].map(([code, { level, step }]) => `${code}@${level}.${step}`);

describe('whom a plan calls', () => {
  test('a named team, the township’s own, the nearest neighbours, the nearest with a specialty', () => {
    const steps: PlanStep[] = [{ team: 'S05' }, { local: 'township' }, { neighbours: 2 }, { nearest: 'medical' }];
    expect(called([steps])).toEqual(['S05@1.1', 'P07@1.2', 'P08@1.3', 'P18@1.3', 'P02@1.4']);
  });

  test('a higher level goes on where the lower stopped', () => {
    expect(called([[{ neighbours: 2 }], [{ neighbours: 2 }]])).toEqual(['P08@1.1', 'P18@1.1', 'P16@2.1', 'P09@2.1']);
  });

  test('a team has one place; one that is named is not found once more by its specialty', () => {
    expect(called([[{ nearest: 'medical' }, { team: 'P02' }]])).toEqual(['P02@1.2']);
  });

  test('a busy or unmanned neighbour gives way to a free one; one set aside is passed over', () => {
    const teams = [
      township('P08', 6, { committed: 1 }),
      township('P18', 7, { setAside: '检修' }),
      township('P16', 9),
      township('P09', 12),
    ];
    expect(called([[{ neighbours: 2 }]], teams)).toEqual(['P16@1.1', 'P09@1.1']);
    const unmanned = [township('P08', 6, { onDuty: null }), township('P16', 9)];
    expect(called([[{ neighbours: 1 }]], unmanned)).toEqual(['P16@1.1']);
  });

  test('one already sent fills its step: asked again, no further team is proposed', () => {
    const sent = [township('P09', 12, { alreadyOrdered: true, committed: 2 }), ...AROUND.slice(0, 3)];
    expect(called([[{ neighbours: 1 }]], sent)).toEqual(['P09@1.1']);
  });

  test('where the place is not known there is neither township nor neighbour', () => {
    const lost = TEAMS.map((one) => ({ ...one, local: false, nearKm: null, minutes: null }));
    expect(called([[{ team: 'S05' }, { local: 'township' }, { neighbours: 3 }]], lost)).toEqual(['S05@1.1']);
  });

  test('of neighbours equally near the one called less of late', () => {
    expect(called([[{ neighbours: 1 }]], [township('P08', 6, { recent: 3 }), township('P16', 6)])).toEqual(['P16@1.1']);
  });

  test('does not depend on the order in which teams are listed', () => {
    const steps: PlanStep[] = [{ team: 'S05' }, { neighbours: 2 }, { nearest: 'medical' }, { local: 'township' }];
    const shuffled = fc.shuffledSubarray(TEAMS, { minLength: TEAMS.length });
    fc.assert(fc.property(shuffled, (teams) => expect(called([steps], teams)).toEqual(called([steps]))));
  });
});
