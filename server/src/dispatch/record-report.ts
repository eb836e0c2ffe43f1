import type { Evidence, OrderView, ReportBody, Stamps } from '@liandong/shared/order';
import { type ReportKind, type Transition, transition } from '@liandong/shared/order.lifecycle';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toPoint } from '../database/columns.js';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { cancelQueued } from '../messages/enqueue.js';
import { SETTLED_BY } from '../obligations/obligation.rules.js';
import {
  giveUpObligations,
  meetObligations,
  startClearing,
  waiveObligations,
} from '../obligations/settle-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { OrderReport } from './order.entity.js';
import { type LockedOrder, lockOrder, readOrders } from './order.queries.js';
import { KIND_WORDS, STATUS_WORDS } from './order.words.js';
import { countingInstant, evidenceOf, SOURCES_OF } from './report-instant.rules.js';

/** How near the scene counts as there. 本县约定 */
const GEOFENCE_METERS = 500;

interface Weighed {
  body: ReportBody;
  actor: Actor;
  receivedAt: Date;
  at: Date;
  flag: string | null;
  evidence: Evidence;
  step: Extract<Transition, { outcome: 'step' | 'repeat' }>;
}

/** A team reports, by whatever way: one report, one stamp, the clocks it settles, the ladder it stops. */
@Injectable()
export class RecordReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed, bad-request, wrong-state (ended), out-of-order; then nothing was written */
  run(orderId: string, body: ReportBody, actor: Actor): Promise<OrderView> {
    return this.transactions.run(async (tx) => {
      await this.apply(tx, orderId, body, actor);
      const [order] = await readOrders(tx, [orderId]);
      return order!;
    });
  }

  /** The same inside a transaction that is already open: a reply is applied together with its own settling. */
  async apply(tx: EntityManager, orderId: string, body: ReportBody, actor: Actor): Promise<void> {
    const order = await lockOrder(tx, orderId);
    refuseStrangers(order, body, actor);
    const [known] = await tx.query('SELECT order_id FROM order_reports WHERE client_id = $1', [body.clientId]);
    if (known) return refuseOtherOrder(known.order_id, orderId);
    if (body.source === 'geofence') await refuseFarAway(tx, order.incidentId, body);
    const step = allowed(order, body);
    const receivedAt = this.clock.now();
    const { deviceClockToleranceSeconds } = await readSettings(tx);
    const occurredAt = body.occurredAt ? new Date(body.occurredAt) : null;
    const times = {
      issuedAt: order.issuedAt,
      receivedAt,
      occurredAt,
      deviceOffsetSeconds: body.deviceOffsetSeconds ?? null,
    };
    const { at, flag } = countingInstant(times, deviceClockToleranceSeconds);
    const weighed = {
      body,
      actor,
      receivedAt,
      at,
      flag,
      evidence: evidenceOf(body.source, body.location !== undefined),
      step,
    };
    await this.write(tx, order, weighed);
  }

  private async write(tx: EntityManager, order: LockedOrder, report: Weighed): Promise<void> {
    const { body, actor, receivedAt, at, flag, evidence, step } = report;
    const effect = step.outcome === 'repeat' ? 'repeat' : body.kind === 'situation' ? 'note' : 'step';
    const { clientId, kind, source, headcount, etaMinutes, note } = body;
    await insertRows(tx, OrderReport, [
      {
        id: newId(),
        orderId: order.id,
        clientId,
        kind,
        source,
        evidence,
        receivedAt,
        countsAt: at,
        flag,
        effect,
        occurredAt: body.occurredAt ? new Date(body.occurredAt) : null,
        reportedBy: actor.name,
        location: body.location ? toPoint(body.location) : null,
        headcount,
        etaMinutes,
        note,
      },
    ]);
    if (effect === 'step') await this.step(tx, order, report);
    await tx.query(
      'UPDATE orders SET headcount = COALESCE($2, headcount), eta_minutes = COALESCE($3, eta_minutes) WHERE id = $1',
      [order.id, headcount ?? null, etaMinutes ?? null],
    );
    await appendEvent(tx, {
      at: receivedAt,
      type: effect === 'repeat' ? 'order.reported_again' : `order.${kind}`,
      actor,
      incidentId: order.incidentId,
      teamCode: order.teamCode,
      payload: {
        orderId: order.id,
        code: order.code,
        kind,
        at: at.toISOString(),
        evidence,
        flag,
        headcount,
        etaMinutes,
        note,
      },
    });
  }

  private async step(tx: EntityManager, order: LockedOrder, report: Weighed): Promise<void> {
    const { body, at, receivedAt, evidence, actor, flag } = report;
    const kind = body.kind as Exclude<ReportKind, 'situation'>;
    const stamp = {
      at: at.toISOString(),
      receivedAt: receivedAt.toISOString(),
      evidence,
      by: actor.name,
      flagged: flag !== null,
    };
    const stamps: Stamps = { ...order.stamps, [kind]: stamp };
    const endReason = kind === 'declined' || kind === 'cleared' ? (body.note ?? null) : null;
    await tx.query('UPDATE orders SET status = $2, stamps = $3, end_reason = COALESCE($4, end_reason) WHERE id = $1', [
      order.id,
      kind,
      JSON.stringify(stamps),
      endReason,
    ]);
    await cancelQueued(tx, [order.id]);
    await meetObligations(tx, order.id, SETTLED_BY[kind], { at, evidence });
    await this.follow(tx, order, report, kind);
  }

  /** What else follows from a step. */
  private async follow(
    tx: EntityManager,
    order: LockedOrder,
    { body, at, actor }: Weighed,
    kind: ReportKind,
  ): Promise<void> {
    if (kind === 'on_scene') await startClearing(tx, order.id, at, await readSettings(tx));
    if (kind === 'declined') await giveUpObligations(tx, order.id);
    if (kind === 'cleared' && !order.stamps.on_scene) {
      const waiver = { code: 'stood_down' as const, reason: body.note ?? '', by: actor.name };
      await waiveObligations(tx, [order.id], waiver, { kinds: ['on_scene'] });
    }
  }
}

