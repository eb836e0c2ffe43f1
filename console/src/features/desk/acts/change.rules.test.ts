import { describe, expect, it } from '@jest/globals';
import type { IncidentView } from '@liandong/shared/incident';
import { changeBody, changeReady, formOf } from './change.rules.js';

const incident = {
  placeText: '下陈村',
  townshipCode: '101',
  location: { lon: 120.48, lat: 28.73 },
  type: { code: 'landslide' },
  severity: 'III',
  markedMajor: false,
} as unknown as IncidentView;
const form = (more: object = {}) => ({ ...formOf(incident), ...more });

describe('changing an incident', () => {
  it('sends nothing when nothing was changed', () => {
    expect(changeBody(incident, form())).toBeNull();
    expect(changeReady(incident, form({ reason: '核实' }))).toBe(false);
  });

  it('sends only what was changed', () => {
    expect(changeBody(incident, form({ placeText: '下陈村小学 ' }))).toEqual({ placeText: '下陈村小学' });
    const moved = { location: { lon: 120.5, lat: 28.7 }, townshipCode: '102', placeText: '埠头镇' };
    expect(changeBody(incident, form(moved))).toEqual(moved);
  });

  it('does not take away what stands there', () => {
    expect(changeBody(incident, form({ placeText: ' ', townshipCode: '', location: null }))).toBeNull();
  });

  it('wants a reason for severity and the major mark only', () => {
    expect(changeReady(incident, form({ typeCode: 'flood' }))).toBe(true);
    expect(changeReady(incident, form({ severity: 'II' }))).toBe(false);
    expect(changeReady(incident, form({ major: true, reason: '舆情' }))).toBe(true);
    expect(changeBody(incident, form({ severity: 'II', reason: '3人被困' }))).toEqual({
      severity: 'II',
      reason: '3人被困',
    });
  });
});
