import { describe, expect, test } from '@jest/globals';
import { codeIn, judgeCode, refusalOf } from './phone-code.rules.js';

const sentAt = new Date('2026-07-14T02:00:00Z');
const sent = { code: '482913', sentAt, tries: 0 };
const after = (seconds: number): Date => new Date(sentAt.getTime() + seconds * 1000);

describe('the code that was texted to a number', () => {
  test.each([
    ['the code itself', sent, '482913', after(60), 'right'],
    ['at the last instant', sent, '482913', after(30 * 60), 'right'],
    ['a second later', sent, '482913', after(30 * 60 + 1), 'expired'],
    ['another code', sent, '482914', after(60), 'wrong'],
    ['the code after four wrong ones', { ...sent, tries: 4 }, '482913', after(60), 'right'],
    ['the code after five wrong ones', { ...sent, tries: 5 }, '482913', after(60), 'spent'],
    ['nothing was sent', undefined, '482913', after(60), 'none'],
  ] as const)('%s', (_, code, told, now, verdict) => {
    expect(judgeCode(code, told, now)).toBe(verdict);
  });

  test('who told a wrong one reads how often he may still try', () => {
    expect(refusalOf('wrong', 4)).toBe('验证码不对，还可以试 4 次');
    expect(refusalOf('wrong', 0)).toBe('验证码不对，次数用完，请重新发送');
  });

  test.each([
    ['482913', '482913'],
    [' ４８２ ９１３。', '482913'],
    ['4 37', null],
    ['48291', null],
    ['收到482913', null],
  ])('%s is read as %s', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});
