import type { WAIVER_CODES } from '@liandong/shared/obligation';
import type { OrderView } from '@liandong/shared/order';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { waiveObligations } from '../obligations/waive-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { lockOrder, readOrders } from './order.queries.js';

/** A supervisor forgives what an order still owes or has missed: with code, reason and name, published with the reports. */
@Injectable()
export class WaiveOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state when nothing is left to waive */
  run(
    orderId: string,
    waiver: { code: (typeof WAIVER_CODES)[number]; reason: string },
    actor: Actor,
  ): Promise<OrderView> {
    return this.transactions.run(async (tx) => {
      const order = await lockOrder(tx, orderId);
      const count = await waiveObligations(
        tx,
        { orderIds: [orderId], kinds: ['acknowledge', 'muster', 'on_scene'] },
        { ...waiver, by: actor.name, at: this.clock.now() },
        { alsoMissed: true },
      );
      if (count === 0) throw new Problem('wrong-state', { state: order.status, detail: '没有可豁免的时限' });
      await appendEvent(tx, {
        at: this.clock.now(),
        type: 'order.waived',
        actor,
        incidentId: order.incidentId,
        teamCode: order.teamCode,
        payload: { orderId, orderCode: order.code, code: waiver.code, reason: waiver.reason },
      });
      const [view] = await readOrders(tx, [orderId]);
      return view!;
    });
  }
}
