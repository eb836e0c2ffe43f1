import { describe, expect, test } from '@jest/globals';
import { GAZETTEER } from '@liandong/seed/xianju/gazetteer';
import { TOWNSHIPS, township } from '@liandong/seed/xianju/townships';
import fc from 'fast-check';
import { placesInText } from './narrative.rules.js';
import { arabic } from './road.rules.js';
import { indexOf, type Searchable, searchPlaces } from './search.rules.js';
import { roughen } from './spelling.rules.js';
import { isSkeleton, syllablesBegun, withinOneSlip } from './typing.rules.js';

const at = (lon: number, lat: number) => ({ lon, lat });
const XIANJU: Searchable[] = [
  ...GAZETTEER.map(({ location: [lon, lat], ...place }) => ({
    ...place,
    location: at(lon, lat),
    townshipName: township(place.townshipCode).name,
  })),
  ...TOWNSHIPS.map(({ code, name, seat: [lon, lat], seatGrade }) => ({
    code,
    name,
    aliases: [],
    kind: 'township',
    townshipCode: code,
    townshipName: name,
    location: at(lon, lat),
    grade: seatGrade,
  })),
];
const INDEX = indexOf(XIANJU);
const called = ({ townshipName, name }: Searchable) => `${townshipName} ${name}`;

describe('one slip of the fingers', () => {
  test.each([
    ['xiahcen', 'xiachen', 'two letters swapped'],
    ['xachen', 'xiachen', 'one dropped'],
    ['xiachenn', 'xiachen', 'one doubled'],
    ['xiavhen', 'xiachen', 'the key beside'],
    ['xiachen', 'xiachen', 'none at all'],
  ])('%s is %s: %s', (typed, meant) => {
    expect(withinOneSlip(typed, meant)).toBe(true);
  });

  test.each([
    ['xaichne', 'xiachen'],
    ['xichn', 'xiachen'],
    ['shichen', 'xiachen'],
    ['xiachencun', 'xiachen'],
  ])('%s is more than one slip from %s', (typed, meant) => {
    expect(withinOneSlip(typed, meant)).toBe(false);
  });

  test('may stand in a beginning', () => {
    expect(withinOneSlip('xiahcen', 'xiachencun', true)).toBe(true);
    expect(withinOneSlip('xiahcen', 'xiachencun')).toBe(false);
  });

  test('any word with one letter changed, dropped or added is within one slip of itself', () => {
    const word = fc.stringMatching(/^[a-z]{2,12}$/);
    fc.assert(
      fc.property(word, fc.nat(11), fc.constantFrom('a', 'q', 'z'), fc.nat(2), (meant, where, letter, way) => {
        const cut = where % meant.length;
        const typed = meant.slice(0, cut) + (way === 0 ? '' : letter) + meant.slice(cut + (way === 2 ? 0 : 1));
        expect(withinOneSlip(typed, meant)).toBe(true);
      }),
    );
  });
});

describe('syllables begun', () => {
  const XIA_CHEN_ZHU = ['xia', 'chen', 'zhu'];
  test.each([
    ['xcz', 3],
    ['xiacz', 3],
    ['xchen', 2],
    ['xiachenzhu', 3],
    ['xzhu', 0],
    ['chen', 0],
  ])('%s begins %i of xia chen zhu', (typed, count) => {
    expect(syllablesBegun(typed, XIA_CHEN_ZHU)).toBe(count);
  });

  test('a skeleton begins with the first character and keeps the order', () => {
    expect(isSkeleton('断宅村', '断桥上宅村')).toBe(true);
    expect(isSkeleton('桥宅', '断桥上宅村')).toBe(false);
  });
});

test.each([
  ['zhongqiao', 'zongqiao'],
  ['shengli', 'senni'],
  ['huangtan', 'wangtan'],
  ['huqiyuan', 'fuqiyuan'],
  ['nanmen', 'lanmen'],
  ['ren', 'len'],
  ['shanglv', 'shanglyu'],
])('%s and %s are one to southern ears', (a, b) => {
  expect(roughen(a)).toBe(roughen(b));
});

test.each([
  ['三五一国道', '351国道'],
  ['二百一十公里', '210公里'],
  ['八十公里', '80公里'],
  ['十都英', '十都英'],
])('%s is read as %s', (text, digits) => {
  expect(arabic(text)).toBe(digits);
});

