import { expect, it } from '@jest/globals';
import { chineseMoment } from './paper-words.rules.js';

it('an instant on paper is the county’s, in characters', () => {
  expect(chineseMoment('2026-07-14T06:02:41.000Z')).toBe('2026年7月14日14时02分');
  expect(chineseMoment('2026-07-14T17:30:00.000Z')).toBe('2026年7月15日1时30分');
});
