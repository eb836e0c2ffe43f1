import { expect, test } from '@jest/globals';
import { EMPTY_SITUATION, hasSituation, situationOf } from './situation.rules.js';

test('words or one figure make a report; zero is a figure, nothing is none', () => {
  expect(hasSituation(EMPTY_SITUATION)).toBe(false);
  expect(hasSituation({ note: ' ', casualties: { dead: undefined } })).toBe(false);
  expect(hasSituation({ note: '', casualties: { dead: 0 } })).toBe(true);
  expect(hasSituation({ note: '两人已救出', casualties: {} })).toBe(true);
});

test('what is not known is left out', () => {
  expect(situationOf({ note: ' 两人已救出 ', casualties: { dead: 0, trapped: undefined, rescued: 2 } })).toEqual({
    note: '两人已救出',
    casualties: { dead: 0, rescued: 2 },
  });
  expect(situationOf({ note: '', casualties: { injured: 1 } })).toEqual({ casualties: { injured: 1 } });
});
