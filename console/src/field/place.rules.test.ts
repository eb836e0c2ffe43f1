import { expect, test } from '@jest/globals';
import { distanceKm, formatKm, navigationLink, phoneIn, withoutPhone } from './place.rules.js';

test('distance over the county: 仙居 seat to 横溪 about 22 km', () => {
  const km = distanceKm({ lon: 120.735, lat: 28.849 }, { lon: 120.519, lat: 28.778 });
  expect(km).toBeGreaterThan(21);
  expect(km).toBeLessThan(23);
  expect(formatKm(km)).toBe('22');
  expect(formatKm(0.43)).toBe('0.4');
});

test('the link names the datum, so that the map does not shift the place', () => {
  expect(navigationLink({ lon: 120.5, lat: 28.8 }, '下陈村 & 后山')).toContain('coordinate=wgs84');
  expect(navigationLink({ lon: 120.5, lat: 28.8 }, '下陈村 & 后山')).not.toContain('& ');
});

test.each([
  ['分管副县长 演示-林 13800000101', '13800000101', '分管副县长 演示-林'],
  ['公安局长 演示-周（0576-87771110）', '057687771110', '公安局长 演示-周'],
  ['分管副县长 演示-林', null, '分管副县长 演示-林'],
  ['编号 2026071401171234', null, '编号 2026071401171234'],
])('the commander’s line %s', (line, phone, rest) => {
  expect(phoneIn(line)).toBe(phone);
  expect(withoutPhone(line)).toBe(rest);
});
