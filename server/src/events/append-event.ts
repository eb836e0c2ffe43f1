import type { EntityManager } from 'typeorm';
import { insertTogether, type Rows, rowsOf } from '../database/insert-rows.js';
import type { Actor } from '../platform/actor.js';
import { EventRow } from './event-log.entity.js';

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

/** Events as rows of the log, for a use case that writes them together with its own rows. */
export function eventRows(events: readonly NewEvent[]): Rows {
  return rowsOf(
    EventRow,
    events.map(({ at, type, actor, incidentId, teamCode, payload }) => ({
      at,
      type,
      actorId: actor.accountId,
      actorName: actor.name,
      actorRole: actor.role,
      incidentId: incidentId ?? null,
      teamCode: teamCode ?? null,
      payload,
    })),
  );
}

/** Append to the log inside the transaction that made the change: both happen or neither. */
export async function appendEvents(tx: EntityManager, events: readonly NewEvent[]): Promise<void> {
  if (events.length > 0) await insertTogether(tx, [eventRows(events)]);
}

export const appendEvent = (tx: EntityManager, event: NewEvent): Promise<void> => appendEvents(tx, [event]);
