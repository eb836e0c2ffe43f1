import { expect, test } from '@jest/globals';
import { overrideOf, overrideWords } from './override.rules.js';

test.each([
  ['followed to the letter', ['S05', 'P01'], ['P01', 'S05'], null],
  ['one left out, one added', ['S05', 'P01'], ['P01', 'P07'], '未按推荐：未派 S05，加派 P07'],
  ['only added', ['S05'], ['S05', 'P07', 'P08'], '未按推荐：加派 P07、P08'],
  ['only left out', ['S05', 'P01'], ['S05'], '未按推荐：未派 P01'],
  ['nothing was proposed', [], ['P07'], null],
])('%s', (_name, proposed, sent, words) => {
  const override = overrideOf(proposed, sent);
  expect(override && overrideWords(override)).toBe(words);
});
