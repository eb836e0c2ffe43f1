import type { MessagePurpose } from '@liandong/shared/message';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { leaveWork } from '../database/transaction.js';
import { newId } from '../platform/ids.js';
import { OutgoingMessage } from './message.entity.js';
import { type Bodies, type Composed, compose } from './templates/compose.rules.js';
import { readTemplates } from './templates/template.queries.js';
import type { Worded } from './templates/templates.table.js';

/** Orders before recalls before chasers before answers before notices before broadcasts. Lower goes first. */
export const PRIORITY: Record<MessagePurpose, number> = {
  order: 0,
  recall: 1,
  chase: 2,
  answer: 3,
  notice: 4,
  broadcast: 5,
};

/** A message owed: to whom, by which channel, when, and its words. */
export type NewMessage = Pick<
  OutgoingMessage,
  'purpose' | 'step' | 'channel' | 'recipientName' | 'recipientPost' | 'phone' | 'dueAt' | 'drill'
> &
  Partial<
    Pick<
      OutgoingMessage,
      | 'id'
      | 'orderId'
      | 'incidentId'
      | 'teamCode'
      | 'orderCode'
      | 'subjectId'
      | 'personal'
      | 'broadcastId'
      | 'movedFromId'
    >
  > & { words: Worded };

/**
 * Owe messages inside the transaction of the use case: order and messages are durable together.
 * @param bodies the templates in force, where the caller has read them already
 */
export async function enqueueMessages(
  tx: EntityManager,
  messages: readonly NewMessage[],
  bodies?: Bodies,
): Promise<void> {
  if (messages.length === 0) return;
  const templates = bodies ?? (await readTemplates(tx));
  // The rungs of one order share their words.
  const composed = new Map<Worded, Composed>();
  const rows = messages.map(({ words, ...message }) => {
    const text = composed.get(words) ?? compose(templates, words, message.drill);
    composed.set(words, text);
    return {
      ...message,
      ...text,
      id: message.id ?? newId(),
      firstDueAt: message.dueAt,
      state: 'queued' as const,
      attempts: 0,
      withdrawn: false,
      priority: PRIORITY[message.purpose],
    };
  });
  leaveWork(tx, 'messages');
  return insertRows(tx, OutgoingMessage, rows);
}

/**
 * Not sent any more. What is being handed over, or was taken, keeps its true outcome, but is not tried again: not by another
 * line and not by another channel, whatever a late receipt says.
 */
const WITHDRAW = `UPDATE outgoing_messages SET withdrawn = true, state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END`;

/**
 * What is still queued for an order is not sent any more: somebody answered.
 * Messages that go on until a certain person answers stop for that phone only.
 */
export async function stopLadder(tx: EntityManager, orderId: string, answeredBy: readonly string[]): Promise<void> {
  await tx.query(
    `${WITHDRAW} WHERE order_id = $1 AND state IN ('queued', 'sending', 'sent') AND purpose IN ('order', 'chase')
     AND (NOT personal OR phone = ANY($2))`,
    [orderId, answeredBy],
  );
}

/** This person has answered: he is not called for this order any more. */
export async function stopPersonal(tx: EntityManager, orderId: string, phones: readonly string[]): Promise<void> {
  await tx.query(
    `${WITHDRAW} WHERE order_id = $1 AND state IN ('queued', 'sending', 'sent') AND personal AND phone = ANY($2)`,
    [orderId, phones],
  );
}

/** The order is over: nobody is called for it any more. */
export async function cancelQueued(tx: EntityManager, orderIds: readonly string[]): Promise<void> {
  await tx.query(
    `${WITHDRAW} WHERE order_id = ANY($1) AND state IN ('queued', 'sending', 'sent') AND purpose IN ('order', 'chase')`,
    [orderIds],
  );
}

/** A newer reminder of the same thing says it better: what still waits is not sent. */
export async function supersedeChase(tx: EntityManager, orderId: string, { template, params }: Worded): Promise<void> {
  await tx.query(
    `${WITHDRAW} WHERE order_id = $1 AND state IN ('queued', 'sending', 'sent') AND purpose = 'chase' AND template = $2
     AND params ->> 'owed' IS NOT DISTINCT FROM $3`,
    [orderId, template, params.owed ?? null],
  );
}

/** What is still queued about one thing (a follow-up) is not sent any more: it is done, or forgiven. */
export async function cancelAbout(tx: EntityManager, incidentId: string, subjectId: string): Promise<void> {
  await tx.query(`${WITHDRAW} WHERE incident_id = $1 AND subject_id = $2 AND state IN ('queued', 'sending', 'sent')`, [
    incidentId,
    subjectId,
  ]);
}

/** The same by phone, for what belongs to no incident or order: the expert has answered. */
export async function cancelAboutPhone(tx: EntityManager, subjectId: string, phone: string): Promise<void> {
  await tx.query(`${WITHDRAW} WHERE phone = $1 AND subject_id = $2 AND state IN ('queued', 'sending', 'sent')`, [
    phone,
    subjectId,
  ]);
}

/** The same of what is about no incident (a gap of the roster). */
export async function cancelSubjects(tx: EntityManager, subjectIds: readonly string[]): Promise<void> {
  await tx.query(`${WITHDRAW} WHERE subject_id = ANY($1) AND state IN ('queued', 'sending', 'sent')`, [subjectIds]);
}
