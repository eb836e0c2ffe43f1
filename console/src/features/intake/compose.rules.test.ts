import { describe, expect, it } from '@jest/globals';
import type { IntakeProposal } from '@liandong/shared/incident';
import { acceptable, asPlace, compose, joinable, toCreate, toJoin } from './compose.rules.js';
import type { Draft } from './draft.js';

const draft = (more: Partial<Draft> = {}): Draft => ({
  channel: '110',
  phone: '',
  callerName: '',
  narrative: '横溪下陈村山体滑坡',
  typeCode: undefined,
  severity: undefined,
  place: undefined,
  drill: false,
  clientId: '00000000-0000-4000-8000-000000000001',
  ...more,
});
const place = {
  code: 'v1',
  name: '下陈村',
  kind: 'village',
  townshipCode: '101',
  townshipName: '横溪镇',
  location: { lon: 120.48, lat: 28.73 },
  grade: 'D',
};
const proposal: IntakeProposal = {
  types: [
    { code: 'landslide', name: '山体滑坡', severity: 'II', because: ['滑坡'] },
    { code: 'flood', name: '洪涝', severity: 'III', because: [] },
  ],
  places: [place],
  callerHistory: [],
  duplicates: [],
};
const types = [{ code: 'fire', name: '火灾', defaultSeverity: 'III' as const }];

describe('composing a call', () => {
  it('takes the top proposals when nothing was chosen', () => {
    expect(compose(draft(), proposal, types)).toMatchObject({
      type: { code: 'landslide' },
      typeChosen: false,
      severity: 'II',
      place: { name: '下陈村' },
      placeChosen: false,
    });
  });

  it('the choice stands, whatever is proposed', () => {
    const composed = compose(draft({ typeCode: 'fire', severity: 'I', place: null }), proposal, types);
    expect(composed).toMatchObject({ type: { code: 'fire' }, typeChosen: true, severity: 'I', place: null });
  });

  it('a chosen type brings its own severity', () => {
    expect(compose(draft({ typeCode: 'fire' }), proposal, types).severity).toBe('III');
    expect(compose(draft({ typeCode: 'flood' }), proposal, types).severity).toBe('III');
    expect(compose(draft({ typeCode: null }), proposal, types)).toMatchObject({ type: null, severity: null });
  });

  it('files without type and place when nothing is known', () => {
    const body = toCreate(draft({ phone: ' ' }), compose(draft(), undefined, types));
    expect(body).toMatchObject({ narrative: '横溪下陈村山体滑坡', typeCode: undefined, location: undefined });
    expect(body.callerPhone).toBeUndefined();
  });
});

describe('a further call of an incident that is already there', () => {
  const duplicate = (incidentId: string, status = 'open') => ({ incidentId, status }) as never;

  it('only open ones can be joined, the three likeliest', () => {
    const duplicates = [duplicate('a'), duplicate('b', 'closed'), ...['c', 'd', 'e'].map((id) => duplicate(id))];
    expect(joinable({ ...proposal, duplicates }).map((each) => each.incidentId)).toEqual(['a', 'c', 'd']);
    expect(joinable(undefined)).toEqual([]);
  });

  it('says who called and what he said; what it is was decided by the first call', () => {
    const call = draft({ phone: '10012345678', callerName: '演示-张三' });
    expect(toJoin(call, compose(call, proposal, types))).toEqual({
      channel: '110',
      narrative: '横溪下陈村山体滑坡',
      callerPhone: '10012345678',
      callerName: '演示-张三',
      placeText: '下陈村',
      clientId: call.clientId,
    });
  });
});

describe('accepting with Tab', () => {
  it('files a township alone without a point: where in it is not known', () => {
    const hit = { ...place, code: '101', name: '横溪镇', kind: 'township' as const };
    const body = toCreate(draft({}), compose(draft({}), { ...proposal, places: [hit] }, types));
    expect(body).toMatchObject({ placeText: '横溪镇', townshipCode: '101' });
    expect(body.location).toBeUndefined();
  });

  it('takes type and place at once, then nothing is left to accept', () => {
    const accepted = acceptable(draft(), proposal);
    expect(accepted).toEqual({ typeCode: 'landslide', severity: 'II', place: asPlace(place) });
    expect(acceptable(draft(accepted ?? {}), proposal)).toBeNull();
  });
  it('leaves what was chosen', () => {
    expect(acceptable(draft({ typeCode: 'fire' }), proposal)).toEqual({ place: asPlace(place) });
  });
});
