import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { EventConsumer } from '../events/event-consumer.js';
import type { SealedEvent } from '../events/event-log.queries.js';
import { EventRelay } from '../events/event-relay.worker.js';
import { chaseText } from '../messages/order-text.rules.js';
import { SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { ApplyReply } from './apply-reply.js';
import { lockOrder } from './order.queries.js';
import { tellTeam } from './recall-order.js';

const OWED_WORDS: Record<string, string> = { muster: '集结完毕', on_scene: '到达现场', clear: '处置结束' };

/** What dispatch does when something happens in other rooms: a reply came, a message arrived, a clock was fired. */
@Injectable()
export class ReactToEvents implements OnApplicationBootstrap {
  private readonly consumer: EventConsumer;

  constructor(
    private readonly applyReply: ApplyReply,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
    transactions: Transactions,
  ) {
    this.consumer = new EventConsumer(
      'dispatch',
      {
        'reply.received': (tx, event) => this.applyReply.run(tx, String(event.payload.replyId)),
        'messages.progressed': (tx, event) => this.markDelivered(tx, event),
        'obligation.reminded': (tx, event) => this.chaseTeam(tx, event),
        'obligation.missed': (tx, event) => this.chaseTeam(tx, event),
      },
      { transactions, clock },
    );
  }

  /** Whatever happened while nobody listened is caught up with first. */
  async onApplicationBootstrap(): Promise<void> {
    this.relay.listen(async (events) => {
      if (this.consumer.concerns(events)) await this.consumer.catchUp();
    });
    await this.consumer.catchUp();
  }

  private async markDelivered(tx: EntityManager, event: SealedEvent): Promise<void> {
    if (event.payload.delivered !== true) return;
    const { orderId } = event.payload;
    const [order] = await tx
      .query(
        `UPDATE orders SET delivered_at = COALESCE(delivered_at, $2), status = CASE WHEN status = 'issued' THEN 'delivered' ELSE status END
       WHERE id = $1 AND delivered_at IS NULL RETURNING incident_id AS "incidentId", team_code AS "teamCode", code`,
        [orderId, event.at],
      )
      .then(([rows]: [{ incidentId: string; teamCode: string; code: number }[], number]) => rows);
    if (!order) return;
    const { incidentId, teamCode, code } = order;
    await appendEvent(tx, {
      at: event.at,
      type: 'order.delivered',
      actor: SYSTEM,
      incidentId,
      teamCode,
      payload: { orderId, code },
    });
  }

  /** Reminders of a target or of clearing go to the team; a silent order has its ladder already. */
  private async chaseTeam(tx: EntityManager, event: SealedEvent): Promise<void> {
    const owed = OWED_WORDS[String(event.payload.kind)];
    if (!owed) return;
    const order = await lockOrder(tx, String(event.payload.orderId));
    const now = this.clock.now();
    const { dueAt } = event.payload;
    const minutes = dueAt === null ? null : Math.ceil((Date.parse(String(dueAt)) - event.at.getTime()) / 60_000);
    await tellTeam(tx, order, chaseText(order.code, owed, minutes), 'chase', now);
  }
}
