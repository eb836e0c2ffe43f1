import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText } from './decode-text.js';

const WORDS = '到达 37，镕基路口有3人';

describe('a text in whatever a Chinese gateway writes', () => {
  test.each([
    ['UTF-8, said so', Buffer.from(WORDS), 'application/json; charset=UTF-8'],
    ['UTF-8, not said', Buffer.from(WORDS), ''],
    ['UTF-8 with a mark in front', Buffer.from(`\ufeff${WORDS}`), 'text/plain'],
    ['GBK, said so', iconv.encode(WORDS, 'gbk'), 'text/plain;charset="GBK"'],
    ['GB 2312 by name, with characters only GBK has', iconv.encode(WORDS, 'gbk'), 'text/plain; charset=gb2312'],
    ['GBK, not said', iconv.encode(WORDS, 'gbk'), 'application/json'],
    ['GBK, called UTF-8', iconv.encode(WORDS, 'gbk'), 'application/json; charset=utf-8'],
    ['GBK, called something nobody knows', iconv.encode(WORDS, 'gbk'), 'text/plain; charset=x-modem'],
    ['UTF-16', iconv.encode(WORDS, 'utf-16le'), 'text/plain; charset=utf-16le'],
  ])('%s', (_name, bytes, contentType) => {
    expect(decodeText(bytes, contentType)).toBe(WORDS);
  });

  test('any bytes give some text, and what is UTF-8 stays what it was', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string({ unit: 'grapheme' }), (bytes, text) => {
        expect(typeof decodeText(bytes, 'text/plain')).toBe('string');
        expect(decodeText(Buffer.from(text))).toBe(text.replace(/^\ufeff/, ''));
      }),
    );
  });
});
