import { describe, expect, test } from '@jest/globals';
import { readTownshipList } from './township-list.js';

describe('townships as they are typed, one a line', () => {
  test('name, urban, code and point are told apart in any order, with spaces, tabs or commas', () => {
    const { rows, faults } = readTownshipList(
      '安洲街道 城区\n\n横溪镇\t否\n朱溪镇，107，120.866，28.756\n001 福应街道 是',
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { line: 1, name: '安洲街道', urban: true, code: null, point: null },
      { line: 3, name: '横溪镇', urban: false, code: null, point: null },
      { line: 4, name: '朱溪镇', urban: null, code: '107', point: { lon: 120.866, lat: 28.756 } },
      { line: 5, name: '福应街道', urban: true, code: '001', point: null },
    ]);
  });

  test.each([
    ['城区', 'noName'],
    ['横溪镇 白塔镇', 'twoNames'],
    ['横溪镇 大概', 'twoNames'],
    ['横溪镇 101 102', 'codeTwice'],
    ['横溪镇 120.47', 'halfPoint'],
    ['横溪镇 28.733 120.47', 'offMap'],
    ['埠头镇', 'nameAgain'],
    ['横溪镇 102', 'codeAgain'],
  ])('%s: %s', (line, fault) => {
    expect(readTownshipList(`埠头镇 102\n${line}`).faults).toEqual([{ line: 2, fault }]);
  });
});
