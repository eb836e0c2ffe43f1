import { randomUUID } from 'node:crypto';
import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView, ReportBody } from '@liandong/shared/order';
import type { Call } from './app.js';

/** 下陈村, within three kilometres of the seat of 横溪镇. */
export const XIACHEN = { lon: 120.462, lat: 28.737 };
/** In 横溪镇, but outside its seat area. */
export const FAR_HENGXI = { lon: 120.44, lat: 28.765 };
/** In the urban area. */
export const DOWNTOWN = { lon: 120.731, lat: 28.8539 };

export const LANDSLIDE = {
  channel: '110',
  narrative: '横溪镇下陈村山体滑坡，2人被困',
  placeText: '横溪镇下陈村',
  location: XIACHEN,
} as const;

/** An incident, as a dispatcher takes it. */
export async function takeCall(call: Call, more: object = {}): Promise<IncidentView> {
  const answer = await call('createIncident', { body: { ...LANDSLIDE, ...more } });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.problem));
  return answer.body;
}

/** Orders to teams, as a dispatcher issues them. */
export async function order(call: Call, incidentId: string, ...teamCodes: string[]): Promise<OrderView[]> {
  const answer = await call('issueOrders', { params: { id: incidentId }, body: { teamCodes } });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.problem));
  return answer.body.orders;
}

/** A report, with a fresh client id. */
export function report(call: Call, orderId: string, kind: ReportBody['kind'], more: Partial<ReportBody> = {}) {
  return call('reportOnOrder', {
    params: { id: orderId },
    body: { kind, source: 'verbal', clientId: randomUUID(), ...more },
  });
}
