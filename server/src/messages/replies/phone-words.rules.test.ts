import { describe, expect, test } from '@jest/globals';
import { REPLY_VERBS } from '@liandong/shared/reply.grammar';
import { type PhoneWord, phoneWordOf } from './phone-words.rules.js';

describe('what a phone says of itself', () => {
  test.each<[string, PhoneWord | null]>([
    ['T', 'unsubscribe'],
    ['td', 'unsubscribe'],
    ['ＴＤ', 'unsubscribe'],
    ['退订', 'unsubscribe'],
    [' 退订。', 'unsubscribe'],
    ['Stop!', 'unsubscribe'],
    ['恢复', 'subscribe'],
    ['START', 'subscribe'],
    ['你打错了', 'wrong_person'],
    ['发错人了吧', 'wrong_person'],
    ['我不是应急队的队长', 'wrong_person'],
    ['号码错了，不是本人', 'wrong_person'],
    ['不要退订，1 37', null],
    ['我们到了但不是那个村', null],
    ['stop the car', null],
    ['', null],
  ])('%s: %s', (text, word) => {
    expect(phoneWordOf(text)).toBe(word);
  });

  test.each(REPLY_VERBS.flatMap(({ digit, words }) => [digit, ...words, `${digit} 37`]))(
    '%s is of an order',
    (text) => {
      expect(phoneWordOf(text)).toBeNull();
    },
  );
});
