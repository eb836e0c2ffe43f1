import type { DataSource, EntityManager } from 'typeorm';
import { type ChainedEvent, chainHash } from './chain.rules.js';
import { EVENT_COLUMNS, type SealedEvent } from './event-log.queries.js';

/**
 * Give the next committed events their positions and hashes, in order of id, at most `limit`.
 * The chain's one row is locked meanwhile, so nodes seal one after the other.
 * @returns what was sealed; nothing when nothing waits
 */
export async function sealEvents(database: DataSource, limit: number): Promise<SealedEvent[]> {
  const waiting = await database.query('SELECT 1 FROM event_log WHERE position IS NULL LIMIT 1');
  if (waiting.length === 0) return [];
  return database.transaction(async (tx) => {
    const [end] = await tx.query('SELECT position, hash FROM event_chain WHERE id = 1 FOR UPDATE');
    const events: (ChainedEvent & Pick<SealedEvent, 'payload'>)[] = await tx.query(
      `SELECT ${EVENT_COLUMNS} FROM event_log WHERE position IS NULL ORDER BY id LIMIT $1`,
      [limit],
    );
    let position = Number(end.position);
    let previousHash: string = end.hash;
    const sealed = events.map((event) => {
      position += 1;
      const link = { ...event, position, previousHash, hash: chainHash(previousHash, position, event) };
      previousHash = link.hash;
      return link;
    });
    if (sealed.length > 0) await write(tx, sealed);
    return sealed;
  });
}

/** The links and the new end of the chain in one trip. */
async function write(tx: EntityManager, sealed: readonly SealedEvent[]): Promise<void> {
  const end = sealed.at(-1)!;
  await tx.query(
    `WITH linked AS (
       UPDATE event_log e SET position = link.position, previous_hash = link.previous_hash, hash = link.hash
       FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[]) AS link(id, position, previous_hash, hash)
       WHERE e.id = link.id)
     UPDATE event_chain SET position = $5, hash = $6 WHERE id = 1`,
    [
      sealed.map((link) => link.id),
      sealed.map((link) => link.position),
      sealed.map((link) => link.previousHash),
      sealed.map((link) => link.hash),
      end.position,
      end.hash,
    ],
  );
}
