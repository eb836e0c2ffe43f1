import type { ReplyView } from '@liandong/shared/message';
import type { DataSource, EntityManager } from 'typeorm';

const REPLY = `id, phone, channel, sender_name AS "senderName", team_code AS "teamCode", text,
  received_at AS "receivedAt", state, order_id AS "orderId", why, answer`;

/** A reply as it is being applied. */
export type LockedReply = Omit<ReplyView, 'receivedAt'> & { receivedAt: Date; practice: boolean };

/** Lock one reply; null when there is none. */
export async function lockReply(tx: EntityManager, id: string): Promise<LockedReply | null> {
  const [row] = await tx.query(`SELECT ${REPLY}, practice FROM incoming_replies WHERE id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}

/** A reply still unapplied after this is shown to a human, whatever holds it up. */
const UNAPPLIED_SECONDS = 15;

/** Replies a human has to look at, oldest first; or the newest two hundred of all. */
export function listReplies(database: DataSource, state: 'queued' | 'all', now: Date): Promise<ReplyView[]> {
  return state === 'queued'
    ? database.query(
        `SELECT ${REPLY} FROM incoming_replies
         WHERE state = 'queued' OR (state = 'received' AND received_at < $1) ORDER BY received_at LIMIT 200`,
        [new Date(now.getTime() - UNAPPLIED_SECONDS * 1000)],
      )
    : database.query(`SELECT ${REPLY} FROM incoming_replies ORDER BY received_at DESC LIMIT 200`);
}

/** What became of a reply. */
export async function settleReply(
  tx: EntityManager,
  id: string,
  result: {
    state: 'applied' | 'queued' | 'settled';
    orderId?: string | null;
    why?: string;
    answer?: string;
    broadcastId?: string;
  },
): Promise<void> {
  await tx.query(
    `UPDATE incoming_replies SET state = $2, order_id = COALESCE($3, order_id), why = $4, answer = COALESCE($5, answer), broadcast_id = $6 WHERE id = $1`,
    [id, result.state, result.orderId ?? null, result.why ?? null, result.answer ?? null, result.broadcastId ?? null],
  );
}

/** Automatic answers to one phone in this many minutes; a phone that answers automatically itself would go on for ever. */
const ANSWERS = { most: 3, minutes: 10 } as const;

/** May this phone be answered once more? Its text waits for a human all the same. */
export async function mayAnswer(tx: EntityManager, phone: string, now: Date): Promise<boolean> {
  const [{ sent }] = await tx.query(
    `SELECT count(*)::int AS sent FROM outgoing_messages WHERE phone = $1 AND purpose = 'answer' AND due_at > $2`,
    [phone, new Date(now.getTime() - ANSWERS.minutes * 60_000)],
  );
  return sent < ANSWERS.most;
}
