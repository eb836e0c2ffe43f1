import { expect, test } from '@jest/globals';
import { distanceKm, formatKm, navigationLink } from './place.rules.js';

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
