import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChosenTarget } from '../targets/target.rules.js';
import { type Candidate, rank, reasonsFor } from './recommend.rules.js';

const TARGET: ChosenTarget = {
  measure: 'mustered',
  seconds: 900,
  ruleNo: 3,
  ruleVersion: 1,
  basis: '文件依据',
  daytime: true,
  placeUnknown: false,
  why: '城区出警赴其他乡镇，白天',
};
const team = (teamCode: string, facts: Partial<Candidate> = {}): Candidate => ({
  teamCode,
  planStep: null,
  matched: [],
  local: false,
  onDuty: '演示-甲',
  committed: 0,
  distanceKm: 10,
  alreadyOrdered: false,
  target: TARGET,
  ...facts,
});
const order = (...teams: Candidate[]) => rank(teams).map(({ teamCode }) => teamCode);

describe('the plan comes first', () => {
  test('in the order of the plan, before every team outside it', () => {
    expect(
      order(team('S01'), team('S05', { planStep: 2 }), team('P01', { planStep: 3 }), team('P02', { planStep: 1 })),
    ).toEqual(['P02', 'S05', 'P01', 'S01']);
  });

  const ALL_FOR: Partial<Candidate> = { matched: ['地质灾害'], local: true, distanceKm: 0 };
  const ALL_AGAINST: Partial<Candidate> = { onDuty: null, committed: 9, distanceKm: 80 };

  test('nothing lifts a team outside the plan over one in it', () => {
    expect(order(team('S05', ALL_FOR), team('P01', { planStep: 12, ...ALL_AGAINST }))).toEqual(['P01', 'S05']);
  });

  test('nothing lifts a later step of the plan over an earlier', () => {
    expect(order(team('S05', { planStep: 2, ...ALL_FOR }), team('P01', { planStep: 1, ...ALL_AGAINST }))).toEqual([
      'P01',
      'S05',
    ]);
  });
});

describe('outside the plan, or at the same step of it', () => {
  test.each<[string, Partial<Candidate>, Partial<Candidate>]>([
    ['one whose specialty fits before one whose does not', { matched: ['医疗'] }, {}],
    ['the local team before one from elsewhere', { local: true }, {}],
    ['one with somebody on duty before one with nobody', {}, { onDuty: null }],
    ['an idle one before a committed one', {}, { committed: 1 }],
    ['a less committed one before a more committed one', { committed: 1 }, { committed: 2 }],
    ['the nearer before the farther', { distanceKm: 9.9 }, { distanceKm: 10 }],
    [
      'a fitting one far away before one that does not fit nearby',
      { matched: ['医疗'], distanceKm: 60 },
      { distanceKm: 1 },
    ],
  ])('%s', (_name, better, worse) => {
    expect(order(team('Z', better), team('A', worse))).toEqual(['Z', 'A']);
    expect(order(team('Z', { planStep: 1, ...better }), team('A', { planStep: 1, ...worse }))).toEqual(['Z', 'A']);
  });

  test('equal ones stand by code', () => {
    expect(order(team('S03'), team('P11'), team('S01'), team('P02'))).toEqual(['P02', 'P11', 'S01', 'S03']);
  });
});

describe('a team that already has an order for this incident', () => {
  const ordered = team('P01', { planStep: 1, matched: ['医疗'], local: true, alreadyOrdered: true });

  test('comes last and is not ticked, even first in the plan', () => {
    const ranked = rank([ordered, team('S01', { onDuty: null, committed: 5, distanceKm: 70 })]);
    expect(ranked.map(({ teamCode, ticked }) => [teamCode, ticked])).toEqual([
      ['S01', false],
      ['P01', false],
    ]);
  });
});

describe('any set of teams', () => {
  const candidate = fc.record({
    planStep: fc.option(fc.integer({ min: 1, max: 5 })),
    matched: fc.subarray(['医疗', '地质灾害']),
    local: fc.boolean(),
    onDuty: fc.option(fc.constant('演示-甲')),
    committed: fc.integer({ min: 0, max: 4 }),
    distanceKm: fc.option(fc.constantFrom(0, 3.3, 10, 44.4)),
    alreadyOrdered: fc.boolean(),
  });
  const teams = fc
    .array(candidate, { maxLength: 40 })
    .map((all) => all.map((facts, index) => team(`T${String(index).padStart(2, '0')}`, facts)));

  test('stands in the same order however it is shuffled', () => {
    const shuffled = teams.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(fc.property(shuffled, ([all, other]) => expect(order(...other)).toEqual(order(...all))));
  });

  test('is ranked 1, 2, 3…; free before ordered, planned before unplanned, by step; ticked are the free planned ones', () => {
    fc.assert(
      fc.property(teams, (all) => {
        const ranked = rank(all);
        expect(ranked.map((one) => one.rank)).toEqual(all.map((_, index) => index + 1));
        expect(ranked.map((one) => one.ticked)).toEqual(ranked.map((c) => c.planStep !== null && !c.alreadyOrdered));
        const place = (c: Candidate) => (c.alreadyOrdered ? 100 : 0) + (c.planStep ?? 50);
        expect(ranked.map(place)).toEqual(all.map(place).sort((a, b) => a - b));
      }),
    );
  });
});

describe('why a team is recommended', () => {
  test('every argument for it, best first', () => {
    const facts = { planStep: 2, matched: ['地质灾害', '医疗'], local: true, distanceKm: 3.25, committed: 2 };
    expect(reasonsFor(team('S05', facts))).toEqual([
      '预案第 2 位',
      '专长：地质灾害、医疗',
      '属地队伍',
      '直线 3.3 公里',
      '值班：演示-甲',
      '另有 2 条指令在办',
      '集结 15 分钟（城区出警赴其他乡镇，白天）',
    ]);
  });

  test('nothing is claimed that is not so', () => {
    const target: ChosenTarget = { ...TARGET, measure: 'on_scene', seconds: 1800, why: '城区出警、地点在城区，夜间' };
    expect(reasonsFor(team('S05', { onDuty: null, distanceKm: null, target }))).toEqual([
      '距离未知（地点未明）',
      '当前无人值班',
      '待命',
      '到场 30 分钟（城区出警、地点在城区，夜间）',
    ]);
  });

  test('a team at the very place is 0.0 km away, not of unknown distance', () => {
    expect(reasonsFor(team('S05', { distanceKm: 0 }))).toContain('直线 0.0 公里');
  });
});
