import type { BroadcastView } from '@liandong/shared/broadcast';
import type { DataSource, EntityManager } from 'typeorm';

const VIEW = `
  SELECT b.id, b.text, b.groups_text AS "groupsText", b.drill, b.created_at AS "createdAt", b.created_by AS "createdBy",
         b.numbers, c.waiting, c.sent, c.delivered, c.undelivered, c.failed,
         (SELECT count(*)::int FROM incoming_replies r WHERE r.broadcast_id = b.id) AS replies
  FROM broadcasts b CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state IN ('queued', 'sending'))::int AS waiting,
           count(*) FILTER (WHERE state = 'sent')::int AS sent,
           count(*) FILTER (WHERE state = 'delivered')::int AS delivered,
           count(*) FILTER (WHERE state = 'undelivered')::int AS undelivered,
           count(*) FILTER (WHERE state IN ('failed', 'cancelled'))::int AS failed
    FROM outgoing_messages m WHERE m.broadcast_id = b.id) c`;

/** Broadcasts with their receipts counted, newest first, from before that one on. */
export function listBroadcasts(
  database: DataSource | EntityManager,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<BroadcastView[]> {
  return database.query(`${VIEW} WHERE $1::uuid IS NULL OR b.id < $1 ORDER BY b.id DESC LIMIT $2`, [
    cursor ?? null,
    limit,
  ]);
}

export async function readBroadcast(tx: EntityManager | DataSource, id: string): Promise<BroadcastView> {
  const [view] = await tx.query(`${VIEW} WHERE b.id = $1`, [id]);
  return view;
}

/** A text counts as the answer to a broadcast for so long. */
const ANSWERED_WITHIN_DAYS = 3;

/** The newest broadcast this phone got lately; null when there is none. */
export async function broadcastOf(tx: EntityManager, phone: string, now: Date): Promise<string | null> {
  const [row] = await tx.query(
    `SELECT broadcast_id AS id FROM outgoing_messages
     WHERE phone = $1 AND broadcast_id IS NOT NULL AND sent_at > $2 ORDER BY sent_at DESC, id DESC LIMIT 1`,
    [phone, new Date(now.getTime() - ANSWERED_WITHIN_DAYS * 86_400_000)],
  );
  return row?.id ?? null;
}
