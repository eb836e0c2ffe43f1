import type { MessageView } from '@liandong/shared/message';
import type { DataSource, EntityManager } from 'typeorm';
import { CODE_WORDS } from './sending.rules.js';

/** The ladder of one order, in the order it goes. */
export async function readLadder(database: DataSource | EntityManager, orderId: string): Promise<MessageView[]> {
  const rows: MessageView[] = await database.query(
    `SELECT id, purpose, step, channel, recipient_name AS "recipientName", recipient_post AS "recipientPost", phone, text, state,
            due_at AS "dueAt", sent_at AS "sentAt", delivered_at AS "deliveredAt", attempts, provider_code AS "providerCode"
     FROM outgoing_messages WHERE order_id = $1 ORDER BY due_at, step, channel, recipient_name`,
    [orderId],
  );
  return rows.map((row) => ({
    ...row,
    explanation: row.providerCode ? (CODE_WORDS[row.providerCode] ?? row.providerCode) : null,
  }));
}

/** Everybody an order's text or call went to: they have to hear of its recall as well. */
export function whoWasTold(
  tx: EntityManager,
  orderId: string,
): Promise<{ phone: string; name: string; post: string }[]> {
  return tx.query(
    `SELECT DISTINCT ON (phone) phone, recipient_name AS name, recipient_post AS post FROM outgoing_messages
     WHERE order_id = $1 AND purpose = 'order' AND channel <> 'app' AND state IN ('sending', 'sent', 'delivered') ORDER BY phone`,
    [orderId],
  );
}
