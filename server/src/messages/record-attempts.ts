import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvents } from '../events/append-event.js';
import { SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { groupBy } from '../platform/group-by.js';
import type { HandedOver } from './hand-over.js';
import { MEANING } from './lines/code.rules.js';
import { flagPhones } from './lines/flag-phones.js';
import { afterBatch, type Batch } from './lines/health.rules.js';
import { healthEvents } from './lines/health-events.js';
import { LineBook, writeHealth } from './lines/line-book.js';
import { type AfterAttempt, afterAttempt, readCode } from './sending.rules.js';

type Done = HandedOver & { after: AfterAttempt };

/** A receipt is asked for when none has come by then. */
const ASK_AFTER_MS = 60_000;

/** What came of hand-overs: attempts, messages, the health of the lines, and one event per order, in one transaction. */
@Injectable()
export class RecordAttempts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly book: LineBook,
  ) {}

  async run(handedOver: readonly HandedOver[]): Promise<void> {
    const now = this.clock.now();
    const done = handedOver.map((one) => ({ ...one, after: afterAttempt(one.outcome, one.handOver.line.facts, now) }));
    await this.transactions.run(async (tx) => {
      // Messages before attempts, as everywhere; then the lines.
      await this.writeMessages(tx, done, now);
      await writeAttempts(tx, done, now);
      await flagPhones(tx, refusedNumbers(done), now);
      await this.writeLines(tx, done, now);
      await appendEvents(tx, progress(done, now));
    });
  }

  private async writeMessages(tx: EntityManager, done: readonly Done[], now: Date): Promise<void> {
    const pick = <T>(read: (one: Done) => T): T[] => done.map(read);
    await tx.query(
      `UPDATE outgoing_messages m
       SET state = CASE WHEN r.state = 'queued' AND m.withdrawn THEN 'cancelled' ELSE r.state END,
           due_at = CASE WHEN r.state = 'queued' THEN r.due_at ELSE m.due_at END, provider_id = r.provider_id,
           provider_code = r.code, sent_at = r.sent_at, delivered_at = r.delivered_at, line = r.line, lease_until = NULL
       FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[],
                   $8::text[]) AS r(id, state, due_at, provider_id, code, sent_at, delivered_at, line)
       WHERE m.id = r.id AND m.state = 'sending'
         -- A receipt was quicker and another line has it now: what that one says counts.
         AND NOT EXISTS (SELECT 1 FROM message_attempts a WHERE a.message_id = m.id AND a.state = 'under_way' AND a.id <> ALL($9))`,
      [
        pick(({ handOver }) => handOver.message.id),
        pick(({ after }) => after.state),
        pick((one) => this.nextAt(one, now)),
        pick(({ after }) => after.providerId),
        pick(({ after }) => after.code),
        pick(({ after }) => (after.state === 'queued' ? null : now)),
        pick(({ after }) => (after.state === 'delivered' ? now : null)),
        pick(({ handOver }) => handOver.line.name),
        done.flatMap((one) => [one.attemptId, one.handOver.message.attemptId]),
      ],
    );
  }

  /** Looked at again at once, so that another line can take it; where there is no other, when the provider said. */
  private nextAt({ after, handOver: { message, line } }: Done, now: Date): Date {
    const others = this.book.allowed(message.drill).filter((one) => one.channel === line.channel && one !== line);
    return others.length === 0 ? (after.notBefore ?? now) : now;
  }

  private async writeLines(tx: EntityManager, done: readonly Done[], now: Date): Promise<void> {
    const byLine = groupBy(done, (one) => one.handOver.line.name);
    const batches = [...byLine].map(([name, ones]) => ({ name, batch: batchOf(ones) }));
    // A line that is well and stays so costs nothing.
    const before = await this.book.health(tx);
    const touched = batches.filter(({ name, batch }) => {
      const { state, failures } = before.get(name)!;
      return batch.faults > 0 || batch.refusesAll || (batch.good > 0 && (state === 'sick' || failures > 0));
    });
    if (touched.length === 0) return;
    const health = await this.book.health(tx, { lock: true });
    const changed = touched.map(({ name, batch }) => ({ name, health: afterBatch(health.get(name)!, batch, now) }));
    await writeHealth(tx, changed);
    await appendEvents(tx, healthEvents(health, changed, now));
  }
}

async function writeAttempts(tx: EntityManager, done: readonly Done[], now: Date): Promise<void> {
  const pick = <T>(read: (one: Done) => T): T[] => done.map(read);
  // A receipt may have been quicker than the answer: it stands.
  await tx.query(
    `UPDATE message_attempts a
     SET state = CASE WHEN a.state IN ('under_way', 'unsure', 'refused') THEN r.state ELSE a.state END,
         provider_id = COALESCE(r.provider_id, a.provider_id), code = COALESCE(r.code, a.code),
         parts = COALESCE(r.parts, a.parts), ended_at = COALESCE(a.ended_at, $6), check_at = r.check_at
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $7::timestamptz[])
       AS r(id, state, provider_id, code, parts, check_at)
     WHERE a.id = r.id`,
    [
      pick((one) => one.attemptId),
      pick(({ after }) => after.attempt),
      pick(({ after }) => after.providerId),
      pick(({ after }) => after.code),
      pick(({ after }) => after.parts),
      now,
      pick(({ after, handOver: { line } }) =>
        after.attempt === 'accepted' && line.ask ? new Date(now.getTime() + ASK_AFTER_MS) : null,
      ),
    ],
  );
  const skipped = done.filter((one) => one.attemptId !== one.handOver.message.attemptId);
  if (skipped.length > 0)
    // The earlier one had been taken: this hand-over was never made.
    await tx.query('DELETE FROM message_attempts WHERE id = ANY($1)', [
      skipped.map((one) => one.handOver.message.attemptId),
    ]);
}

function batchOf(ones: readonly Done[]): Batch {
  const meant = ones.map(({ after, handOver: { line } }) => ({
    code: after.code,
    line: after.code === null ? ('alive' as const) : MEANING[readCode(line.facts, after.code).means].line,
  }));
  const bad = meant.filter(({ line }) => line !== 'alive');
  return {
    good: meant.length - bad.length,
    faults: bad.length,
    refusesAll: bad.some(({ line }) => line === 'sick'),
    code: bad.at(-1)?.code ?? null,
  };
}

const refusedNumbers = (done: readonly Done[]) =>
  done.flatMap(({ after: { code }, handOver: { line, message } }) =>
    code === null ? [] : [{ phone: message.phone, channel: line.channel, ...readCode(line.facts, code) }],
  );

/** One event per order, so that its ladder moves on every desk; `delivered` when a channel has a receipt. */
function progress(done: readonly Done[], at: Date) {
  // The same refusal once more moves nothing on any desk.
  const ofOrders = done.filter(
    ({ handOver: { message }, after }) =>
      message.orderId !== null && (after.state !== 'queued' || after.code !== message.providerCode),
  );
  return [...groupBy(ofOrders, ({ handOver }) => handOver.message.orderId)].map(([orderId, ones]) => {
    const { incidentId, teamCode } = ones[0]!.handOver.message;
    const delivered = ones.some(({ after }) => after.state === 'delivered');
    const channels = ones.map(({ after, handOver }) => `${handOver.message.channel}:${after.state}`);
    return {
      at,
      type: 'messages.progressed',
      actor: SYSTEM,
      incidentId,
      teamCode,
      payload: { orderId, delivered, channels },
    };
  });
}
