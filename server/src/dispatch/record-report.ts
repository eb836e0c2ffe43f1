import type { Evidence, OrderView, ReportBody, Stamp, Stamps } from '@liandong/shared/order';
import { isOpen, type ReportKind } from '@liandong/shared/order.lifecycle';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toPoint } from '../database/columns.js';
import { insertRows } from '../database/insert-rows.js';
import { isDuplicate, Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { cancelQueued, stopLadder, stopPersonal } from '../messages/enqueue.js';
import { SETTLED_BY } from '../obligations/obligation.rules.js';
import { giveUpObligations, meetObligations, startClearing } from '../obligations/settle-obligations.js';
import { waiveObligations } from '../obligations/waive-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { readSettings } from '../settings/settings.queries.js';
import type { Settings } from '../settings/settings.table.js';
import { OrderReport } from './order.entity.js';
import { type LockedOrder, lockOrder, readOrders } from './order.queries.js';
import { noteAnswer } from './paged-people.js';
import { passCommand } from './pass-command.js';
import { allowed, type Doing, isAtScene, isKnown, lastStepAt, refuseStrangers } from './report-checks.js';
import { noteSituation, oweFeedback } from './report-follows.js';
import { countingInstant, evidenceOf } from './report-instant.rules.js';
import { holdingStamps } from './stamps.rules.js';
import { restamp, writeStamps } from './write-stamps.js';

interface Weighed {
  body: ReportBody;
  actor: Actor;
  settings: Settings;
  receivedAt: Date;
  occurredAt: Date | null;
  at: Date;
  flag: string | null;
  evidence: Evidence;
  doing: Doing;
  answeredBy: string[];
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

  /**
   * The same inside a transaction that is already open: a reply is applied together with its own settling.
   * @param phone whose text or call it was; that person has answered himself
   */
  async apply(tx: EntityManager, orderId: string, body: ReportBody, actor: Actor, phone?: string): Promise<void> {
    const order = await lockOrder(tx, orderId);
    refuseStrangers(order, body, actor);
    if (await isKnown(tx, orderId, body)) return;
    const atScene = await isAtScene(tx, order.incidentId, body);
    const receivedAt = this.clock.now();
    const settings = await readSettings(tx);
    const occurredAt = body.occurredAt ? new Date(body.occurredAt) : null;
    const times = {
      issuedAt: order.issuedAt,
      receivedAt,
      occurredAt,
      deviceOffsetSeconds: body.deviceOffsetSeconds ?? null,
      lastStepAt: lastStepAt(order),
      toleranceSeconds: settings.deviceClockToleranceSeconds,
    };
    const doing = allowed(order, body, times);
    const counted = countingInstant(times, settings.deviceClockToleranceSeconds);
    const { at, flag } = doing.outcome === 'filled' ? { at: doing.at, flag: null } : counted;
    const evidence = evidenceOf(body.source, body.kind === 'on_scene' ? atScene : body.location !== undefined);
    const answeredBy = await noteAnswer(tx, order, { actor, phone, at: receivedAt });
    const report = { body, actor, settings, receivedAt, occurredAt, at, flag, evidence, doing, answeredBy };
    await this.write(tx, order, report);
  }

  private async write(tx: EntityManager, order: LockedOrder, report: Weighed): Promise<void> {
    const { body, actor, receivedAt, occurredAt, at, flag, evidence, doing } = report;
    const effect = doing.outcome === 'step' && body.kind === 'situation' ? 'note' : doing.outcome;
    const { clientId, kind, source, headcount, etaMinutes, note, casualties } = body;
    const reportId = newId();
    await insertRows(tx, OrderReport, [
      {
        id: reportId,
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
        casualties,
      },
    ]);
    if (effect === 'step') await this.step(tx, order, report);
    else if (report.answeredBy.length > 0) await stopPersonal(tx, order.id, report.answeredBy);
    if (effect === 'filled') await this.fill(tx, order, report);
    if (effect === 'note') await noteSituation(tx, order, report, reportId);
    await tx.query(
      'UPDATE orders SET headcount = COALESCE($2, headcount), eta_minutes = COALESCE($3, eta_minutes) WHERE id = $1',
      [order.id, headcount ?? null, etaMinutes ?? null],
    );
    await appendEvent(tx, {
      at: receivedAt,
      type: EVENT_OF[effect] ?? `order.${kind}`,
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
        casualties,
      },
    });
  }

  private async step(tx: EntityManager, order: LockedOrder, report: Weighed): Promise<void> {
    const { body, at, evidence } = report;
    const kind = body.kind as Exclude<ReportKind, 'situation'>;
    const endReason = kind === 'declined' || kind === 'cleared' ? (body.note ?? null) : null;
    await tx.query('UPDATE orders SET status = $2, end_reason = COALESCE($3, end_reason) WHERE id = $1', [
      order.id,
      kind,
      endReason,
    ]);
    const stamps = { ...order.stamps, [kind]: stampOf(report) };
    await writeStamps(tx, order.id, { stamps, corrections: order.corrections });
    await (isOpen(kind) ? stopLadder(tx, order.id, report.answeredBy) : cancelQueued(tx, [order.id]));
    await meetObligations(tx, order.id, SETTLED_BY[kind], { at, evidence });
    await this.follow(tx, order, report, kind);
  }

  /** What else follows from a step. */
  private async follow(
    tx: EntityManager,
    order: LockedOrder,
    { body, at, receivedAt, actor, settings }: Weighed,
    kind: Exclude<ReportKind, 'situation'>,
  ): Promise<void> {
    if (kind === 'on_scene') await startClearing(tx, order.id, at, settings);
    if (kind === 'declined') await giveUpObligations(tx, order.id);
    if (kind === 'cleared' && order.stamps.on_scene) await oweFeedback(tx, order, at, settings);
    if (kind === 'cleared' && !order.stamps.on_scene) {
      const waiver = { code: 'stood_down' as const, reason: body.note ?? '', by: actor.name, at };
      await waiveObligations(tx, { orderIds: [order.id], kinds: ['acknowledge', 'muster', 'on_scene'] }, waiver);
    }
    if (!isOpen(kind)) await passCommand(tx, order, receivedAt);
  }

  /** A skipped step's stamp, told of afterwards: the status stays, what the step settles is decided afresh. */
  private async fill(tx: EntityManager, order: LockedOrder, report: Weighed): Promise<void> {
    const stamps: Stamps = { ...order.stamps, [report.body.kind]: stampOf(report) };
    await restamp(tx, order.id, { stamps, corrections: order.corrections });
    // It was there after all: the formal result is owed too.
    const { cleared } = holdingStamps(stamps, order.corrections);
    if (report.body.kind === 'on_scene' && cleared) await oweFeedback(tx, order, new Date(cleared.at), report.settings);
  }
}

/** Effects that have an event of their own; a step and a note are named by what was reported. */
const EVENT_OF: Partial<Record<string, string>> = { repeat: 'order.reported_again', filled: 'order.filled' };

const stampOf = ({ at, receivedAt, evidence, actor, flag }: Weighed): Stamp => ({
  at: at.toISOString(),
  receivedAt: receivedAt.toISOString(),
  evidence,
  by: actor.name,
  flagged: flag !== null,
});