function refuseStrangers(order: LockedOrder, body: ReportBody, actor: Actor): void {
  if (actor.role === 'team' && actor.teamCode !== order.teamCode)
    throw new Problem('not-allowed', { detail: '这不是本队的指令' });
  if (!SOURCES_OF[actor.role]?.includes(body.source)) throw Problem.field('source', '此身份不能以这种方式报告');
}

/** 围栏 is the strongest evidence, so it is checked: the position has to be at the scene. */
async function refuseFarAway(tx: EntityManager, incidentId: string, { location }: ReportBody): Promise<void> {
  if (!location) throw Problem.field('location', '围栏报告须附位置');
  const [near] = await tx.query(
    `SELECT 1 FROM incidents WHERE id = $1 AND ST_DWithin(location, ST_SetSRID(ST_MakePoint($2, $3), 4326)::geography, $4)`,
    [incidentId, location.lon, location.lat, GEOFENCE_METERS],
  );
  if (!near) throw Problem.field('location', `不在现场 ${GEOFENCE_METERS} 米以内`);
}

function refuseOtherOrder(knownOrderId: string, orderId: string): void {
  if (knownOrderId !== orderId) throw Problem.field('clientId', '这个编号已用于另一条指令的报告');
}

/** The step a report makes. Only a dispatcher's stated reason clears without arrival, and a refusal needs one too. */
function allowed(order: LockedOrder, body: ReportBody): Weighed['step'] {
  const reasonGiven = body.source === 'verbal' && Boolean(body.note);
  const step = transition(order.status, body.kind, Object.keys(order.stamps), reasonGiven);
  if (step.outcome !== 'refused') return step;
  const state = order.status;
  if (step.why === 'ended')
    throw new Problem('wrong-state', {
      state,
      detail: `指令${STATUS_WORDS[state]}，不能再报告${KIND_WORDS[body.kind]}`,
    });
  const advice = body.kind === 'cleared' ? '请先报告到达；若未到场即结束，由接警员注明原因' : undefined;
  throw new Problem('out-of-order', {
    state,
    detail: `指令${STATUS_WORDS[state]}，不能报告${KIND_WORDS[body.kind]}`,
    advice,
  });
}
