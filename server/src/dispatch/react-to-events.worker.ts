import { isOpen } from '@liandong/shared/order.lifecycle';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { EventConsumer } from '../events/event-consumer.js';
import type { SealedEvent } from '../events/event-log.queries.js';
import { EventRelay } from '../events/event-relay.worker.js';
import { holdIncident, readIncident } from '../incidents/incident.queries.js';
import { settleReply } from '../messages/reply.queries.js';
import { isOwing } from '../obligations/obligation.queries.js';
import { SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { ApplyReply } from './apply-reply.js';
import { CHASE_TEXTS, type Chased, chasedOf, ONLY_WHILE_OPEN } from './chase.rules.js';
import { type LockedOrder, lockOrder, openOrderOf } from './order.queries.js';
import { tellTeam } from './tell-team.js';

/** What dispatch does when something happens in other rooms: a reply came, a message arrived, a clock was fired. */
@Injectable()
export class ReactToEvents implements OnApplicationBootstrap, OnApplicationShutdown {
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
      { transactions, clock, giveUp },
    );
  }

  onApplicationBootstrap(): void {
    this.consumer.start(this.relay);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.consumer.stop();
  }

  private async markDelivered(tx: EntityManager, event: SealedEvent): Promise<void> {
    if (event.payload.delivered !== true || event.incidentId === null) return;
    await holdIncident(tx, event.incidentId);
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

  /** Reminders go to the team; a silent order has its ladder already. Settled since the clock fired: nobody is chased. */
  private async chaseTeam(tx: EntityManager, event: SealedEvent): Promise<void> {
    const chased = chasedOf(event);
    const words = chased && CHASE_TEXTS[chased.kind];
    if (!words || !(await isOwing(tx, chased.obligationId))) return;
    const order = await this.orderToChase(tx, chased);
    if (!order || (ONLY_WHILE_OPEN.includes(chased.kind) && !isOpen(order.status))) return;
    const minutes = chased.dueAt && Math.ceil((chased.dueAt.getTime() - event.at.getTime()) / 60_000);
    const place = chased.kind === 'situation_report' ? (await readIncident(tx, chased.incidentId)).placeText : null;
    await tellTeam(tx, order, {
      purpose: 'chase',
      words: words({ code: order.code, minutes, place }),
      at: this.clock.now(),
    });
  }

  /** What is owed for the incident itself is asked of the team that leads. */
  private async orderToChase(
    tx: EntityManager,
    { orderId, incidentId, teamCode }: Chased,
  ): Promise<LockedOrder | null> {
    const id = orderId ?? (teamCode && (await openOrderOf(tx, incidentId, teamCode)));
    return id ? lockOrder(tx, id) : null;
  }
}

/** A reply the system could not apply is for a human to read; nothing else needs more than the record. */
async function giveUp(tx: EntityManager, event: SealedEvent): Promise<void> {
  if (event.type !== 'reply.received') return;
  await settleReply(tx, String(event.payload.replyId), { state: 'queued', why: '系统未能处理，请人工查看' });
}
