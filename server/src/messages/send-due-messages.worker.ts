import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvents } from '../events/append-event.js';
import { SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { CommitSignal } from '../platform/commit-signal.js';
import { groupBy } from '../platform/group-by.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { CHANNELS, type Channels, type Sendable } from './channels/channel.js';
import {
  type AfterAttempt,
  afterAttempt,
  LEASE_SECONDS,
  SEND_TIMEOUT_SECONDS,
  type SendOutcome,
} from './sending.rules.js';

/** Messages handed over at the same time by one node. */
const MOST_UNDER_WAY = 240;
const IDLE_MS = 500;

type Claimed = Sendable & { attempts: number; incidentId: string | null };
type Attempted = { message: Claimed; after: AfterAttempt };

/** Claims due messages with a lease, writes the attempt, hands them over outside any transaction, records what came of it. */
@Injectable()
export class SendDueMessages implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new WorkerLoop('send-due-messages', IDLE_MS, () => this.pass());
  private readonly log = new Logger('send-due-messages');
  private readonly underWay = new Set<Promise<void>>();
  private count = 0;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly signal: CommitSignal,
    @Inject(CHANNELS) private readonly channels: Channels,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start((wake) => this.signal.subscribe('messages', wake));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    await Promise.all(this.underWay);
  }

  /** Claims what there is room for and goes on: a channel that answers slowly holds up nobody but itself. */
  private async pass(): Promise<boolean> {
    const room = MOST_UNDER_WAY - this.count;
    if (room <= 0) return false;
    const claimed = await this.claim(room);
    for (const group of groupBy(claimed, (message) => message.channel).values()) this.begin(group);
    return claimed.length === room;
  }

  private begin(group: readonly Claimed[]): void {
    this.count += group.length;
    const work = this.handOver(group)
      .catch((error: Error) => this.log.error(error.stack ?? error.message))
      .finally(() => {
        this.count -= group.length;
        this.underWay.delete(work);
        this.loop.wake();
      });
    this.underWay.add(work);
  }

  private async handOver(group: readonly Claimed[]): Promise<void> {
    await this.record(await Promise.all(group.map((message) => this.attempt(message))));
  }

  private async claim(room: number): Promise<Claimed[]> {
    const now = this.clock.now();
    const lease = new Date(now.getTime() + LEASE_SECONDS * 1000);
    const [rows] = await this.database.query(
      `WITH dropped AS (
         UPDATE outgoing_messages SET state = 'cancelled' WHERE state = 'sending' AND withdrawn AND lease_until < $1)
       UPDATE outgoing_messages SET state = 'sending', lease_until = $2, attempts = LEAST(attempts + 1, 1000)
       WHERE id IN (
         SELECT id FROM outgoing_messages
         WHERE (state = 'queued' AND due_at <= $1) OR (state = 'sending' AND lease_until < $1 AND NOT withdrawn)
         ORDER BY priority, due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id, channel, phone, text, attempts, team_code AS "teamCode", order_id AS "orderId",
                 order_code AS "orderCode", incident_id AS "incidentId"`,
      [now, lease, room],
    );
    return rows;
  }

  private async attempt(message: Claimed): Promise<Attempted> {
    const again = (code: string): SendOutcome => ({ outcome: 'retry', code });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<SendOutcome>((give) => {
      timer = setTimeout(() => give(again('timeout')), SEND_TIMEOUT_SECONDS * 1000);
    });
    const sent = this.channels[message.channel](message).catch(() => again('channel_error'));
    const outcome = await Promise.race([sent, late]);
    clearTimeout(timer);
    return { message, after: afterAttempt(outcome, message.attempts, this.clock.now()) };
  }

  private async record(attempted: readonly Attempted[]): Promise<void> {
    const pick = <T>(read: (a: Attempted) => T): T[] => attempted.map(read);
    await this.transactions.run(async (tx) => {
      await tx.query(
        `UPDATE outgoing_messages m
         SET state = CASE WHEN r.state = 'queued' AND m.withdrawn THEN 'cancelled' ELSE r.state END, due_at = COALESCE(r.retry_at, m.due_at), provider_id = r.provider_id,
             provider_code = r.provider_code, sent_at = r.sent_at, delivered_at = r.delivered_at, lease_until = NULL
         FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[])
           AS r(id, state, retry_at, provider_id, provider_code, sent_at, delivered_at)
         WHERE m.id = r.id AND m.state = 'sending'`,
        [
          pick((a) => a.message.id),
          pick((a) => a.after.state),
          pick((a) => a.after.retryAt),
          pick((a) => a.after.providerId),
          pick((a) => a.after.providerCode),
          pick((a) => a.after.sentAt),
          pick((a) => a.after.deliveredAt),
        ],
      );
      await appendEvents(tx, progress(attempted, this.clock.now()));
    });
  }
}

/** One event per order, so that its ladder moves on every desk; `delivered` when a channel has a receipt. */
function progress(attempted: readonly Attempted[], at: Date) {
  const ofOrders = attempted.filter((one) => one.message.orderId !== null);
  const byOrder = groupBy(ofOrders, (one) => one.message.orderId);
  return [...byOrder].map(([orderId, ones]) => ({
    at,
    type: 'messages.progressed',
    actor: SYSTEM,
    incidentId: ones[0]!.message.incidentId,
    teamCode: ones[0]!.message.teamCode,
    payload: {
      orderId,
      delivered: ones.some((one) => one.after.state === 'delivered'),
      channels: ones.map((one) => `${one.message.channel}:${one.after.state}`),
    },
  }));
}
