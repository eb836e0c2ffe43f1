import { describe, expect, test } from '@jest/globals';
import { RESPONSE_RULES } from '@liandong/seed/xianju/rules';
import { chooseTarget, type IncidentArea, placeFor, type Rule, type TeamStart } from './target.rules.js';

const RULES: Rule[] = RESPONSE_RULES.map((row) => ({ ...row, version: row.ruleNo * 10 }));

const TEAMS: Record<string, TeamStart> = {
  urban: { base: 'urban', townshipCode: '003' },
  hengxi: { base: 'township', townshipCode: '101' },
  // A sub-district's own team starts at its seat like any township team.
  anzhou: { base: 'township', townshipCode: '001' },
};

const area = (
  townshipCode: string | null,
  urban: boolean,
  inSeatArea: boolean | null,
  located = true,
): IncidentArea => ({
  located,
  townshipCode,
  urban,
  inSeatArea,
});
const PLACES: Record<string, IncidentArea> = {
  'in 福应, urban': area('003', true, true),
  'in 安洲, urban, at its seat': area('001', true, true),
  'in 安洲, urban, off its seat': area('001', true, false),
  'in 安洲, no point': area('001', true, null, false),
  'in 横溪 at its seat': area('101', false, true),
  'in 横溪 off its seat': area('101', false, false),
  'in 横溪, no point': area('101', false, null, false),
  'in 白塔 at its seat': area('103', false, true),
  'in 白塔, no point': area('103', false, null, false),
  'outside the county': area(null, false, null),
  unknown: area(null, false, null, false),
};

type Cell = [team: string, place: string, rule: number, measure: string, day: number, night: number, unknown: boolean];
const TABLE: Cell[] = [
  ['urban', 'in 福应, urban', 1, 'on_scene', 1200, 1800, false],
  ['urban', 'in 安洲, urban, at its seat', 1, 'on_scene', 1200, 1800, false],
  ['urban', 'in 安洲, urban, off its seat', 1, 'on_scene', 1200, 1800, false],
  ['urban', 'in 安洲, no point', 1, 'on_scene', 1200, 1800, false],
  ['urban', 'in 横溪 at its seat', 3, 'mustered', 900, 1500, false],
  ['urban', 'in 横溪 off its seat', 3, 'mustered', 900, 1500, false],
  ['urban', 'in 横溪, no point', 3, 'mustered', 900, 1500, false],
  ['urban', 'outside the county', 3, 'mustered', 900, 1500, false],
  ['urban', 'unknown', 1, 'on_scene', 1200, 1800, true],
  ['hengxi', 'in 横溪 at its seat', 2, 'on_scene', 1200, 1800, false],
  ['hengxi', 'in 横溪 off its seat', 4, 'mustered', 900, 1500, false],
  ['hengxi', 'in 横溪, no point', 2, 'on_scene', 1200, 1800, true],
  ['hengxi', 'in 福应, urban', 5, 'mustered', 900, 1500, false],
  ['hengxi', 'in 安洲, no point', 5, 'mustered', 900, 1500, false],
  ['hengxi', 'in 白塔 at its seat', 5, 'mustered', 900, 1500, false],
  ['hengxi', 'in 白塔, no point', 5, 'mustered', 900, 1500, false],
  ['hengxi', 'outside the county', 5, 'mustered', 900, 1500, false],
  ['hengxi', 'unknown', 2, 'on_scene', 1200, 1800, true],
  ['anzhou', 'in 安洲, urban, at its seat', 2, 'on_scene', 1200, 1800, false],
  ['anzhou', 'in 安洲, urban, off its seat', 4, 'mustered', 900, 1500, false],
  ['anzhou', 'in 安洲, no point', 2, 'on_scene', 1200, 1800, true],
  ['anzhou', 'in 福应, urban', 5, 'mustered', 900, 1500, false],
  ['anzhou', 'unknown', 2, 'on_scene', 1200, 1800, true],
];

