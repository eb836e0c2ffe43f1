import { describe, expect, test } from '@jest/globals';
import { XIANJU } from './county.js';
import { metresBetween, nearestSeat } from './geo.js';
import type { LonLat } from './types.js';

const { townships, teams, experts, places, villages, incidentTypes, plans, cells } = XIANJU;
const people = [...teams.flatMap((team) => team.members), ...experts];
const team = (code: string) => teams.find((each) => each.code === code)!;
const villagePlaces = places.filter((place) => /^\d{12}$/.test(place.code));

function expectUnique(values: readonly string[]) {
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
}

function inside([x, y]: LonLat, ring: readonly LonLat[]): boolean {
  let within = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  }
  return within;
}

describe('townships', () => {
  test('20, with unique codes, three of them urban', () => {
    expect(townships).toHaveLength(20);
    expectUnique(townships.map(({ gbCode }) => gbCode));
    expect(townships.filter(({ urban }) => urban).map(({ name }) => name)).toEqual([
      '安洲街道',
      '南峰街道',
      '福应街道',
    ]);
  });

  test('one closed cell each, holding its own seat and no other', () => {
    expect(cells.map(({ townshipCode }) => townshipCode)).toEqual(townships.map(({ code }) => code));
    for (const { townshipCode, ring } of cells) {
      expect(ring.at(-1)).toEqual(ring[0]);
      const seats = townships.filter(({ seat }) => inside(seat, ring)).map(({ code }) => code);
      expect(seats).toEqual([townshipCode]);
    }
  });
});

describe('teams', () => {
  test('40: 23 public, 16 professional, the experts, in the order of the document', () => {
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
    expect(teams.map(({ code }) => code)).toEqual([...numbered('P', 23), ...numbered('S', 16), 'E01']);
    const count = (teamClass: string) => teams.filter((each) => each.teamClass === teamClass).length;
    expect([count('public'), count('professional'), count('expert')]).toEqual([23, 16, 1]);
    expect(teams.slice(3, 23).map(({ townshipCode }) => townshipCode)).toEqual(townships.map(({ code }) => code));
  });

  test('names, short names, base points and phones are unique', () => {
    expectUnique(teams.map(({ name }) => name));
    expectUnique(teams.map(({ shortName }) => shortName));
    expectUnique(teams.map(({ location }) => location.join()));
    expectUnique(people.map(({ name }) => name));
    expectUnique([...people.map(({ phone }) => phone), ...teams.map(({ alarmPhone }) => alarmPhone)]);
  });

  test('every person is a placeholder: 演示- and an 11-digit number from 100', () => {
    expect(people.length).toBeGreaterThan(700 + 33);
    expect(people.filter(({ name }) => !/^演示-\p{Script=Han}{2}$/u.test(name))).toEqual([]);
    expect(people.filter(({ phone }) => !/^100\d{8}$/.test(phone))).toEqual([]);
    expect(teams.filter(({ alarmPhone }) => !/^1000576\d{4}$/.test(alarmPhone))).toEqual([]);
  });

  test('each has exactly one commander, deputy, liaison and leader in charge', () => {
    for (const { members } of teams) {
      expect(members.map(({ post }) => post).filter((post) => post !== 'member')).toEqual([
        'commander',
        'deputy',
        'liaison',
        'leader_in_charge',
      ]);
    }
  });

  test('minimum strength follows the document, and exactly three teams fall short', () => {
    expect(['P02', 'P03', 'S01', 'S02', 'S05'].map((code) => team(code).minimumStrength)).toEqual([20, 50, 50, 50, 12]);
    for (const { code, strengthClass } of townships) {
      const own = teams.find((each) => each.townshipCode === code && each.specialties.includes('local'));
      expect(own?.minimumStrength).toBe({ 1: 20, 2: 15, 3: 10 }[strengthClass]);
    }
    const short = teams.filter(({ members, minimumStrength }) => members.length < minimumStrength);
    expect(short.map(({ code }) => code)).toEqual(['P14', 'S02', 'S06']);
  });

  test('county teams start from the urban area, township teams from their seats', () => {
    for (const { code, base, townshipCode, location } of teams) {
      const home = townships.find((each) => each.code === townshipCode)!;
      const ofTownship = code.startsWith('P') && code > 'P03';
      expect([code, base]).toEqual([code, home.urban ? 'urban' : 'township']);
      if (ofTownship) expect(location).toEqual(home.seat);
      else expect(metresBetween(location, XIANJU.seat)).toBeLessThan(2500);
    }
  });

  test('33 experts in five categories', () => {
    expect(experts).toHaveLength(33);
    expect(new Set(experts.map(({ category }) => category)).size).toBe(5);
  });

  test('every specialty is in the vocabulary and used by a team', () => {
    const vocabulary = Object.keys(XIANJU.specialties);
    const used = teams.flatMap(({ specialties }) => specialties);
    const named = [
      ...used,
      ...teams.flatMap(({ members }) => members.flatMap(({ specialty }) => specialty ?? [])),
      ...incidentTypes.flatMap(({ specialties }) => specialties),
    ];
    expect(named.filter((code) => !vocabulary.includes(code))).toEqual([]);
    expect(vocabulary.filter((code) => !used.includes(code))).toEqual([]);
  });
});

