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
  place: null,
  matched: [],
  local: false,
  onDuty: '演示-甲',
  committed: 0,
  short: false,
  setAside: null,
  minutes: 20,
  nearKm: 10,
  recent: 0,
  distanceKm: 10,
  expected: null,
  over: null,
  alreadyOrdered: false,
  strength: 12,
  minimumStrength: 12,
  target: TARGET,
  ...facts,
});
const step = (number: number, level = 1): Partial<Candidate> => ({ place: { level, step: number, how: null } });
const order = (...teams: Candidate[]) => rank(teams).map(({ teamCode }) => teamCode);

describe('the plan comes first', () => {
  test('in the order of the plan, before every team outside it', () => {
    expect(order(team('S01'), team('S05', step(2)), team('P01', step(3)), team('P02', step(1)))).toEqual([
      'P02',
      'S05',
      'P01',
      'S01',
    ]);
  });

  const ALL_FOR: Partial<Candidate> = { matched: ['地质灾害'], local: true, minutes: 5, nearKm: 0 };
  const ALL_AGAINST: Partial<Candidate> = { committed: 9, short: true, minutes: 180, nearKm: 80, recent: 30 };

  test('nothing lifts a team outside the plan over one in it', () => {
    expect(order(team('S05', ALL_FOR), team('P01', { ...step(12), ...ALL_AGAINST }))).toEqual(['P01', 'S05']);
  });

  test('nothing lifts a later step of the plan over an earlier', () => {
    expect(order(team('S05', { ...step(2), ...ALL_FOR }), team('P01', { ...step(1), ...ALL_AGAINST }))).toEqual([
      'P01',
      'S05',
    ]);
  });
});

describe('what bars a team', () => {
  test('nobody on duty: behind the others of its level, ticked all the same, before the next level and whoever is outside', () => {
    const ranked = rank([
      team('S05', { ...step(1), onDuty: null }),
      team('P01', step(2)),
      team('P08', step(1, 2)),
      team('S01', { matched: ['地质灾害'], local: true }),
    ]);
    expect(ranked.map(({ teamCode, ticked }) => [teamCode, ticked])).toEqual([
      ['P01', true],
      ['S05', true],
      ['P08', false],
      ['S01', false],
    ]);
  });

  test('set aside: behind all that may go, not ticked, never hidden, and the reason comes first', () => {
    const ranked = rank([team('S05', { ...step(1), setAside: '车辆检修' }), team('S01', { onDuty: null })]);
    expect(ranked.map(({ teamCode, ticked }) => [teamCode, ticked])).toEqual([
      ['S01', false],
      ['S05', false],
    ]);
    expect(ranked[1]!.reasons[0]).toBe('⚠ 停勤：车辆检修');
  });

  test('a second level is ticked once it is raised', () => {
    const both = [team('S05', step(1)), team('P08', step(1, 2)), team('P09', step(1, 3))];
    const ticked = (raised: number) =>
      rank(both, raised)
        .filter((one) => one.ticked)
        .map(({ teamCode }) => teamCode);
    expect(ticked(1)).toEqual(['S05']);
    expect(ticked(2)).toEqual(['S05', 'P08']);
  });
});

