import { describe, expect, test } from '@jest/globals';
import { asLines, csvOf, filtered } from './issues.rules';

const ISSUES = [
  { sheet: '人员', row: 3, column: '手机', value: '138', wrong: '手机号有 3 位', right: '11 位' },
  { sheet: '队伍', row: null, column: null, value: '=1+1', wrong: '缺少\n这一列', right: '加上' },
];

describe('the list of errors', () => {
  test('is filtered by any of its words', () => {
    expect(filtered(ISSUES, '手机')).toEqual([ISSUES[0]]);
    expect(filtered(ISSUES, '队伍')).toEqual([ISSUES[1]]);
    expect(filtered(ISSUES, ' ')).toEqual(ISSUES);
  });
  test('is copied as a table in which nothing runs', () => {
    expect(asLines(ISSUES, ['表'])).toBe(
      "表\n人员\t3\t手机\t138\t手机号有 3 位\t11 位\n队伍\t\t\t'=1+1\t缺少 这一列\t加上",
    );
    expect(csvOf([['a"b', '+1']])).toBe('\ufeff"a""b","\'+1"');
  });
});
