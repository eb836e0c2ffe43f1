import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  day,
  degrees,
  instant,
  integer,
  type Parser,
  phone,
  type Raw,
  specialties,
  text,
  textOf,
  yesNo,
} from './cells.rules.js';

const ZONE = 'Asia/Shanghai';

describe('a cell', () => {
  test.each<[string, Parser, Exclude<Raw, null>, unknown]>([
    ['a number kept as a phone', phone, 13800000001, '13800000001'],
    ['full-width digits', phone, '１３８００００００２', null],
    ['full-width digits, all eleven', phone, '１３８００００００２２', '13800000022'],
    ['dashes and a country', phone, '+86 138-0000-0001', '13800000001'],
    ['a landline with brackets', phone, '(0576) 1234567', '05761234567'],
    ['a short number of a service', phone, '110', '110'],
    ['a number Excel spoiled', phone, 1.38e20, null],
    ['yes in other words', yesNo, '√', true],
    ['a boolean', yesNo, false, false],
    ['an integer as text with commas', integer(0, 10_000), '1,200', 1200],
    ['a fraction', integer(0, 100), 1.5, null],
    ['degrees with a sign', degrees(70, 140, '经度'), '120.5°E', 120.5],
    [
      'specialties by word',
      specialties,
      '地质灾害、综合救援，医疗救护',
      ['geology', 'comprehensive_rescue', 'medical'],
    ],
    ['a day as Excel keeps it', day, { date: '2027-05-01T00:00:00' }, '2027-05-01'],
    ['a day as people write it', day, '2027年5月1日', '2027-05-01'],
    ['a day that does not exist', day, '2027-02-29', null],
    ['a time over midnight', instant, '2026-07-14 24:00', '2026-07-14T16:00:00.000Z'],
    ['a name with spaces around', text(10), '　张三 ', '张三'],
    ['a text that was guarded', text(10), "'=1+1", '=1+1'],
  ])('%s', (_, parse, raw, value) => {
    const parsed = parse(raw, ZONE);
    if (value === null) expect(parsed).toEqual({ wrong: expect.any(String), right: expect.any(String) });
    else expect(parsed).toEqual({ value });
  });

  test('whatever stands in it, every parser answers, and its words are never empty', () => {
    const parsers = [phone, yesNo, integer(0, 9), degrees(3, 56, '纬度'), specialties, day, instant, text(5)];
    const raw = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean());
    fc.assert(
      fc.property(raw, fc.constantFrom(...parsers), (cell, parse) => {
        const parsed = parse(cell, ZONE);
        expect('value' in parsed || (parsed.wrong !== '' && parsed.right !== '')).toBe(true);
        expect(textOf(cell)).toBe(textOf(textOf(cell)));
      }),
    );
  });
});
