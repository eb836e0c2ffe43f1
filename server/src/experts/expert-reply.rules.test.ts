import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseExpertReply } from './expert-reply.rules.js';

describe('what an expert answers, by text or key', () => {
  test.each([
    ['1', 'coming', null],
    ['１', 'coming', null],
    ['1 20分', 'coming', 20],
    ['1，20分钟到', 'coming', 20],
    ['回1', 'coming', null],
    ['20分', 'coming', 20],
    ['半小时到', 'coming', 30],
    ['1 一个半小时', 'coming', 90],
    ['2小时后到', 'coming', 120],
    ['可以，马上出发', 'coming', null],
    ['好', 'coming', null],
    ['收到，40分钟到场', 'coming', 40],
    ['2', 'advising', null],
    ['电话指导', 'advising', null],
    ['可以电话指导', 'advising', null],
    ['来不了，可以视频', 'advising', null],
    ['0', 'cannot', null],
    ['不能，在外地出差', 'cannot', null],
    ['来不了', 'cannot', null],
    ['0 人在杭州，不方便', 'cannot', null],
  ])('%s → %s, %s min', (text, answer, etaMinutes) => {
    expect(parseExpertReply(text)).toEqual({ answer, etaMinutes });
  });

  test.each(['', '？', '1 0', '1 不能', '能不能晚点', '可能不行', '谁在现场', '2号楼', '10'])(
    '%s: nothing certain, a person reads it',
    (text) => {
      expect(parseExpertReply(text)).toBeNull();
    },
  );

  test('a key 0 with words of coming is nobody’s certain answer', () => {
    expect(parseExpertReply('0 马上出发')).toBeNull();
  });

  test('whatever is written, it is read without a fault; minutes belong to who comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const reply = parseExpertReply(text);
        if (reply?.etaMinutes != null) {
          expect(reply.answer).toBe('coming');
          expect(reply.etaMinutes).toBeLessThanOrEqual(999);
        }
      }),
    );
  });
});
