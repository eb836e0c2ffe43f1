import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { phoneKind, toE164, toLocal } from './phone.rules.js';

describe('a number, however it is written', () => {
  test.each([
    ['13800000000', '13800000000', '+8613800000000', 'mobile'],
    ['+8613800000000', '13800000000', '+8613800000000', 'mobile'],
    ['+86 138-0000-0000', '13800000000', '+8613800000000', 'mobile'],
    ['008613800000000', '13800000000', '+8613800000000', 'mobile'],
    ['8613800000000', '13800000000', '+8613800000000', 'mobile'],
    ['10000000123', '10000000123', '+8610000000123', 'mobile'],
    ['0576-87654321', '0576-87654321', '+8657687654321', 'landline'],
    ['（0576）87654321', '（0576）87654321', '+8657687654321', 'landline'],
    ['010-12345678', '010-12345678', '+861012345678', 'landline'],
    ['+8657687654321', '057687654321', '+8657687654321', 'landline'],
    ['+861012345678', '01012345678', '+861012345678', 'landline'],
    ['+86057687654321', '057687654321', '+8657687654321', 'landline'],
    ['110', '110', '110', 'short'],
    ['119', '119', '119', 'short'],
    ['12345', '12345', '12345', 'short'],
    ['95598', '95598', '95598', 'short'],
    ['+15550001234', '+15550001234', '+15550001234', 'foreign'],
    ['0015550001234', '0015550001234', '+15550001234', 'foreign'],
    ['87654321', '87654321', '87654321', 'other'],
    ['', '', '', 'other'],
    ['+', '+', '+', 'other'],
    ['+86', '+86', '+86', 'other'],
    ['anonymous', 'anonymous', 'anonymous', 'other'],
    ['138000000000', '138000000000', '138000000000', 'other'],
  ])('%s: here %s, abroad %s, a %s', (phone, local, abroad, kind) => {
    expect([toLocal(phone), toE164(phone), phoneKind(phone)]).toEqual([local, abroad, kind]);
  });
});

describe('any number', () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{${most}}$`));
  const mobile = digits(10).map((rest) => `1${rest}`);
  const landline = fc.tuple(fc.constantFrom('010', '0576', '021', '0755'), digits(8)).map((parts) => parts.join(''));

  test('a mobile or a landline sent abroad comes back as it was', () => {
    fc.assert(fc.property(fc.oneof(mobile, landline), (phone) => expect(toLocal(toE164(phone))).toBe(phone)));
  });

  test('whatever it is, said twice it is the same, and its kind does not depend on how it is written', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, landline, fc.string(), fc.stringMatching(/^[+0-9 -]{0,16}$/)), (phone) => {
        expect(toLocal(toLocal(phone))).toBe(toLocal(phone));
        expect(toE164(toE164(phone))).toBe(toE164(phone));
        expect(phoneKind(toE164(phone))).toBe(phoneKind(phone));
      }),
    );
  });
});
