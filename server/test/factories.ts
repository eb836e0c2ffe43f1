import { randomUUID } from 'node:crypto';
import type { IncidentDetail } from '@liandong/shared/board';
import type { FeedbackDraft } from '@liandong/shared/feedback';
import type { IncidentView } from '@liandong/shared/incident';
import type { ObligationKind } from '@liandong/shared/obligation';
import type { OrderView, ReportBody } from '@liandong/shared/order';
import type { UpwardStage } from '@liandong/shared/upward';
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

/** A tank lorry on the motorway near 白塔枢纽, at a road mark of the gazetteer: 重大, with people hurt. */
export const TANK_LORRY = {
  channel: '122',
  narrative: 'S28台金高速K95公里处危化品槽罐车侧翻泄漏，2人受伤',
  placeText: 'S28台金高速K95',
  location: { lon: 120.61782, lat: 28.76446 },
  typeCode: 'hazmat_leak',
  severity: 'II',
} as const;

/** A form complete enough to be handed in. */
export const FEEDBACK = { found: '现场情况属实', measures: '已按预案处置', result: '处置完毕' } satisfies FeedbackDraft;

/** Everything about one incident. */
export async function incidentOf(call: Call, id: string): Promise<IncidentDetail> {
  return (await call('getIncident', { params: { id } })).body;
}

/** The newest order of a team in an incident. */
export async function orderOf(call: Call, incidentId: string, teamCode: string): Promise<OrderView> {
  return (await incidentOf(call, incidentId)).orders.findLast((one) => one.teamCode === teamCode)!;
}

/** What an incident owes of one kind, itself or by its orders; the nearest due first. */
export async function owedOf(call: Call, incidentId: string, kind: ObligationKind, stage?: string) {
  const { obligations } = await incidentOf(call, incidentId);
  return obligations.filter((one) => one.kind === kind && (stage === undefined || one.stage === stage));
}

/** A team's form, written and handed in. */
export async function handIn(call: Call, orderId: string, content: FeedbackDraft = FEEDBACK) {
  const params = { id: orderId };
  const { version } = (await call('getFeedback', { params })).body;
  await call('saveFeedback', { params, body: { content, baseVersion: version, clientId: randomUUID() } });
  return call('submitFeedback', { params, body: { clientId: randomUUID() } });
}

/** A report upward as the draft proposes it. @returns its words */
export async function sendUpward(call: Call, incidentId: string, stage: UpwardStage): Promise<string> {
  const params = { id: incidentId };
  const { recipient, text } = (await call('draftUpwardReport', { params, query: { stage } })).body;
  const body = { stage, recipient, text, clientId: randomUUID() };
  const answer = await call('sendUpwardReport', { params, body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.problem));
  return text;
}

/** 签收, 答复 or 办结 of a notice. */
export function onNotice(call: Call, step: 'receive' | 'answer' | 'close', id: string, answer = '专人负责，立即补办') {
  return call(`${step}Notice`, { params: { id }, body: { clientId: randomUUID(), answer } });
}