describe('fairness', () => {
  test('of equal teams the one called less in seven days goes first, and it is said of it', () => {
    const ranked = rank([team('P08', { recent: 4 }), team('P09', { recent: 1 })]);
    expect(ranked.map(({ teamCode }) => teamCode)).toEqual(['P09', 'P08']);
    expect(ranked[0]!.reasons.at(-1)).toBe('近 7 天指令较少：1 条（P08 为 4 条）');
    expect(ranked[1]!.reasons.join()).not.toContain('近 7 天');
  });

  test('never before a team that is better for a reason of its own', () => {
    expect(order(team('P08', { recent: 9, minutes: 10 }), team('P09', { recent: 0, minutes: 11 }))).toEqual([
      'P08',
      'P09',
    ]);
    expect(order(team('P08', { recent: 9, ...step(1) }), team('P09', { recent: 0, ...step(2) }))).toEqual([
      'P08',
      'P09',
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
    ['a full one before one short of people', {}, { short: true }],
    ['the sooner before the later', { minutes: 19 }, { minutes: 20 }],
    ['the nearer before the farther within the same minute', { nearKm: 9.9 }, { nearKm: 10 }],
    ['a fitting one far away before one that does not fit nearby', { matched: ['医疗'], minutes: 120 }, { minutes: 6 }],
  ])('%s', (_name, better, worse) => {
    expect(order(team('Z', better), team('A', worse))).toEqual(['Z', 'A']);
    expect(order(team('Z', { ...step(1), ...better }), team('A', { ...step(1), ...worse }))).toEqual(['Z', 'A']);
  });

  test('equal ones stand by code', () => {
    expect(order(team('S03'), team('P11'), team('S01'), team('P02'))).toEqual(['P02', 'P11', 'S01', 'S03']);
  });
});

describe('a team that already has an order for this incident', () => {
  const ordered = team('P01', { ...step(1), matched: ['医疗'], local: true, alreadyOrdered: true });

  test('comes last and is not ticked, even first in the plan', () => {
    const ranked = rank([ordered, team('S01', { onDuty: null, committed: 5, minutes: 170 })]);
    expect(ranked.map(({ teamCode, ticked }) => [teamCode, ticked])).toEqual([
      ['S01', false],
      ['P01', false],
    ]);
  });
});

describe('any set of teams', () => {
  const candidate = fc.record({
    place: fc.option(
      fc.record({
        level: fc.integer({ min: 1, max: 2 }),
        step: fc.integer({ min: 1, max: 5 }),
        how: fc.constant(null),
      }),
    ),
    matched: fc.subarray(['医疗', '地质灾害']),
    local: fc.boolean(),
    onDuty: fc.option(fc.constant('演示-甲')),
    committed: fc.integer({ min: 0, max: 4 }),
    nearKm: fc.option(fc.constantFrom(0, 3.3, 10, 44.4)),
    minutes: fc.option(fc.constantFrom(5, 20, 70)),
    recent: fc.integer({ min: 0, max: 3 }),
    short: fc.boolean(),
    setAside: fc.option(fc.constant('检修')),
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

  test('is ranked 1, 2, 3…; free before set aside before ordered, planned before unplanned, by level, manned first, by step; ticked are the free ones of level one', () => {
    fc.assert(
      fc.property(teams, (all) => {
        const ranked = rank(all);
        expect(ranked.map((one) => one.rank)).toEqual(all.map((_, index) => index + 1));
        expect(ranked.map((one) => one.ticked)).toEqual(
          ranked.map((c) => c.place?.level === 1 && !c.alreadyOrdered && c.setAside === null),
        );
        const place = (c: Candidate) =>
          (c.alreadyOrdered ? 10_000 : 0) +
          (c.setAside === null ? 0 : 1000) +
          (c.place === null ? 900 : c.place.level * 100 + (c.onDuty === null ? 50 : 0) + c.place.step);
        expect(ranked.map(place)).toEqual(all.map(place).sort((a, b) => a - b));
      }),
    );
  });
});

describe('why a team is recommended', () => {
  test('every argument for it, best first', () => {
    const expected = { minutes: 12, by: 'estimate' } as const;
    const said = { ...step(2), matched: ['地质灾害', '医疗'], local: true, distanceKm: 3.25, committed: 2, expected };
    expect(reasonsFor(team('S05', said))).toEqual([
      '预案第 2 位',
      '专长：地质灾害、医疗',
      '属地队伍',
      '直线 3.3 公里',
      '约 12 分钟可到（估算）',
      '值班：演示-甲',
      '另有 2 条指令在办',
      '集结 15 分钟（城区出警赴其他乡镇，白天）',
    ]);
  });

  test('nothing is claimed that is not so', () => {
    const target: ChosenTarget = { ...TARGET, measure: 'on_scene', seconds: 1800, why: '城区出警、地点在城区，夜间' };
    expect(reasonsFor(team('S05', { onDuty: null, distanceKm: null, target }))).toEqual([
      '距离未知（地点未明）',
      '⚠ 当前无人值班',
      '待命',
      '到场 30 分钟（城区出警、地点在城区，夜间）',
    ]);
  });

  test('which level of the plan, how it was found, too few people, and a target it will miss', () => {
    const facts: Partial<Candidate> = {
      place: { level: 2, step: 1, how: '邻近乡镇分队' },
      short: true,
      strength: 8,
      expected: { minutes: 26, by: 'road' },
      over: 6,
    };
    expect(reasonsFor(team('P08', facts))).toEqual([
      '二级增援第 1 位：邻近乡镇分队',
      '直线 10.0 公里',
      '约 26 分钟可到（按路网）',
      '值班：演示-甲',
      '待命',
      '缺员：在册 8 人，应有 12 人',
      '集结 15 分钟（城区出警赴其他乡镇，白天）',
      '⚠ 预计超出时限 6 分钟',
    ]);
  });

  test('a team at the very place is 0.0 km away, not of unknown distance', () => {
    expect(reasonsFor(team('S05', { distanceKm: 0 }))).toContain('直线 0.0 公里');
  });
});
