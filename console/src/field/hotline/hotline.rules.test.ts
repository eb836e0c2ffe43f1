import { describe, expect, test } from '@jest/globals';
import { callOf, draftOf, EMPTY_CALL, hasNoPlace, lacksOfCall } from './hotline.rules.js';

const AT = '2026-07-14T06:00:00.000Z';

describe('a call on the own hotline', () => {
  test('needs what happened, and nothing else', () => {
    expect(lacksOfCall(EMPTY_CALL)).toEqual(['need']);
    expect(lacksOfCall({ ...EMPTY_CALL, narrative: ' 火 ' })).toEqual(['need']);
    expect(lacksOfCall({ ...EMPTY_CALL, narrative: '起火' })).toEqual([]);
  });
  test('a number of the caller must be one', () => {
    expect(lacksOfCall({ ...EMPTY_CALL, narrative: '起火', callerPhone: '王师傅' })).toEqual(['badPhone']);
    expect(lacksOfCall({ ...EMPTY_CALL, narrative: '起火', callerPhone: '100-0000 0001' })).toEqual([]);
  });
  test('any of words, township and point is a place', () => {
    expect(hasNoPlace({ ...EMPTY_CALL, placeText: ' ' })).toBe(true);
    expect(hasNoPlace({ ...EMPTY_CALL, placeText: '下陈村' })).toBe(false);
    expect(hasNoPlace({ ...EMPTY_CALL, townshipCode: '101' })).toBe(false);
    expect(hasNoPlace({ ...EMPTY_CALL, location: { lon: 120.46, lat: 28.73 } })).toBe(false);
  });
  test('what was left empty is not sent; the instant of the call is', () => {
    const call = callOf({ ...EMPTY_CALL, narrative: ' 起火 ', townshipCode: '101' }, AT);
    expect(JSON.parse(JSON.stringify(call))).toEqual({ narrative: '起火', townshipCode: '101', occurredAt: AT });
  });
  test('a refused call comes back into the form as it was', () => {
    const draft = { ...EMPTY_CALL, narrative: '起火', callerPhone: '10000000001', location: { lon: 1, lat: 2 } };
    expect(draftOf(callOf(draft, AT))).toEqual(draft);
  });
});
