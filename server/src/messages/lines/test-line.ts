import type { LineName, MessageRow } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../../database/insert-rows.js';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { toLocal } from '../../platform/phone.rules.js';
import { Problem } from '../../platform/problem.js';
import type { HandOver } from '../claim-messages.js';
import { PRIORITY } from '../enqueue.js';
import { handOver, type LookUp } from '../hand-over.js';
import { OutgoingMessage } from '../message.entity.js';
import { ReadMessages } from '../message.queries.js';
import { RecordAttempts } from '../record-attempts.js';
import { LEASE_SECONDS } from '../sending.rules.js';
import { compose } from '../templates/compose.rules.js';
import { readTemplates } from '../templates/template.queries.js';
import { MessageAttempt } from './line.entity.js';
import type { Line } from './line.js';
import { LineBook } from './line-book.js';

/** What a test says. Aliyun takes it only once the template 群呼 is approved, as it takes nothing else. */
const WORDS = { template: 'broadcast' as const, params: { text: '线路测试，无须回复。' } };

/** Nothing came before it. */
const NO_DOUBTS: LookUp = { lineOf: () => undefined, rivalsOf: async () => [] };

/** A test message by one certain line, whatever its health: an administrator sees at once what the provider says. */
@Injectable()
export class TestLine {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly book: LineBook,
    private readonly record: RecordAttempts,
    private readonly read: ReadMessages,
  ) {}

  /** @throws Problem not-found for a line this county has not. The same clientId twice is one message. */
  async run(
    name: LineName,
    { phone, clientId }: { phone: string; clientId: string },
    actor: Actor,
  ): Promise<MessageRow> {
    const line = this.book.find(name);
    if (!line) throw new Problem('not-found', { detail: '没有配置这条线路' });
    const begun = await this.transactions.run((tx) => this.begin(tx, line, toLocal(phone), clientId, actor));
    if (begun.task) await this.record.run([await handOver(begun.task, NO_DOUBTS)]);
    return this.read.detail(begun.id);
  }

  /** @returns the message, and what is to be handed over unless it was before */
  private async begin(
    tx: EntityManager,
    line: Line,
    phone: string,
    clientId: string,
    actor: Actor,
  ): Promise<{ id: string; task: HandOver | null }> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`line test ${clientId}`]);
    const [known] = await tx.query(
      `SELECT id FROM outgoing_messages WHERE subject_id = $1 AND recipient_post = 'test'`,
      [clientId],
    );
    if (known) return { id: known.id, task: null };
    const now = this.clock.now();
    const id = newId();
    const composed = compose(await readTemplates(tx), WORDS, false);
    const whom = { recipientName: '线路测试', recipientPost: 'test', phone };
    const row = { id, purpose: 'notice' as const, step: 0, channel: line.channel, drill: false, ...whom, ...composed };
    // Withdrawn from the start: one that fails is not tried again by itself, nor by another line.
    await insertRows(tx, OutgoingMessage, [
      {
        ...row,
        state: 'sending',
        dueAt: now,
        firstDueAt: now,
        leaseUntil: new Date(now.getTime() + LEASE_SECONDS * 1000),
        attempts: 1,
        withdrawn: true,
        priority: PRIORITY.notice,
        line: line.name,
        subjectId: clientId,
      },
    ]);
    const attemptId = newId();
    const attempt = { id: attemptId, messageId: id, line: line.name, phone, at: now, state: 'under_way' as const };
    await insertRows(tx, MessageAttempt, [attempt]);
    const none = {
      teamCode: null,
      orderId: null,
      orderCode: null,
      incidentId: null,
      movedFromId: null,
      firstDueAt: now,
      providerCode: null,
    };
    await appendEvent(tx, { at: now, type: 'line.tested', actor, payload: { line: line.name, phone } });
    return { id, task: { message: { ...row, ...none, attempts: 1, attemptId }, line, doubts: [] } };
  }
}
