import { describe, expect, test } from '@jest/globals';
import { smsParts } from '@liandong/shared/sms-parts';
import fc from 'fast-check';
import { callText } from './channels/call-text.rules.js';
import { documentWords, expertWords } from './forces-text.rules.js';
import { compose } from './templates/compose.rules.js';
import { TEMPLATES } from './templates/templates.table.js';

const expertText = (...words: Parameters<typeof expertWords>) => compose(TEMPLATES, expertWords(...words), false).text;

describe('the text that asks an expert', () => {
  const text = expertText('演示-陈一专家', '横溪镇下陈村山体滑坡', '研判边坡稳定与二次滑坡风险。');

  test('who, where, what for, and how to answer', () => {
    expect(text).toBe(
      '【仙居联动】请演示-陈一专家就横溪镇下陈村山体滑坡提供支援：研判边坡稳定与二次滑坡风险。回1到场 2电话指导 0不能，可写几分钟到，如：1 20分',
    );
    expect(smsParts(text)).toBe(2);
  });

  test('on the phone the digits are keys', () => {
    expect(callText(text)).toContain('请按键：按1到场，按2电话指导，按0不能。');
  });

  test('two parts at most and how to answer whole, whatever is written into it', () => {
    const any = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(any, any, any, (expert, place, task) => {
        const sent = expertText(expert, place, task);
        expect(smsParts(sent)).toBeLessThanOrEqual(2);
        expect(sent).toMatch(/回1到场 2电话指导 0不能，可写几分钟到，如：1 20分$/);
      }),
    );
  });
});

test('the text to a team that has not read a document: which, which version, where to confirm', () => {
  expect(compose(TEMPLATES, documentWords('防汛工作方案', 2, '横溪分队'), false).text).toBe(
    '【仙居联动】请阅：《防汛工作方案》第2版，横溪分队尚未确认已阅。请在手机端“文件”中阅读并确认。',
  );
});
