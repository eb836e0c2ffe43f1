import type { Correction, OrderView, CorrectOrder as Wanted } from '@liandong/shared/order';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { restartFeedback, startClearing } from '../obligations/settle-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { OrderCorrection } from './order.entity.js';
import { type LockedOrder, lockOrder, readOrders } from './order.queries.js';
import { KIND_WORDS } from './order.words.js';
import { holdingStamps, misfit, roomFor } from './stamps.rules.js';
import { restamp } from './write-stamps.js';

/** 更正: a supervisor says when a step really was. The stamp stays as reported; what it settled is decided afresh. */
@Injectable()
export class CorrectOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state (no such step reported), bad-request (in the future, before the order or out of turn) */
  run(orderId: string, wanted: Wanted, actor: Actor): Promise<OrderView> {
    return this.transactions.run(async (tx) => {
      const order = await lockOrder(tx, orderId);
      if (!(await this.isKnown(tx, orderId, wanted.clientId))) await this.apply(tx, order, wanted, actor);
      const [view] = await readOrders(tx, [orderId]);
      return view!;
    });
  }

  /** What counts from a step counts from its corrected instant. */
  private async moveClocks(tx: EntityManager, orderId: string, kind: Wanted['kind'], at: Date): Promise<void> {
    const settings = await readSettings(tx);
    if (kind === 'on_scene') await startClearing(tx, orderId, at, settings);
    if (kind === 'cleared') await restartFeedback(tx, orderId, at, settings);
  }

  private async isKnown(tx: EntityManager, orderId: string, id: string): Promise<boolean> {
    const [known] = await tx.query('SELECT order_id FROM order_corrections WHERE id = $1', [id]);
    if (known && known.order_id !== orderId) throw Problem.field('clientId', '这个编号已用于另一次更正');
    return known !== undefined;
  }

  private async apply(tx: EntityManager, order: LockedOrder, wanted: Wanted, actor: Actor): Promise<void> {
    const { kind, reason, clientId } = wanted;
    const now = this.clock.now();
    const held = holdingStamps(order.stamps, order.corrections);
    const stamp = held[kind];
    if (!stamp)
      throw new Problem('wrong-state', {
        state: order.status,
        detail: `尚无${KIND_WORDS[kind]}的记录，不能更正`,
        advice: '未报的步骤请用补报登记',
      });
    const at = new Date(wanted.occurredAt);
    const wrong = misfit(at, roomFor(kind, held, order.issuedAt, now), order.issuedAt, now);
    if (wrong) throw Problem.field('occurredAt', wrong);
    const correction: Correction = {
      kind,
      was: stamp.at,
      at: at.toISOString(),
      reason,
      by: actor.name,
      correctedAt: now.toISOString(),
    };
    await insertRows(tx, OrderCorrection, [
      {
        id: clientId,
        orderId: order.id,
        kind,
        was: new Date(stamp.at),
        at,
        reason,
        correctedBy: actor.name,
        correctedAt: now,
      },
    ]);
    const corrections = [...order.corrections.filter((one) => one.kind !== kind), correction];
    await restamp(tx, order.id, { stamps: order.stamps, corrections });
    await this.moveClocks(tx, order.id, kind, at);
    await appendEvent(tx, {
      at: now,
      type: 'order.corrected',
      actor,
      incidentId: order.incidentId,
      teamCode: order.teamCode,
      payload: { orderId: order.id, code: order.code, ...correction },
    });
  }
}
