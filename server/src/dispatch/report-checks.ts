import type { CorrectedKind, ReportBody } from '@liandong/shared/order';
import { type Transition, transition } from '@liandong/shared/order.lifecycle';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { Problem } from '../platform/problem.js';
import type { LockedOrder } from './order.queries.js';
import { KIND_WORDS, STATUS_WORDS } from './order.words.js';
import { countingInstant, type ReportTimes, SOURCES_OF } from './report-instant.rules.js';
import { holdingStamps, mayFillIn, misfit, type Room, roomFor } from './stamps.rules.js';

/** A team speaks for itself only, and nobody claims evidence of a kind he cannot have. */
export function refuseStrangers(order: LockedOrder, body: ReportBody, actor: Actor): void {
  if (actor.role === 'team' && actor.teamCode !== order.teamCode)
    throw new Problem('not-allowed', { detail: '这不是本队的指令' });
  if (!SOURCES_OF[actor.role]?.includes(body.source)) throw Problem.field('source', '此身份不能以这种方式报告');
}

/** How near the scene counts as there, in metres. 本县约定 */
const SCENE_METERS = 500;

/**
 * Did the report come from the scene? 围栏 is the strongest evidence, so it has to.
 * @throws Problem bad-request for a geofence report without position, or from elsewhere
 */
export async function isAtScene(
  tx: EntityManager,
  incidentId: string,
  { source, location }: ReportBody,
): Promise<boolean> {
  if (!location) {
    if (source === 'geofence') throw Problem.field('location', '围栏报告须附位置');
    return false;
  }
  const [near] = await tx.query(
    `SELECT 1 FROM incidents WHERE id = $1 AND ST_DWithin(location, ST_SetSRID(ST_MakePoint($2, $3), 4326)::geography, $4)`,
    [incidentId, location.lon, location.lat, SCENE_METERS],
  );
  if (!near && source === 'geofence') throw Problem.field('location', `不在现场 ${SCENE_METERS} 米以内`);
  return near !== undefined;
}

/** Was this very report taken before? @throws Problem bad-request when its id belongs to another one */
export async function isKnown(tx: EntityManager, orderId: string, body: ReportBody): Promise<boolean> {
  const [known] = await tx.query('SELECT order_id, kind FROM order_reports WHERE client_id = $1', [body.clientId]);
  if (known && (known.order_id !== orderId || known.kind !== body.kind)) {
    throw Problem.field('clientId', '这个编号已用于另一份报告');
  }
  return known !== undefined;
}

/** A text of one digit cannot give a reason; the dispatcher asks. */
const PHONES: readonly string[] = ['sms', 'voice'];

interface Tolerance {
  toleranceSeconds: number;
}

/**
 * A skipped step told of afterwards fills its empty stamp, if its instant is believed and fits between its neighbours.
 * @throws Problem bad-request for a back-fill whose instant does not fit: a person typed it and can mend it
 */
function fillsIn(order: LockedOrder, body: ReportBody, times: ReportTimes & Tolerance): Doing | null {
  const typed = body.source === 'backfill';
  if (typed && !body.occurredAt) throw Problem.field('occurredAt', '补报须写明时刻');
  if (typed) refuseMisfit(new Date(body.occurredAt!), { from: order.issuedAt, to: times.receivedAt }, order, times);
  if (!mayFillIn(order.status, body.kind, order.stamps) || !body.occurredAt) return null;
  const kind = body.kind as CorrectedKind;
  const held = holdingStamps(order.stamps, order.corrections);
  const room = roomFor(kind, held, order.issuedAt, times.receivedAt);
  const { at, flag } = countingInstant({ ...times, lastStepAt: null }, times.toleranceSeconds);
  if (typed) refuseMisfit(at, room, order, times);
  const fits = flag === null && misfit(at, room, order.issuedAt, times.receivedAt) === null;
  return fits ? { outcome: 'filled', at } : null;
}

function refuseMisfit(at: Date, room: Room, order: LockedOrder, times: ReportTimes): void {
  const wrong = misfit(at, room, order.issuedAt, times.receivedAt);
  if (wrong) throw Problem.field('occurredAt', wrong);
}

/** The newest stamp of an order: no later step lies before it. */
export function lastStepAt({ stamps, corrections }: Pick<LockedOrder, 'stamps' | 'corrections'>): Date | null {
  const instants = Object.values(holdingStamps(stamps, corrections)).map((stamp) => Date.parse(stamp.at));
  return instants.length > 0 ? new Date(Math.max(...instants)) : null;
}

/** What a report does: a step, the same again, or an earlier step that had been skipped, told of afterwards. */
export type Doing = Extract<Transition, { outcome: 'step' | 'repeat' }> | { outcome: 'filled'; at: Date };

/** Only a dispatcher's stated reason clears without arrival, and nobody but a phone declines without one. */
export function allowed(order: LockedOrder, body: ReportBody, times: ReportTimes & Tolerance): Doing {
  if (body.kind === 'declined' && !PHONES.includes(body.source) && (body.note?.length ?? 0) < 2)
    throw Problem.field('note', '不能出动须说明原因');
  const filled = fillsIn(order, body, times);
  if (filled) return filled;
  const reasonGiven = body.source === 'verbal' && Boolean(body.note);
  const step = transition(order.status, body.kind, Object.keys(order.stamps), reasonGiven);
  if (step.outcome !== 'refused') return step;
  const state = order.status;
  if (step.why === 'ended')
    throw new Problem('wrong-state', {
      state,
      detail: `指令${STATUS_WORDS[state]}，不能再报告${KIND_WORDS[body.kind]}`,
    });
  const advice = body.kind === 'cleared' ? '请先报告到达；若未到场即结束，由调度员注明原因' : undefined;
  throw new Problem('out-of-order', {
    state,
    detail: `指令${STATUS_WORDS[state]}，不能报告${KIND_WORDS[body.kind]}`,
    advice,
  });
}
