import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Likeness, likeness } from './duplicate.rules.js';

const STRANGERS: Likeness = {
  minutes: 12,
  distanceMeters: 20_000,
  sameTownship: false,
  sameType: false,
  sameCaller: false,
  sharedPlaces: [],
};
const alike = (more: Partial<Likeness>) => likeness({ ...STRANGERS, ...more });

describe('two incidents that may be one', () => {
  test.each<[string, Partial<Likeness>, string[] | null]>([
    ['nothing in common', {}, null],
    ['the same type alone', { sameType: true }, null],
    ['the same township and type: two fires in one town are two', { sameTownship: true, sameType: true }, null],
    [
      'the same, but minutes ago',
      { sameTownship: true, sameType: true, minutes: 5 },
      ['同一乡镇', '同一类型', '5 分钟前'],
    ],
    ['300 m apart', { distanceMeters: 300 }, ['相距 300 米', '12 分钟前']],
    [
      'the same village and type',
      { sharedPlaces: ['下陈村'], sameType: true },
      ['同一地名：下陈村', '同一类型', '12 分钟前'],
    ],
    ['the same caller and type', { sameType: true, sameCaller: true }, ['同一类型', '同一来电号码', '12 分钟前']],
    [
      '1.2 km apart and the same type',
      { distanceMeters: 1200, sameType: true },
      ['相距 1.2 公里', '同一类型', '12 分钟前'],
    ],
    ['the same place four hours ago', { distanceMeters: 10, sameType: true, minutes: 240 }, null],
    ['just now, at the same place', { distanceMeters: 10, minutes: 0.2 }, ['相距 10 米', '不到 1 分钟前']],
  ])('%s', (_name, more, reasons) => {
    expect(alike(more)?.reasons ?? null).toEqual(reasons);
  });

  test('nearer never counts less', () => {
    const metres = fc.integer({ min: 0, max: 30_000 });
    fc.assert(
      fc.property(metres, metres, fc.boolean(), (a, b, sameType) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        const score = (distanceMeters: number) => alike({ distanceMeters, sameType })?.score ?? 0;
        expect(score(near)).toBeGreaterThanOrEqual(score(far));
      }),
    );
  });
});
