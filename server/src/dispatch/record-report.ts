import type { Evidence, OrderView, ReportBody, Stamps } from '@liandong/shared/order';
import type { ReportKind } from '@liandong/shared/order.lifecycle';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toPoint } from '../database/columns.js';
import { insertRows } from '../database/insert-rows.js';
import { isDuplicate, Transactions } from '../database/transaction.js';
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
import { readSettings } from '../settings/settings.queries.js';
import type { Settings } from '../settings/settings.table.js';
import { OrderReport } from './order.entity.js';
import { type LockedOrder, lockOrder, readOrders } from './order.queries.js';
import { allowed, isAtScene, isKnown, lastStepAt, refuseStrangers } from './report-checks.js';
import { countingInstant, evidenceOf } from './report-instant.rules.js';

interface Weighed {
  body: ReportBody;
  actor: Actor;
  settings: Settings;
  receivedAt: Date;
  occurredAt: Date | null;
  at: Date;
  flag: string | null;
  evidence: Evidence;
  step: ReturnType<typeof allowed>;
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
    const once = () =>
      this.transactions.run(async (tx) => {
        await this.apply(tx, orderId, body, actor);
        const [order] = await readOrders(tx, [orderId]);
        return order!;
      });
    // The same report twice at the same moment: the second look finds the first.
    return once().catch((error) => {
      if (isDuplicate(error, 'order_reports_client')) return once();
      throw error;
    });
  }

  /** The same inside a transaction that is already open: a reply is applied together with its own settling. */
  async apply(tx: EntityManager, orderId: string, body: ReportBody, actor: Actor): Promise<void> {
    const order = await lockOrder(tx, orderId);
    refuseStrangers(order, body, actor);
    if (await isKnown(tx, orderId, body)) return;
    const atScene = await isAtScene(tx, order.incidentId, body);
    const step = allowed(order, body);
    const receivedAt = this.clock.now();
    const settings = await readSettings(tx);
    const occurredAt = body.occurredAt ? new Date(body.occurredAt) : null;
    const times = {
      issuedAt: order.issuedAt,
      receivedAt,
      occurredAt,
      deviceOffsetSeconds: body.deviceOffsetSeconds ?? null,
      lastStepAt: lastStepAt(order),
    };
    const { at, flag } = countingInstant(times, settings.deviceClockToleranceSeconds);
    const weighed = {
      body,
      actor,
      settings,
      receivedAt,
      occurredAt,
      at,
      flag,
      evidence: evidenceOf(body.source, body.kind === 'on_scene' ? atScene : body.location !== undefined),
      step,
    };
    await this.write(tx, order, weighed);
  }

  private async write(tx: EntityManager, order: LockedOrder, report: Weighed): Promise<void> {
    const { body, actor, receivedAt, occurredAt, at, flag, evidence, step } = report;
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
        occurredAt,
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
    { body, at, actor, settings }: Weighed,
    kind: ReportKind,
  ): Promise<void> {
    if (kind === 'on_scene') await startClearing(tx, order.id, at, settings);
    if (kind === 'declined') await giveUpObligations(tx, order.id);
    if (kind === 'cleared' && !order.stamps.on_scene) {
      const waiver = { code: 'stood_down' as const, reason: body.note ?? '', by: actor.name, at };
      await waiveObligations(tx, [order.id], waiver, { kinds: ['acknowledge', 'muster', 'on_scene'] });
    }
  }
}
