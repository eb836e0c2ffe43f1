import type { OrderView, Stamp } from '@liandong/shared/order';
import { TRANSITIONS } from '@liandong/shared/order.lifecycle';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { cancelQueued } from '../messages/enqueue.js';
import { recallWords } from '../messages/order-text.rules.js';
import { OWED_BY_ORDER } from '../obligations/obligation.rules.js';
import { waiveObligations } from '../obligations/waive-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { type LockedOrder, lockOrder, readOrders } from './order.queries.js';
import { STATUS_WORDS } from './order.words.js';
import { passCommand } from './pass-command.js';
import { tellTeam } from './tell-team.js';
import { writeStamps } from './write-stamps.js';

/** The centre takes an order back: the team is told, its clocks are waived, what was already missed stays missed. */
@Injectable()
export class RecallOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state */
  run(orderId: string, reason: string, actor: Actor): Promise<OrderView> {
    return this.transactions.run(async (tx) => {
      const order = await lockOrder(tx, orderId);
      if (!TRANSITIONS.recalled.includes(order.status)) {
        throw new Problem('wrong-state', {
          state: order.status,
          detail: `指令${STATUS_WORDS[order.status]}，不能撤回`,
        });
      }
      await recall(tx, order, { reason, actor, at: this.clock.now() });
      const [view] = await readOrders(tx, [orderId]);
      return view!;
    });
  }
}

/** Inside a transaction that holds the order's lock. */
export async function recall(
  tx: EntityManager,
  order: LockedOrder,
  { reason, actor, at }: { reason: string; actor: Actor; at: Date },
): Promise<void> {
  const instant = at.toISOString();
  const stamp: Stamp = { at: instant, receivedAt: instant, evidence: 'verbal', by: actor.name, flagged: false };
  await tx.query(`UPDATE orders SET status = 'recalled', end_reason = $2 WHERE id = $1`, [order.id, reason]);
  await writeStamps(tx, order.id, { ...order, stamps: { ...order.stamps, recalled: stamp } });
  await cancelQueued(tx, [order.id]);
  await waiveObligations(
    tx,
    { orderIds: [order.id], kinds: OWED_BY_ORDER },
    { code: 'stood_down', reason, by: actor.name, at },
  );
  await tellTeam(tx, order, { purpose: 'recall', words: recallWords(order.code, reason), at });
  await appendEvent(tx, {
    at,
    type: 'order.recalled',
    actor,
    incidentId: order.incidentId,
    teamCode: order.teamCode,
    payload: { orderId: order.id, code: order.code, reason },
  });
  await passCommand(tx, order, at);
}
