import { describe, expect, test } from '@jest/globals';
import { smsParts } from '@liandong/shared/sms-parts';
import fc from 'fast-check';
import { noticeWords, referralWords } from './official-text.rules.js';
import { compose } from './templates/compose.rules.js';
import { TEMPLATES } from './templates/templates.table.js';

const noticeText = (...words: Parameters<typeof noticeWords>) => compose(TEMPLATES, noticeWords(...words), false).text;
const referralText = (...words: Parameters<typeof referralWords>) =>
  compose(TEMPLATES, referralWords(...words), false).text;

const INCIDENT = { number: '20260714-0031', narrative: '小区路灯不亮。', placeText: '南峰街道' };

describe('the text to whom a call is handed on', () => {
  test('which call, what, where, and that a receipt is waited for', () => {
    expect(referralText(INCIDENT, '县城市管理局')).toBe(
      '【仙居联动】分流20260714-0031：南峰街道，小区路灯不亮。请县城市管理局办理，接到后致电指挥中心登记回执。',
    );
  });

  test('a place the narrative names is not said twice', () => {
    const text = referralText({ ...INCIDENT, narrative: '南峰街道路灯不亮' }, '县城市管理局');
    expect(text.match(/南峰街道/g)).toHaveLength(1);
  });
});

test('the text of a notice: number, to whom, what is asked for', () => {
  expect(noticeText('督办〔2026〕3号', '地质灾害队', '请立即提交反馈单，并说明逾期原因')).toBe(
    '【仙居联动】督办〔2026〕3号：地质灾害队，请立即提交反馈单，并说明逾期原因。请在手机端签收并答复。',
  );
});

test('whatever is said, both fit two parts and end whole', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 400 });
  fc.assert(
    fc.property(words, words, (what, who) => {
      const texts = [noticeText('督办〔2026〕999号', who, what), referralText({ ...INCIDENT, narrative: what }, who)];
      for (const text of texts) {
        expect(smsParts(text)).toBeLessThanOrEqual(2);
        expect(text.isWellFormed()).toBe(true);
        expect(text).toMatch(/(答复|回执)。$/);
      }
    }),
  );
});
