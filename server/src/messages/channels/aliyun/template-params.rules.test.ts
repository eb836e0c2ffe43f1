import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fillVariables, split } from './template-params.rules.js';

const PLACE = '横溪镇下陈村山体滑坡，2人被困';
const ORDER = { code: '37', what: PLACE, team: '地质灾害队', asked: '立即集结，15分钟内出发', link: '' };
const approved = (...variables: string[]) => ({ sms: 'SMS_1', voice: 'TTS_1', variables });
const long = (length: number) => '险'.repeat(length);

describe('a text as the provider registered it', () => {
  test.each([
    ['one variable each', approved('code', 'what'), ORDER, { code: '37', what: PLACE }],
    ['what was not registered stays at home', approved('code'), ORDER, { code: '37' }],
    [
      'a long one goes into several, in their order',
      approved('what3', 'what', 'what2'),
      { ...ORDER, what: long(72) },
      { what: long(35), what2: long(35), what3: long(2) },
    ],
    [
      'a short one stands whole in the first, the others say nothing',
      approved('what', 'what2', 'what3'),
      { what: '塌方两处' },
      { what: '塌方两处', what2: '。', what3: '。' },
    ],
    ['empty, where nothing may be', approved('code', 'link'), ORDER, { code: '37', link: '。' }],
    ['registered, but not given', approved('code', 'why'), ORDER, { code: '37', why: '。' }],
    ['a parameter that ends in a digit itself', approved('road2'), { road: 'S28', road2: 'K95' }, { road2: 'K95' }],
    ['no variables at all', { sms: 'SMS_1' }, ORDER, {}],
  ])('%s', (_, approval, params, variables) => {
    expect(fillVariables(params, approval, 'sms')).toEqual({ code: 'SMS_1', variables });
  });

  test('a call has a template of its own', () => {
    expect(fillVariables(ORDER, approved('code'), 'voice')).toEqual({ code: 'TTS_1', variables: { code: '37' } });
  });

  test.each([
    ['free words', null, approved('code'), 'not_approved'],
    ['no approval', ORDER, undefined, 'not_approved'],
    ['approved for calls only', ORDER, { voice: 'TTS_1', variables: ['code'] }, 'not_approved'],
    ['36 characters in one variable', { what: long(36) }, approved('what'), 'param_too_long'],
    ['71 characters in two', { what: long(71) }, approved('what', 'what2'), 'param_too_long'],
  ])('does not go: %s', (_, params, approval, refused) => {
    expect(fillVariables(params, approval, 'sms')).toEqual({ refused });
  });
});

const TEXT = fc.string({
  unit: fc.constantFrom('险', 'a', '1', '，', '🚒', '\u{20BB7}'),
  minLength: 1,
  maxLength: 120,
});

test('the pieces are the value, none is longer than 35, none cuts a character, none is used before the one before is full', () => {
  fc.assert(
    fc.property(TEXT, fc.integer({ min: 1, max: 5 }), (value, count) => {
      const pieces = split(value, count);
      if (!pieces) return value.length > count * 34;
      return (
        pieces.length === count &&
        pieces.join('') === value &&
        pieces.every(
          (one, index) =>
            one.length <= 35 && one.isWellFormed() && (one === '' || index === 0 || pieces[index - 1]!.length >= 34),
        )
      );
    }),
  );
});
