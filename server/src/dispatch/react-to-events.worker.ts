import { isOpen } from '@liandong/shared/order.lifecycle';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { EventConsumer } from '../events/event-consumer.js';
import type { SealedEvent } from '../events/event-log.queries.js';
import { EventRelay } from '../events/event-relay.worker.js';
import { chaseText } from '../messages/order-text.rules.js';
import { settleReply } from '../messages/reply.queries.js';
import { isOwing } from '../obligations/obligation.queries.js';
import { SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { ApplyReply } from './apply-reply.js';
import { lockOrder } from './order.queries.js';
import { tellTeam } from './tell-team.js';

const OWED_WORDS: Record<string, string> = { muster: '集结完毕', on_scene: '到达现场', clear: '处置结束' };

/** What was missed by the relay's word, or failed for a while, is looked at again after this. */
const IDLE_MS = 500;

/** What dispatch does when something happens in other rooms: a reply came, a message arrived, a clock was fired. */
@Injectable()
export class ReactToEvents implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly consumer: EventConsumer;
  private readonly loop = new WorkerLoop('dispatch-events', IDLE_MS, async () => {
    await this.consumer.catchUp();
    return false;
  });

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
      { transactions, clock, giveUp },
    );
  }

  onApplicationBootstrap(): void {
    this.relay.listen((events) => {
      if (this.consumer.concerns(events)) this.loop.wake();
    });
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
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
    const { orderId, obligationId, dueAt } = event.payload;
    const order = await lockOrder(tx, String(orderId));
    // It may have been settled since the clock fired: nobody is chased for what is done.
    if (!isOpen(order.status) || !(await isOwing(tx, String(obligationId)))) return;
    const minutes = dueAt === null ? null : Math.ceil((Date.parse(String(dueAt)) - event.at.getTime()) / 60_000);
    await tellTeam(tx, order, { purpose: 'chase', text: chaseText(order.code, owed, minutes), at: this.clock.now() });
  }
}

/** A reply the system could not apply is for a human to read; nothing else needs more than the record. */
async function giveUp(tx: EntityManager, event: SealedEvent): Promise<void> {
  if (event.type !== 'reply.received') return;
  await settleReply(tx, String(event.payload.replyId), { state: 'queued', why: '系统未能处理，请人工查看' });
}
