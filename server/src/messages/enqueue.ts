import type { MessagePurpose } from '@liandong/shared/message';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { leaveWork } from '../database/transaction.js';
import { newId } from '../platform/ids.js';
import { OutgoingMessage } from './message.entity.js';

/** Orders before recalls before chasers before answers before notices before broadcasts. Lower goes first. */
export const PRIORITY: Record<MessagePurpose, number> = {
  order: 0,
  recall: 1,
  chase: 2,
  answer: 3,
  notice: 4,
  broadcast: 5,
};

export type NewMessage = Pick<
  OutgoingMessage,
  'purpose' | 'step' | 'channel' | 'recipientName' | 'recipientPost' | 'phone' | 'text' | 'dueAt'
> &
  Partial<Pick<OutgoingMessage, 'orderId' | 'incidentId' | 'teamCode' | 'orderCode' | 'subjectId'>>;

/** Owe messages inside the transaction of the use case: order and messages are durable together. */
export function enqueueMessages(tx: EntityManager, messages: readonly NewMessage[]): Promise<void> {
  const rows = messages.map((m) => ({
    ...m,
    id: newId(),
    state: 'queued' as const,
    attempts: 0,
    withdrawn: false,
    priority: PRIORITY[m.purpose],
  }));
  leaveWork(tx, 'messages');
  return insertRows(tx, OutgoingMessage, rows);
}

/**
 * What is still queued for an order is not sent any more: somebody answered, or the order is over.
 * What is just being handed over keeps its true outcome, but is not tried again.
 */
export async function cancelQueued(tx: EntityManager, orderIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE outgoing_messages SET withdrawn = true, state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END
     WHERE order_id = ANY($1) AND state IN ('queued', 'sending') AND purpose IN ('order', 'chase')`,
    [orderIds],
  );
}

/** What is still queued about one thing (a follow-up) is not sent any more: it is done, or forgiven. */
export async function cancelAbout(tx: EntityManager, incidentId: string, subjectId: string): Promise<void> {
  await tx.query(
    `UPDATE outgoing_messages SET withdrawn = true, state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END
     WHERE incident_id = $1 AND subject_id = $2 AND state IN ('queued', 'sending')`,
    [incidentId, subjectId],
  );
}
