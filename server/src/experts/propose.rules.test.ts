import { describe, expect, test } from '@jest/globals';
import { XIANJU } from '@liandong/seed/xianju/county';
import type { ExpertView } from '@liandong/shared/expert';
import fc from 'fast-check';
import { NEEDS } from './expert-needs.table.js';
import { placeWords, proposeExperts } from './propose.rules.js';

const GROUP: ExpertView[] = XIANJU.experts.map((expert, index) => ({
  ...expert,
  id: `id-${index}`,
  unit: '',
  title: '',
  morePhones: [],
}));
const ticked = (typeCode: string | null, major = false, asked: string[] = []) =>
  proposeExperts({ typeCode, typeName: '山体滑坡', major }, GROUP, new Set(asked))
    .filter((one) => one.ticked)
    .map(({ expert }) => expert.specialty);

describe('experts for an incident', () => {
  test.each([
    ['landslide', ['地质灾害防治', '边坡与岩土工程']],
    ['flood', ['水文与洪水预报', '水库大坝安全', '气象与台风']],
    ['hazmat_leak', ['危险化学品处置', '环境污染处置']],
    ['food_poisoning', ['食物中毒', '急救与创伤', '重症医学']],
    ['medical_dispute', ['医患纠纷调解', '谈判与危机沟通', '法律事务']],
    ['public_help', ['应急指挥']],
    [null, ['应急指挥']],
  ])('%s: %j', (type, expected) => {
    expect(ticked(type)).toEqual(expected);
  });

  test('a major one needs command and the press too, four at most', () => {
    expect(ticked('landslide', true)).toEqual(['地质灾害防治', '边坡与岩土工程', '应急指挥', '新闻发布']);
  });

  test('each with a reason; who was asked is not ticked again', () => {
    const [first] = proposeExperts({ typeCode: 'landslide', typeName: '山体滑坡', major: false }, GROUP, new Set());
    expect(first).toMatchObject({ reasons: ['专长“地质灾害防治”对应山体滑坡'], ticked: true, asked: false });
    expect(ticked('landslide', false, [first!.expert.id])).toEqual(['边坡与岩土工程']);
  });

  test('every type of the table is one of the county, and the demo group has somebody for it', () => {
    const types = new Set<string>(XIANJU.incidentTypes.map(({ code }) => code));
    for (const type of Object.keys(NEEDS)) {
      expect(types).toContain(type);
      expect(ticked(type).length).toBeGreaterThan(0);
    }
  });

  test('whatever the type is called, everybody is listed once and at most four are ticked', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (typeCode, major) => {
        const all = proposeExperts({ typeCode, typeName: null, major }, GROUP, new Set());
        expect(new Set(all.map(({ expert }) => expert.id)).size).toBe(33);
        expect(all.filter((one) => one.ticked).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

test('where and what, as the text says it', () => {
  expect(placeWords('横溪镇下陈村', '横溪镇', '山体滑坡')).toBe('横溪镇下陈村山体滑坡');
  expect(placeWords(null, '横溪镇', null)).toBe('横溪镇突发事件');
  expect(placeWords(null, null, null)).toBe('突发事件');
});
