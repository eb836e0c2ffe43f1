import { describe, expect, test } from '@jest/globals';
import { parseReply } from '@liandong/shared/reply.grammar';
import fc from 'fast-check';
import { cleanText } from './receive-reply.js';

describe('a reply is kept as typed, without what a database or a screen cannot take', () => {
  test.each([
    ['as it is', '3 37 路断了，绕行', '3 37 路断了，绕行'],
    ['without blanks round it', '  1\t\n', '1'],
    ['with its lines', '4\n人已送医', '4\n人已送医'],
    ['without the carriage returns', '4\r\n人已送医', '4\n人已送医'],
    ['without NUL and other control characters', '1\u0000\u0007 3\u001b[31m7\u007f\u0085', '1 3[31m7'],
    ['with emoji and full-width characters', '１　🔥已灭', '１　🔥已灭'],
    ['with half a character replaced', '1\ud83d', '1\ufffd'],
    ['nothing stays nothing', ' \u0000 ', ''],
  ])('%s', (_name, typed, kept) => {
    expect(cleanText(typed)).toBe(kept);
  });

  test('at most 2,000 characters, never ending in half of one', () => {
    expect(cleanText('1'.repeat(5000))).toHaveLength(2000);
    const cut = cleanText(`a${'🔥'.repeat(2000)}`);
    expect(cut.length).toBeLessThanOrEqual(2000);
    expect(cut.isWellFormed()).toBe(true);
  });

  test('whatever arrives can be stored', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 300 }), (typed) => {
        const kept = cleanText(typed);
        expect(kept.isWellFormed()).toBe(true);
        expect(kept).not.toMatch(/(?![\n\t])\p{Cc}/u);
        expect(cleanText(kept)).toBe(kept);
      }),
    );
  });

  test('cleaning never changes what a plain answer means', () => {
    for (const typed of ['1', '3 37', '到达+37', '０', '5集结 8分钟']) {
      expect(parseReply(cleanText(` ${typed}\u0000\r\n`), [37])).toEqual(parseReply(typed, [37]));
    }
  });
});