describe('places', () => {
  test('335 villages, each in the gazetteer once and by its official name too', () => {
    expect(villages).toHaveLength(335);
    expect(villagePlaces.map(({ code }) => code).sort()).toEqual(villages.map(([code]) => code).sort());
    expectUnique(places.map(({ code }) => code));
    for (const [code, officialName] of villages) {
      const { name, aliases } = villagePlaces.find((place) => place.code === code)!;
      expect([name, ...aliases]).toContain(officialName);
    }
    expect(places.find(({ name }) => name === '下陈朱村')).toMatchObject({
      aliases: ['下陈朱村委会'],
      townshipCode: '203',
    });
    expect(places.find(({ name }) => name === '市桥社区')).toMatchObject({ kind: 'community', townshipCode: '001' });
  });

  test('no place name means two places of one township', () => {
    expectUnique(places.map(({ name, townshipCode }) => `${townshipCode}${name}`));
  });

  test('everything lies in the bounding box', () => {
    const [west, south, east, north] = XIANJU.bbox;
    const points = [
      ...townships.map(({ seat }) => seat),
      ...teams.map(({ location }) => location),
      ...places.map(({ location }) => location),
      ...cells.flatMap(({ ring }) => ring),
      ...XIANJU.river,
    ];
    expect(points.filter(([lon, lat]) => lon < west || lon > east || lat < south || lat > north)).toEqual([]);
  });

  test('each village is 0.5–6 km from its own seat, inside its own cell, at a point of its own', () => {
    for (const { code, townshipCode, location } of villagePlaces) {
      expect([code, nearestSeat(location, townships).code]).toEqual([code, townshipCode]);
      expect(inside(location, cells.find((cell) => cell.townshipCode === townshipCode)!.ring)).toBe(true);
      const metres = metresBetween(location, townships.find((each) => each.code === townshipCode)!.seat);
      expect(metres).toBeGreaterThan(490);
      expect(metres).toBeLessThan(6010);
    }
    expectUnique(villagePlaces.map(({ location }) => location.join()));
  });

  test('下陈村 of 横溪镇 lies in the seat area', () => {
    const place = places.find(({ name }) => name === '下陈村')!;
    const home = townships.find(({ code }) => code === place.townshipCode)!;
    expect(home.name).toBe('横溪镇');
    expect(metresBetween(place.location, home.seat)).toBeLessThan(home.seatRadiusMeters);
  });

  test('landmarks and kilometre marks are there', () => {
    const names = places.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        '神仙居',
        '仙居县人民医院',
        '县政府',
        '白塔枢纽',
        '横溪镇政府',
        'G351 K205',
        'G351 K230',
      ]),
    );
    expect(places.filter(({ kind }) => kind === 'landmark').length).toBeGreaterThanOrEqual(25);
  });
});

