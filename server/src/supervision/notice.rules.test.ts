import { expect, test } from '@jest/globals';
import { OBLIGATION_KINDS } from '@liandong/shared/obligation';
import { noticeNumber, SUPERVISED_BY_ITSELF, usualDemand } from './notice.rules.js';

test('a notice carries the year and its number in it', () => {
  expect(noticeNumber(2026, 12)).toBe('督办〔2026〕12号');
});

test('there are usual words for whatever may be missed', () => {
  const demands = OBLIGATION_KINDS.map(usualDemand);
  expect(new Set(demands).size).toBe(OBLIGATION_KINDS.length);
  for (const demand of demands) expect(demand).toMatch(/^请/);
});

test('forms and follow-ups are supervised by themselves, everything else is a supervisor’s decision', () => {
  expect(SUPERVISED_BY_ITSELF).toEqual(['feedback', 'follow_up']);
});
