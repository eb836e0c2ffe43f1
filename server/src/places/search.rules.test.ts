import { describe, expect, test } from '@jest/globals';
import { GAZETTEER } from '@liandong/seed/xianju/gazetteer';
import { TOWNSHIPS, township } from '@liandong/seed/xianju/townships';
import { matchScore, placesInText, searchKeys } from './search.rules.js';

const place = (name: string, townshipName: string, ...aliases: string[]) => ({
  name,
  townshipName,
  keys: searchKeys([name, ...aliases]),
});
const XIACHEN = place('下陈村', '横溪镇', '下陈');
const XIACHENZHU = place('下陈朱村', '淡竹乡');
const HOSPITAL = place('仙居县人民医院', '福应街道', '县人民医院', '人民医院');

describe('every way a name may be typed', () => {
  test('characters, full pinyin and initials of each name and alias, once each', () => {
    expect(searchKeys(['下陈村', '下陈'])).toEqual(['下陈村', 'xiachencun', 'xcc', '下陈', 'xiachen', 'xc']);
  });

  test('in lower case, half width and without blanks or apostrophes', () => {
    expect(searchKeys(['Ｓ28 下各入口'])).toEqual(['s28下各入口', 's28xiagerukou', 's28xgrk']);
  });
});

describe('how well a place fits what is typed', () => {
  test.each([
    ['下陈村', 4],
    ['下陈', 4],
    ['xiachen', 4],
    ['xiachencun', 4],
    ['xcc', 4],
    ['xc', 4],
    ['XIA CHEN', 4],
    ['xia’chen', 4],
    ['下', 3],
    ['xia', 3],
    ['x', 3],
    ['陈村', 2],
    ['chen', 2],
    ['陈', 0],
    ['上陈', 0],
    ['下陈朱', 0],
    ['', 0],
    ['  ', 0],
  ])('%j scores %i for 下陈村 of 横溪镇', (query, score) => {
    expect(matchScore(XIACHEN, query)).toBe(score);
  });

  test.each([
    ['横溪下陈', 4],
    ['横溪镇下陈村', 4],
    ['横溪镇 下陈', 4],
    ['横溪下', 3],
    ['hengxixiachen', 4],
    ['hengxizhenxiachencun', 4],
    ['heng xi xia chen', 4],
    ['hxxc', 4],
    ['hxxcc', 4],
    ['hxzxcc', 4],
    ['hengxixia', 3],
    ['白塔下陈', 0],
    ['baitaxiachen', 0],
    ['btxc', 0],
    ['横溪', 0],
    ['hengxi', 0],
    ['hx', 0],
    ['hxx', 0],
  ])('with its township before it, %j scores %i', (query, score) => {
    expect(matchScore(XIACHEN, query)).toBe(score);
  });

  test.each([
    [XIACHENZHU, '下陈', 3],
    [XIACHENZHU, 'dzxcz', 3],
    [XIACHENZHU, '淡竹下陈朱', 3],
    [XIACHENZHU, 'hxxc', 0],
    [HOSPITAL, '人民医院', 4],
    [HOSPITAL, 'rmyy', 4],
    [HOSPITAL, '福应街道人民医院', 4],
    [HOSPITAL, 'fyrmyy', 4],
    [HOSPITAL, 'fyjdrmyy', 4],
  ])('%o typed as %j scores %i', (where, query, score) => {
    expect(matchScore(where, query)).toBe(score);
  });
});

describe('the places a narrative names, in the county’s own gazetteer', () => {
  const gazetteer = [
    ...GAZETTEER.map(({ name, townshipCode }) => ({ name, townshipName: township(townshipCode).name, keys: [] })),
    ...TOWNSHIPS.map(({ name }) => ({ name, townshipName: name, keys: [] })),
  ];
  const named = (text: string) =>
    placesInText(gazetteer, text).map(({ name, townshipName }) => `${townshipName} ${name}`);

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
    const two = [place('新村', '白塔镇'), place('新村', '横溪镇')];
    expect(placesInText(two, '横溪镇新村停电')[0]).toBe(two[1]);
    expect(placesInText(two, '白塔新村停电')[0]).toBe(two[0]);
  });

  test.each(['', '有人晕倒', '村里停电'])('%j names none', (text) => {
    expect(named(text)).toEqual([]);
  });
});
