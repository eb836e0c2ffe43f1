import { describe, expect, test } from '@jest/globals';
import { EQUIPMENT_KINDS } from '@liandong/shared/equipment-kinds';
import fc from 'fast-check';
import { parseEquipmentQuery } from './equipment-query.rules.js';

describe('a query for equipment is read as a dispatcher types it', () => {
  test.each([
    ['20公里内 船', ['船艇'], 20, null, []],
    ['20公里内的船', ['船艇'], 20, null, []],
    ['船 20', ['船艇'], 20, null, []],
    ['谁有船', ['船艇'], null, null, []],
    ['who 船 20km', ['船艇'], 20, null, ['who']],
    ['船 横溪', ['船艇'], null, null, ['横溪']],
    ['横溪镇下陈村十五公里以内有没有抽水泵', ['水泵'], 15, null, ['横溪镇下陈村']],
    ['附近的发电机', ['发电机'], 20, null, []],
    ['附近5里 发电机', ['发电机'], 2.5, null, []],
    ['十里铺 发电机', ['发电机'], null, null, ['十里铺']],
    ['500米内 AED', ['AED'], 0.5, null, []],
    ['方圆一百二十公里 生命探测仪', ['生命探测仪'], 120, null, []],
    ['３０公里　冲锋舟', ['船艇'], 30, null, []],
    ['两艘橡皮艇 皤滩', ['船艇'], null, 2, ['皤滩']],
    ['100顶帐篷 和 50床棉被', ['帐篷', '被服'], null, 100, ['50床']],
    ['消防水泵', ['灭火'], null, null, []],
    ['挖机', ['挖掘机'], null, null, []],
    ['雪地摩托', [], null, null, ['雪地摩托']],
    ['s03 船', ['船艇'], null, null, ['s03']],
    ['0公里 船', ['船艇'], null, null, []],
    ['1.5公里 防护服', ['防护服'], 1.5, null, []],
    ['', [], null, null, []],
    ['，。！', [], null, null, []],
  ])('%s', (text, kinds, radiusKm, atLeast, rest) => {
    expect(parseEquipmentQuery(text)).toEqual({ kinds, radiusKm, atLeast, rest });
  });

  test('every name of a kind is found, alone and inside a question', () => {
    for (const { name, words } of EQUIPMENT_KINDS.filter((kind) => kind.name !== '其他')) {
      for (const word of [name, ...words]) {
        expect(parseEquipmentQuery(`20公里内谁有${word}`)).toMatchObject({ kinds: [name], radiusKm: 20, rest: [] });
      }
    }
  });

  test('no word stands for two kinds', () => {
    const words = EQUIPMENT_KINDS.flatMap(({ name, words }) => [...new Set([name, ...words])]);
    expect(words.length).toBe(new Set(words).size);
  });

  test('whatever is typed, it is read without a fault, and a distance is a distance', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { radiusKm, rest } = parseEquipmentQuery(text);
        expect(radiusKm === null || (radiusKm > 0 && radiusKm <= 999)).toBe(true);
        expect(rest.every((word) => word.trim() === word && word !== '')).toBe(true);
      }),
    );
  });
});
