import { describe, expect, test } from '@jest/globals';
import { smsParts } from '@liandong/shared/sms-parts';
import fc from 'fast-check';
import { type FollowUpWords, followUpWords } from './follow-up-text.rules.js';
import { compose } from './templates/compose.rules.js';
import { TEMPLATES } from './templates/templates.table.js';

const followUpText = (words: FollowUpWords): string => compose(TEMPLATES, followUpWords(words), false).text;

const WORDS = {
  incidentNumber: '20260714-0001',
  what: '清理滑坡体，设置警示牌',
  unit: '横溪镇政府',
  person: '演示-王一',
  dueDate: '2026-07-20',
  daysLeft: 1,
};

describe('the text that chases a follow-up', () => {
  test.each([
    [1, '还有1天'],
    [0, '今天到期'],
    [-1, '已逾期1天'],
    [-12, '已逾期12天'],
  ])('with %i days left says so', (daysLeft, words) => {
    expect(followUpText({ ...WORDS, daysLeft })).toBe(
      `【仙居联动】催办：警情20260714-0001后续工作：清理滑坡体，设置警示牌。责任：横溪镇政府演示-王一，期限7月20日，${words}。办结后请报告。`,
    );
  });

  test('never needs more than two parts, and who and until when arrive whole however long the task is', () => {
    const words = (max: number) => fc.string({ unit: 'grapheme', minLength: 2, maxLength: max });
    fc.assert(
      fc.property(
        words(300),
        words(60),
        words(40),
        fc.integer({ min: -9999, max: 9999 }),
        (what, unit, person, daysLeft) => {
          const text = followUpText({ ...WORDS, what, unit, person, daysLeft });
          expect(smsParts(text)).toBeLessThanOrEqual(2);
          expect(text).toMatch(/，期限7月20日，(还有\d+天|今天到期|已逾期\d+天)。办结后请报告。$/);
          expect(text.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
