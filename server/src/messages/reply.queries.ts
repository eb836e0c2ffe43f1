import type { ReplyView } from '@liandong/shared/message';
import type { DataSource, EntityManager } from 'typeorm';

const REPLY = `id, phone, channel, sender_name AS "senderName", team_code AS "teamCode", text,
  received_at AS "receivedAt", state, order_id AS "orderId", why, answer`;

/** Lock one reply; null when there is none. */
export async function lockReply(tx: EntityManager, id: string): Promise<(ReplyView & { receivedAt: Date }) | null> {
  const [row] = await tx.query(`SELECT ${REPLY} FROM incoming_replies WHERE id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}

/** Replies a human has to look at, oldest first; or the newest two hundred of all. */
export function listReplies(database: DataSource, state: 'queued' | 'all'): Promise<ReplyView[]> {
  return state === 'queued'
    ? database.query(`SELECT ${REPLY} FROM incoming_replies WHERE state = 'queued' ORDER BY received_at LIMIT 200`)
    : database.query(`SELECT ${REPLY} FROM incoming_replies ORDER BY received_at DESC LIMIT 200`);
}

/** What became of a reply. */
export async function settleReply(
  tx: EntityManager,
  id: string,
  result: { state: 'applied' | 'queued' | 'settled'; orderId?: string | null; why?: string; answer?: string },
): Promise<void> {
  await tx.query(
    `UPDATE incoming_replies SET state = $2, order_id = COALESCE($3, order_id), why = $4, answer = COALESCE($5, answer) WHERE id = $1`,
    [id, result.state, result.orderId ?? null, result.why ?? null, result.answer ?? null],
  );
}
