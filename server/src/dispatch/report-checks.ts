import type { ReportBody } from '@liandong/shared/order';
import { type Transition, transition } from '@liandong/shared/order.lifecycle';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { Problem } from '../platform/problem.js';
import type { LockedOrder } from './order.queries.js';
import { KIND_WORDS, STATUS_WORDS } from './order.words.js';
import { SOURCES_OF } from './report-instant.rules.js';

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

/** The newest stamp of an order: no later step lies before it. */
export function lastStepAt({ stamps }: Pick<LockedOrder, 'stamps'>): Date | null {
  const instants = Object.values(stamps).map((stamp) => Date.parse(stamp.at));
  return instants.length > 0 ? new Date(Math.max(...instants)) : null;
}

/** The step a report makes. Only a dispatcher's stated reason clears without arrival. */
export function allowed(order: LockedOrder, body: ReportBody): Extract<Transition, { outcome: 'step' | 'repeat' }> {
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
