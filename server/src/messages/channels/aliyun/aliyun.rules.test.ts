import { describe, expect, test } from '@jest/globals';
import { CODE_CLASSES } from '../../lines/code.rules.js';
import { ALIYUN_SMS, ALIYUN_VOICE, ANSWERED, UNDER_WAY } from './aliyun.facts.js';
import { doubtKey, hookKey, itemsOf } from './aliyun.hook.rules.js';
import { beijingTime, callReference, daysOf, plainCallId, plainNumber, receiptOfCall } from './aliyun.rules.js';

describe('times of Aliyun are Beijing’s', () => {
  test.each([
    ['2026-07-14 14:05:09', '2026-07-14T06:05:09.000Z'],
    ['20260714140509', '2026-07-14T06:05:09.000Z'],
    ['2026-07-14 00:00:00', '2026-07-13T16:00:00.000Z'],
    ['2028-02-29 23:59:59', '2028-02-29T15:59:59.000Z'],
    ['2026-02-29 12:00:00', null],
    ['2026-13-01 12:00:00', null],
    ['2026-07-14 24:00:00', null],
    ['2026-07-14 12:60:00', null],
    ['2026-07-14T12:00:00Z', null],
    ['', null],
    [null, null],
  ])('%s', (text, expected) => {
    expect(beijingTime(text)?.toISOString() ?? null).toBe(expected);
  });

  test('a text of the last minute before midnight is looked for under both days', () => {
    expect(daysOf(new Date('2026-07-14T06:00:00Z'))).toEqual(['20260714']);
    expect(daysOf(new Date('2026-07-14T15:59:30Z'))).toEqual(['20260714', '20260715']);
  });
});

test.each([
  ['+86 138 0000 0000', '13800000000'],
  ['0576-8777 1234', '057687771234'],
  ['8613800000000', '13800000000'],
])('%s is called and texted as %s', (phone, plain) => {
  expect(plainNumber(phone)).toBe(plain);
});

test('a call is referred to within fifteen bytes, and known with the number of the press behind its id', () => {
  expect(callReference('0197f0aa-1b2c-7000-8abc-0123456789ab')).toBe('0123456789ab');
  expect(plainCallId('115480011020^103412000_12345')).toBe('115480011020^103412000');
});

test.each([
  ['200000', 'delivered', null],
  ['200001', 'delivered', null],
  ['200008', 'delivered', null],
  ['200101', 'accepted', null],
  ['300000', 'accepted', null],
  ['200003', 'undelivered', '200003'],
  ['200999', 'undelivered', '200999'],
])('a call that is at %s: %s', (status, state, code) => {
  expect(receiptOfCall('1^1', status, null)).toMatchObject({ state, code });
});

test('every code has a class and words; no status of a call that went well is among the failures', () => {
  for (const { codes } of [ALIYUN_SMS, ALIYUN_VOICE])
    for (const { means, words } of Object.values(codes)) {
      expect(CODE_CLASSES).toContain(means);
      expect(words).toMatch(/^[\p{Script=Han}，、（）]{2,16}$/u);
    }
  for (const status of [...ANSWERED, ...UNDER_WAY]) expect(ALIYUN_VOICE.codes).not.toHaveProperty(status);
});

test('an address is believed by its own key alone', () => {
  const key = hookKey('/hooks/aliyun/up', 'a secret of the county');
  const doubt = (given: unknown, path = '/hooks/aliyun/up') => doubtKey(given, path, 'a secret of the county');
  expect(doubt(key)).toBeNull();
  expect(doubt(key, '/hooks/aliyun/call')).toBe('forged');
  expect(doubt(`${key}0`)).toBe('forged');
  expect(doubt(key.toUpperCase())).toBe('forged');
  expect([doubt(undefined), doubt(''), doubt([key, key])]).toEqual(['unsigned', 'unsigned', 'unsigned']);
});

test.each([
  ['[]', []],
  ['[{"a":1},2]', [{ a: 1 }, 2]],
  ['{"a":1}', [{ a: 1 }]],
  ['[{"a":1}', null],
  ['"a"', null],
  ['null', null],
  ['', null],
])('a push of %s', (body, items) => {
  expect(itemsOf(Buffer.from(body))).toEqual(items);
});
