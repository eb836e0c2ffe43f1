import type { LiveEvent } from '@liandong/shared/realtime';
import type { DataSource, EntityManager } from 'typeorm';
import { type ChainedEvent, chainHash } from './chain.rules.js';

/** The columns of the log as code names them. */
export const EVENT_COLUMNS = `id, at, type, actor_id AS "actorId", actor_name AS "actorName", actor_role AS "actorRole",
  incident_id AS "incidentId", team_code AS "teamCode", payload, position, previous_hash AS "previousHash", hash`;

export interface SealedEvent extends ChainedEvent {
  position: number;
  payload: Record<string, unknown>;
  previousHash: string;
  hash: string;
}

const sealed = (row: SealedEvent): SealedEvent => ({ ...row, position: Number(row.position) });

/** Sealed events after a position, in order. */
export async function readEvents(
  database: DataSource | EntityManager,
  after: number,
  limit: number,
): Promise<SealedEvent[]> {
  const rows: SealedEvent[] = await database.query(
    `SELECT ${EVENT_COLUMNS} FROM event_log WHERE position > $1 ORDER BY position LIMIT $2`,
    [after, limit],
  );
  return rows.map(sealed);
}

export async function readTimeline(database: DataSource, incidentId: string): Promise<SealedEvent[]> {
  const rows: SealedEvent[] = await database.query(
    `SELECT ${EVENT_COLUMNS} FROM event_log WHERE incident_id = $1 AND position IS NOT NULL ORDER BY position DESC LIMIT 500`,
    [incidentId],
  );
  return rows.map(sealed);
}

/** The position of the newest sealed event; 0 when there is none. */
export async function lastPosition(database: DataSource | EntityManager): Promise<number> {
  const [row] = await database.query('SELECT position FROM event_chain WHERE id = 1');
  return Number(row.position);
}

/** How an event leaves the house. */
export const liveEvent = (event: SealedEvent): LiveEvent => ({
  position: event.position,
  at: event.at.toISOString(),
  type: event.type,
  actor: event.actorName,
  incidentId: event.incidentId,
  teamCode: event.teamCode,
  payload: event.payload,
});

/** Walk the whole chain. `firstBroken`: the first position whose hash or place does not fit. */
export async function verifyChain(
  database: DataSource,
): Promise<{ valid: boolean; checked: number; firstBroken: number | null }> {
  // Read first: what is sealed during the walk is no fault of the chain.
  const last = await lastPosition(database);
  let previous = '';
  let expected = 1;
  for (;;) {
    const events = await readEvents(database, expected - 1, 1000);
    for (const event of events) {
      const fits = event.position === expected && event.hash === chainHash(previous, expected, event);
      if (!fits) return { valid: false, checked: expected - 1, firstBroken: expected };
      previous = event.hash;
      expected += 1;
    }
    if (events.length < 1000) break;
  }
  const valid = expected - 1 >= last;
  return { valid, checked: expected - 1, firstBroken: valid ? null : expected };
}
