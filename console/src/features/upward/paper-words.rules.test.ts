import { expect, it } from '@jest/globals';
import { chineseMoment, chineseSpan } from './paper-words.rules.js';

it('an instant on paper is the county’s, in characters', () => {
  expect(chineseMoment('2026-07-14T06:02:41.000Z')).toBe('2026年7月14日14时02分');
  expect(chineseMoment('2026-07-14T17:30:00.000Z')).toBe('2026年7月15日1时30分');
});

it('a span on paper names its units', () => {
  expect(chineseSpan(5929)).toBe('1小时38分49秒');
  expect(chineseSpan(7203)).toBe('2小时0分3秒');
  expect([62.9, 40].map(chineseSpan)).toEqual(['1分2秒', '40秒']);
});