describe('incident types and plans', () => {
  test('at least 24 types with unique codes, names and keywords, in the columns of the annual table', () => {
    expect(incidentTypes.length).toBeGreaterThanOrEqual(24);
    expectUnique(incidentTypes.map(({ code }) => code));
    expectUnique(incidentTypes.map(({ name }) => name));
    expectUnique(incidentTypes.flatMap(({ keywords }) => keywords));
    const columns = ['抢险救援', '交通事件', '群众求助', '群体性隐患', '灾害事故', '医患纠纷', '其他'];
    expect([...new Set(incidentTypes.map(({ category }) => category))].sort()).toEqual(columns.sort());
  });

  test('every plan has a known type, known teams, no team twice, and a task that fits an SMS', () => {
    expect(plans.length).toBeGreaterThanOrEqual(12);
    expectUnique(plans.map(({ typeCode }) => typeCode));
    for (const { typeCode, levels, taskText } of plans) {
      expect(incidentTypes.map(({ code }) => code)).toContain(typeCode);
      const steps = levels.flatMap((level) => level.steps).filter((step) => 'team' in step || 'local' in step);
      const called = steps.map((step) => ('team' in step ? step.team : 'local'));
      expectUnique(called);
      const known = [...teams.map(({ code }) => code), 'local'];
      expect(called.filter((code) => !known.includes(code))).toEqual([]);
      expect(taskText.length).toBeLessThanOrEqual(20);
    }
  });

  test('a landslide calls geology, the township, comprehensive rescue, then medical', () => {
    expect(plans.find(({ typeCode }) => typeCode === 'landslide')?.levels[0]?.steps).toEqual([
      { team: 'S05' },
      { local: 'township' },
      { team: 'P01' },
      { team: 'P02' },
    ]);
    expect(['S05', 'P01', 'P02'].map((code) => team(code).name)).toEqual([
      '地质灾害应急队伍',
      '县级综合应急救援队伍',
      '医疗救护应急队伍',
    ]);
  });
});

test('the five response rules are those of the table', () => {
  const rows = XIANJU.responseRules.map((rule) => [
    rule.ruleNo,
    rule.teamFrom,
    rule.incidentIn,
    rule.measure,
    rule.daySeconds / 60,
    rule.nightSeconds / 60,
    rule.basis,
  ]);
  expect(rows).toEqual([
    [1, 'urban', 'urban', 'on_scene', 20, 30, '文件依据'],
    [2, 'township', 'own_seat', 'on_scene', 20, 30, '文件依据'],
    [3, 'urban', 'other_township', 'mustered', 15, 25, '文件依据'],
    [4, 'township', 'own_outside', 'mustered', 15, 25, '本县约定'],
    [5, 'township', 'elsewhere', 'mustered', 15, 25, '本县约定'],
  ]);
});

describe('duty', () => {
  const from = '2026-07-13T03:20:00+08:00';
  const shifts = XIANJU.dutyShifts(teams, from, 14);
  const of = (code: string) => shifts.filter(({ teamCode }) => teamCode === code);

  test('covers 14 days of every team without gap or overlap, from the shift that contains the instant', () => {
    for (const { code, members } of teams) {
      const own = of(code);
      expect(own[0]?.startsAt).toBe('2026-07-12T20:00:00+08:00');
      expect(Date.parse(own.at(-1)!.endsAt)).toBeGreaterThanOrEqual(Date.parse(from) + 14 * 86_400_000);
      own.forEach(({ startsAt, endsAt, memberIndex }, index) => {
        expect(startsAt).toMatch(/T(08|20):00:00\+08:00$/);
        expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(12 * 3_600_000);
        if (index > 0) expect(startsAt).toBe(own[index - 1]!.endsAt);
        expect(members[memberIndex]).toBeDefined();
        expect(members[memberIndex]!.post).not.toBe('leader_in_charge');
      });
    }
  });

  test('takes turns, and each person has days and nights', () => {
    const own = of('S05');
    const on = new Set(own.map(({ memberIndex }) => memberIndex));
    expect([...on].sort((a, b) => a - b)).toEqual([0, 1, 2, 4, 5, 6, 7]);
    for (const memberIndex of on) {
      const hours = own
        .filter((each) => each.memberIndex === memberIndex)
        .map(({ startsAt }) => startsAt.slice(11, 13));
      expect(new Set(hours).size).toBe(2);
    }
  });

  test('a boundary belongs to the shift that begins there; a later start keeps the same people', () => {
    const later = XIANJU.dutyShifts(teams, '2026-07-15T08:00:00+08:00', 1).filter(({ teamCode }) => teamCode === 'P07');
    expect(later.map(({ startsAt }) => startsAt)).toEqual(['2026-07-15T08:00:00+08:00', '2026-07-15T20:00:00+08:00']);
    expect(of('P07')).toEqual(expect.arrayContaining(later));
    expect(() => XIANJU.dutyShifts(teams, 'tomorrow', 1)).toThrow(RangeError);
  });
});
