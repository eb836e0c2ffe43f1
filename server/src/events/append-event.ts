import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/actor.js';

/**
 * One thing that happened, past tense (`order.acknowledged`).
 * `incidentId` and `teamCode` decide whose timeline and whose sockets see it; the payload is what the words need.
 */
export interface NewEvent {
  at: Date;
  type: string;
  actor: Actor;
  incidentId?: string | null;
  teamCode?: string | null;
  payload: Record<string, unknown>;
}

/** Append to the log inside the transaction that made the change: both happen or neither. */
export async function appendEvents(tx: EntityManager, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const column = <T>(pick: (event: NewEvent) => T): T[] => events.map(pick);
  await tx.query(
    `INSERT INTO event_log (at, type, actor_id, actor_name, actor_role, incident_id, team_code, payload)
     SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::jsonb[])`,
    [
      column((e) => e.at),
      column((e) => e.type),
      column((e) => e.actor.accountId),
      column((e) => e.actor.name),
      column((e) => e.actor.role),
      column((e) => e.incidentId ?? null),
      column((e) => e.teamCode ?? null),
      column((e) => JSON.stringify(e.payload)),
    ],
  );
}

export const appendEvent = (tx: EntityManager, event: NewEvent): Promise<void> => appendEvents(tx, [event]);
