import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type PlanScope, planFor, requiredAt } from './plan.rules.js';

const plan = (
  code: string,
  severities: string[] = [],
  townshipCodes: string[] = [],
  typeCode = 'landslide',
): PlanScope => ({
  code,
  typeCode,
  severities,
  townshipCodes,
});
const PLANS = [
  plan('any'),
  plan('major', ['I', 'II']),
  plan('hengxi', [], ['101']),
  plan('hengxi-major', ['I', 'II'], ['101']),
  plan('west', [], ['101', '202']),
  plan('fire', [], [], 'building_fire'),
];
const held = (severity: string, townshipCode: string | null, typeCode: string | null = 'landslide', plans = PLANS) =>
  planFor(plans, { typeCode, severity, townshipCode })?.code;

describe('which plan holds', () => {
  test.each([
    ['IV', '103', 'any'],
    ['II', '103', 'major'],
    ['IV', '101', 'hengxi'],
    ['II', '101', 'hengxi-major'],
    ['IV', '202', 'west'],
    // A township outweighs a severity.
    ['II', '202', 'west'],
    ['II', null, 'major'],
  ])('severity %s in %s: %s', (severity, township, code) => {
    expect(held(severity, township)).toBe(code);
  });

  test('only of its type; none for a type without one or not yet known', () => {
    expect(held('IV', '101', 'building_fire')).toBe('fire');
    expect(held('IV', '101', 'other')).toBeUndefined();
    expect(held('IV', '101', null)).toBeUndefined();
  });

  test('two made for the same are told apart by code, however they are listed', () => {
    const twins = [plan('b', [], ['101']), plan('a', [], ['101'])];
    expect([held('IV', '101', 'landslide', twins), held('IV', '101', 'landslide', twins.toReversed())]).toEqual([
      'a',
      'a',
    ]);
  });

  test('any set of plans answers the same however it is shuffled, and what holds fits', () => {
    const scope = fc.record({
      severities: fc.subarray(['I', 'II', 'III', 'IV']),
      townshipCodes: fc.subarray(['101', '202', '103']),
    });
    const plans = fc
      .array(scope, { minLength: 1, maxLength: 8 })
      .map((all) => all.map((each, index) => plan(`p${index}`, each.severities, each.townshipCodes)));
    const shuffled = plans.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const incident = { typeCode: 'landslide', severity: 'II', townshipCode: '101' };
        const found = planFor(all, incident);
        expect(planFor(other, incident)).toEqual(found);
        if (found?.townshipCodes.length) expect(found.townshipCodes).toContain('101');
        if (found?.severities.length) expect(found.severities).toContain('II');
      }),
    );
  });
});

test('people wanted: the raised level’s own number, else that of the levels before', () => {
  const levels = [30, null, 90].map((requiredStrength) => ({ steps: [{ team: 'S05' }], requiredStrength }));
  expect([1, 2, 3].map((level) => requiredAt(levels, level))).toEqual([30, 30, 90]);
  expect(requiredAt([{ steps: [{ team: 'S05' }], requiredStrength: null }], 1)).toBeNull();
});
