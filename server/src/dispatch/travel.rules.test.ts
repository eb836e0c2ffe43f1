import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detourBetween, expectedArrival, minutesOver } from './travel.rules.js';

const NUMBERS = { turnoutSeconds: 300, travelSpeedKmh: 40 };

describe('minutes from the order to the scene', () => {
  test.each<[string, number | null, number | null, number, ReturnType<typeof expectedArrival>]>([
    ['10 km in the valley: 5 + 19.5, rounded up', null, 10, 130, { minutes: 25, by: 'estimate' }],
    ['10 km in the mountains', null, 10, 180, { minutes: 32, by: 'estimate' }],
    ['at the very place: only getting ready', null, 0, 130, { minutes: 5, by: 'estimate' }],
    ['a routing service wins over the straight line', 12.2, 10, 130, { minutes: 18, by: 'road' }],
    ['nothing is known of an unknown place', null, null, 130, null],
  ])('%s', (_name, drive, km, detourPercent, expected) => {
    expect(expectedArrival({ drive, km, detourPercent }, NUMBERS)).toEqual(expected);
  });

  test('the end that winds more counts', () => {
    expect(detourBetween(130, 180)).toBe(180);
    expect(detourBetween(180, 130)).toBe(180);
  });

  test('farther, more winding or slower is never sooner', () => {
    const numbers = fc.record({
      km: fc.double({ min: 0, max: 90, noNaN: true }),
      more: fc.double({ min: 0, max: 30, noNaN: true }),
      detour: fc.integer({ min: 100, max: 300 }),
    });
    const minutes = (km: number, detourPercent: number, travelSpeedKmh = 40) =>
      expectedArrival({ drive: null, km, detourPercent }, { ...NUMBERS, travelSpeedKmh })!.minutes;
    fc.assert(
      fc.property(numbers, ({ km, more, detour }) => {
        expect(minutes(km + more, detour)).toBeGreaterThanOrEqual(minutes(km, detour));
        expect(minutes(km, detour + 10)).toBeGreaterThanOrEqual(minutes(km, detour));
        expect(minutes(km, detour, 30)).toBeGreaterThanOrEqual(minutes(km, detour));
      }),
    );
  });
});

describe('minutes over the target', () => {
  const on_scene = { measure: 'on_scene', seconds: 1200 } as const;
  const mustered = { measure: 'mustered', seconds: 900 } as const;
  const in20 = { minutes: 20, by: 'estimate' } as const;
  const in26 = { minutes: 26, by: 'estimate' } as const;
  test.each([
    ['exactly in time', on_scene, in20, 0],
    ['late', on_scene, in26, 6],
    ['not known where', on_scene, null, null],
    ['mustering asks nothing of the road', mustered, in26, 0],
    ['mustering, place unknown', mustered, null, 0],
  ] as const)('%s', (_name, target, expected, over) => {
    expect(minutesOver(target, expected, NUMBERS)).toBe(over);
  });
});