describe('the target of an order follows from where the team starts, where the incident is, day or night', () => {
  test.each(TABLE)(
    '%s team, incident %s: rule %i, %s, %i s by day, %i s by night',
    (team, place, ruleNo, measure, day, night, placeUnknown) => {
      const owed = { ruleNo, measure, placeUnknown, ruleVersion: ruleNo * 10 };
      const choose = (daytime: boolean) => chooseTarget(TEAMS[team]!, PLACES[place]!, daytime, RULES);
      expect(choose(true)).toMatchObject({ ...owed, seconds: day, daytime: true });
      expect(choose(false)).toMatchObject({ ...owed, seconds: night, daytime: false });
    },
  );

  test('every row of the table of rules is used by some cell', () => {
    expect(new Set(TABLE.map(([, , ruleNo]) => ruleNo))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test.each([
    [1, '文件依据'],
    [2, '文件依据'],
    [3, '文件依据'],
    [4, '本县约定'],
    [5, '本县约定'],
  ])('rule %i rests on %s, and the target says so', (ruleNo, basis) => {
    const [team, place] = TABLE.find(([, , no]) => no === ruleNo)!;
    expect(chooseTarget(TEAMS[team]!, PLACES[place]!, true, RULES).basis).toBe(basis);
  });
});

describe('a place that is not known', () => {
  test.each(['urban', 'hengxi'])('gives the %s team its on-scene rule and says why', (team) => {
    const { measure, why } = chooseTarget(TEAMS[team]!, PLACES.unknown!, true, RULES);
    expect(measure).toBe('on_scene');
    expect(why).toMatch(/地点未明，按较严的到场时限$/);
  });

  test('is not mentioned when the place is known', () => {
    for (const [team, place, , , , , unknown] of TABLE.filter((cell) => !cell[6])) {
      expect(unknown).toBe(false);
      expect(chooseTarget(TEAMS[team]!, PLACES[place]!, true, RULES).why).not.toContain('地点未明');
    }
  });
});

describe('the words of a target', () => {
  test.each([
    ['urban', 'in 福应, urban', true, '城区出警、地点在城区，白天'],
    ['hengxi', 'in 横溪 at its seat', false, '本乡镇政府驻地区域，夜间'],
    ['urban', 'in 横溪 off its seat', true, '城区出警赴其他乡镇，白天'],
    ['hengxi', 'in 横溪 off its seat', false, '本乡镇驻地以外，夜间'],
    ['hengxi', 'in 白塔 at its seat', true, '乡镇队伍跨区增援，白天'],
  ] as const)('%s team, incident %s, daytime %s: %s', (team, place, daytime, why) => {
    expect(chooseTarget(TEAMS[team]!, PLACES[place]!, daytime, RULES).why).toBe(why);
  });
});

describe('an incomplete table of rules', () => {
  test.each(TABLE)(
    'without its rule, %s team and incident %s get no target but an error naming the case',
    (team, place, ruleNo) => {
      const incomplete = RULES.filter((rule) => rule.ruleNo !== ruleNo);
      const { incidentIn } = placeFor(TEAMS[team]!, PLACES[place]!);
      expect(() => chooseTarget(TEAMS[team]!, PLACES[place]!, true, incomplete)).toThrow(
        `no response rule for ${TEAMS[team]!.base} → ${incidentIn}`,
      );
    },
  );
});

test('a later edit of the rules changes nothing already chosen', () => {
  const rules = RULES.map((rule) => ({ ...rule }));
  const chosen = chooseTarget(TEAMS.urban!, PLACES['in 福应, urban']!, true, rules);
  rules[0]!.daySeconds = 60;
  rules[0]!.version = 99;
  expect(chosen).toMatchObject({ seconds: 1200, ruleVersion: 10 });
  expect(chooseTarget(TEAMS.urban!, PLACES['in 福应, urban']!, true, rules)).toMatchObject({
    seconds: 60,
    ruleVersion: 99,
  });
});
