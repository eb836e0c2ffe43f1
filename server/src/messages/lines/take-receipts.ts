import type { AttemptState, Channel, LineName, MessagePurpose, MessageState } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { leaveWork, Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import { SYSTEM } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { MoveMessage } from '../move-message.js';
import { cleanText } from '../receive-reply.js';
import { movesForward, readCode, worthElsewhere } from '../sending.rules.js';
import { flagPhones } from './flag-phones.js';
import type { Receipt } from './line.js';
import { LineBook } from './line-book.js';

/** A receipt with our own reference, where the provider gave it back. */
export interface ReceiptOf extends Receipt {
  attemptId: string | null;
}

interface Known {
  attemptId: string;
  attemptState: AttemptState;
  newest: boolean;
  id: string;
  state: MessageState;
  withdrawn: boolean;
  channel: Channel;
  purpose: MessagePurpose;
  phone: string;
  drill: boolean;
  orderId: string | null;
  incidentId: string | null;
  teamCode: string | null;
  movedFromId: string | null;
  recipientName: string;
}

/** What providers tell of messages afterwards. Twice, late or out of order does no harm: attempts only move forward. */
@Injectable()
export class TakeReceipts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly book: LineBook,
    private readonly move: MoveMessage,
  ) {}

  /** One that nobody knows is passed over: it may be of another county, or of a message long gone. */
  async run(line: LineName, receipts: readonly ReceiptOf[]): Promise<void> {
    for (const told of receipts) {
      const receipt = { ...told, providerId: cleanText(told.providerId), code: told.code && cleanText(told.code) };
      await this.transactions.run((tx) => this.take(tx, line, receipt));
    }
  }

  private async take(tx: EntityManager, line: LineName, receipt: ReceiptOf): Promise<void> {
    const known = await findAttempt(tx, line, receipt);
    if (!known || !movesForward(known.attemptState, receipt.state)) return;
    const now = this.clock.now();
    const final = receipt.state !== 'accepted';
    await tx.query(
      `UPDATE message_attempts SET state = $2, provider_id = COALESCE(provider_id, $3), code = COALESCE($4, code),
         parts = COALESCE($5, parts), ended_at = $6, check_at = CASE WHEN $7 THEN NULL ELSE check_at END WHERE id = $1`,
      [known.attemptId, receipt.state, receipt.providerId || null, receipt.code, receipt.parts, now, final],
    );
    if (receipt.state === 'undelivered') await this.undelivered(tx, known, line, receipt, now);
    else await this.arrived(tx, known, line, receipt, now);
  }

  /** Taken or delivered: what was going to be tried again is not. A message somebody ended in between still says the truth. */
  private async arrived(tx: EntityManager, known: Known, line: LineName, { state, providerId }: ReceiptOf, now: Date) {
    const delivered = state === 'delivered';
    const [, changed] = await tx.query(
      `UPDATE outgoing_messages SET state = $2, line = $3, provider_id = $4, provider_code = NULL, lease_until = NULL,
         sent_at = COALESCE(sent_at, $5), delivered_at = CASE WHEN $6 THEN COALESCE(delivered_at, $5) END
       WHERE id = $1 AND (state IN ('queued', 'sending') OR ($6 AND state IN ('sent', 'undelivered', 'failed', 'cancelled')))`,
      [known.id, delivered ? 'delivered' : 'sent', line, providerId, now, delivered],
    );
    if (changed > 0) await progressed(tx, known, now, delivered);
  }

  /** Nothing arrived: another line tries where there is one, else the message ends, and another channel may take over. */
  private async undelivered(tx: EntityManager, known: Known, line: LineName, { code }: ReceiptOf, now: Date) {
    const facts = this.book.find(line)?.facts;
    const { means, words } = readCode(facts, code ?? 'undelivered');
    await flagPhones(tx, [{ phone: known.phone, channel: known.channel, means, words }], now);
    if (!known.newest || !['sent', 'sending', 'queued'].includes(known.state)) return;
    if (known.withdrawn || !worthElsewhere(means) || !(await this.hasOther(tx, known))) {
      await this.move.run(tx, known, code ?? 'undelivered', 'undelivered');
      return;
    }
    await tx.query(
      `UPDATE outgoing_messages SET state = 'queued', due_at = $2, provider_code = $3, lease_until = NULL WHERE id = $1`,
      [known.id, now, code],
    );
    leaveWork(tx, 'messages');
    await progressed(tx, known, now, false);
  }

  /** Is there a working line of the channel this message has not been tried by? */
  private async hasOther(tx: EntityManager, { id, channel, drill }: Known): Promise<boolean> {
    const tried: { line: string }[] = await tx.query('SELECT line FROM message_attempts WHERE message_id = $1', [id]);
    const health = await this.book.health(tx);
    return this.book
      .allowed(drill)
      .filter((line) => line.channel === channel && ['well', 'slow'].includes(health.get(line.name)!.state))
      .some(({ name }) => !tried.some((one) => one.line === name));
  }
}

/** The attempt a receipt is about with its message, both locked, the message first as everywhere. */
async function findAttempt(tx: EntityManager, line: LineName, receipt: ReceiptOf): Promise<Known | null> {
  const [attempt] = await tx.query(
    `SELECT id, message_id AS "messageId" FROM message_attempts
     WHERE line = $1 AND (($2::uuid IS NOT NULL AND id = $2) OR (provider_id IS NOT NULL AND provider_id = $3))
     ORDER BY (id = $2) DESC NULLS LAST LIMIT 1`,
    [line, isUuid(receipt.attemptId) ? receipt.attemptId : null, receipt.providerId],
  );
  if (!attempt) return null;
  const [message] = await tx.query(
    `SELECT id, state, withdrawn, channel, purpose, phone, drill, order_id AS "orderId", incident_id AS "incidentId",
            team_code AS "teamCode", moved_from_id AS "movedFromId", recipient_name AS "recipientName"
     FROM outgoing_messages WHERE id = $1 FOR UPDATE`,
    [attempt.messageId],
  );
  const [state] = await tx.query(
    `SELECT state AS "attemptState", NOT EXISTS (SELECT 1 FROM message_attempts n
       WHERE n.message_id = a.message_id AND (n.at, n.id) > (a.at, a.id) AND n.state NOT IN ('refused', 'undelivered')) AS newest
     FROM message_attempts a WHERE id = $1 FOR UPDATE OF a`,
    [attempt.id],
  );
  return message && state ? { ...message, ...state, attemptId: attempt.id } : null;
}

const isUuid = (text: string | null): boolean => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text ?? '');

async function progressed(
  tx: EntityManager,
  { orderId, incidentId, teamCode, channel }: Known,
  at: Date,
  delivered: boolean,
) {
  if (orderId === null) return;
  const payload = { orderId, delivered, channels: [`${channel}:${delivered ? 'delivered' : 'progressed'}`] };
  await appendEvent(tx, { at, type: 'messages.progressed', actor: SYSTEM, incidentId, teamCode, payload });
}