describe('the search', () => {
  test('keeps the order of equal hits by code, wherever they stand in the list', () => {
    const two = ['B', 'A'].map((code) => ({ ...XIANJU[0]!, code, name: '新村', aliases: [] }));
    expect(searchPlaces(indexOf(two), '新村', 5).map(({ code }) => code)).toEqual(['A', 'B']);
    expect(searchPlaces(indexOf([...two].reverse()), '新村', 5).map(({ code }) => code)).toEqual(['A', 'B']);
  });

  test('puts the place of the township that was named before its namesake', () => {
    const two = ['103', '101'].map((code) => ({
      ...XIANJU[0]!,
      code,
      name: '新村',
      aliases: [],
      townshipCode: code,
      townshipName: township(code).name,
    }));
    expect(searchPlaces(indexOf(two), '横溪新村', 5).map(({ townshipCode }) => townshipCode)).toEqual(['101', '103']);
    expect(searchPlaces(indexOf(two), '新村白塔镇', 5)[0]!.townshipCode).toBe('103');
  });

  test('works a kilometre out between two marks and gives the nearest mark next', () => {
    const mark = (km: number) => XIANJU.find(({ code }) => code === `G351-K${km}`)!;
    const [between, nearest] = searchPlaces(INDEX, '351国道207公里', 3);
    const share = (from: number, to: number) => from + (to - from) * 0.4;
    expect(between).toMatchObject({ code: 'G351-K207', name: 'G351 K207', kind: 'road_mark' });
    expect(between!.location.lon).toBeCloseTo(share(mark(205).location.lon, mark(210).location.lon), 4);
    expect(between!.location.lat).toBeCloseTo(share(mark(205).location.lat, mark(210).location.lat), 4);
    expect(nearest!.code).toBe('G351-K205');
  });

  test('offers the last mark a few kilometres beyond it, and none far beyond', () => {
    expect(searchPlaces(INDEX, 'G351 K198', 1)[0]!.code).toBe('G351-K205');
    expect(searchPlaces(INDEX, 'G351 K900', 9).filter(({ kind }) => kind === 'road_mark')).toEqual([]);
  });

  test.each(['', '   ', '，。', '🙂', '%_\\', '((((', 'x'.repeat(60), '下'.repeat(60)])('%j harms nothing', (query) => {
    expect(searchPlaces(INDEX, query, 5).length).toBeLessThanOrEqual(5);
  });

  test('takes any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
        expect(searchPlaces(INDEX, query, 8).length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the places a narrative names', () => {
  const named = (text: string) => placesInText(INDEX, text).map(called);

  test.each([
    ['横溪镇下陈村山体滑坡，2人被困', '横溪镇 下陈村'],
    ['横溪镇下陈山体滑坡', '横溪镇 下陈村'],
    ['下陈村有人落水', '横溪镇 下陈村'],
    ['横溪 下陈村 着火', '横溪镇 下陈村'],
    ['淡竹乡下陈朱村房子着火', '淡竹乡 下陈朱村'],
    ['下陈朱村房子着火', '淡竹乡 下陈朱村'],
    ['下陈朱那边房子着火', '淡竹乡 下陈朱村'],
    ['从横溪过来，下陈朱村房子着火', '淡竹乡 下陈朱村'],
    ['神仙居有人爬山摔了', '白塔镇 神仙居'],
    ['横溪镇有房子着火', '横溪镇 横溪镇'],
    ['白塔镇政府门口堵门', '白塔镇 白塔镇政府'],
    ['西罨寺有人爬山摔了', '白塔镇 神仙居'],
    ['孟溪发大水', '福应街道 盂溪村'],
    ['夏陈村山体滑坡', '横溪镇 下陈村'],
    ['横溪镇夏陈山体滑坡', '横溪镇 下陈村'],
    ['351国道205公里处两车相撞', '下各镇 G351 K205'],
    ['台金高速K95+300货车侧翻', '白塔镇 S28 K95.3'],
  ])('%s: first %s', (text, first) => {
    expect(named(text)[0]).toBe(first);
  });

  test('下陈朱村 alone does not name 下陈村', () => {
    expect(named('下陈朱村房子着火')).not.toContain('横溪镇 下陈村');
  });

  test('but both are named when both are said, even short', () => {
    expect(named('下陈朱村着火，从下陈开车进去')).toEqual(['淡竹乡 下陈朱村', '横溪镇 下陈村']);
  });

  test('the township said decides between equal names', () => {
    const two = ['103', '101'].map((code) => ({
      ...XIANJU[0]!,
      code,
      name: '新村',
      aliases: [],
      townshipCode: code,
      townshipName: township(code).name,
    }));
    const index = indexOf(two);
    expect(placesInText(index, '横溪镇新村停电')[0]).toBe(two[1]);
    expect(placesInText(index, '白塔新村停电')[0]).toBe(two[0]);
  });

  test('a sound that two places share names neither', () => {
    const two = ['东岙村', '东垟岙村'].map((name, i) => ({
      ...XIANJU[0]!,
      code: `${i}`,
      name: i ? '洞岙村' : name,
      aliases: [],
    }));
    expect(placesInText(indexOf(two), '冬岙村着火')).toEqual([]);
  });

  test.each(['', '有人晕倒', '村里停电', '5公里外有烟', '开了205公里'])('%j names none', (text) => {
    expect(named(text)).toEqual([]);
  });
});
