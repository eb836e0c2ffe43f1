import type { IncidentDetail } from '@liandong/shared/board';
import type { CallView } from '@liandong/shared/incident';
import type { DataSource } from 'typeorm';

/** SQL of one call as JSON in the shape of the contract; `c` is the row of `calls`. */
export const CALL_JSON = `
  json_build_object(
    'id', c.id, 'number', c.number, 'channel', c.channel, 'callerPhone', c.caller_phone, 'callerName', c.caller_name,
    'narrative', c.narrative, 'placeText', c.place_text, 'receivedAt', c.received_at, 'takenBy', c.taken_by)`;

/** An incident and all that were merged into it, and into those. */
const FAMILY = `
  WITH RECURSIVE family AS (
    SELECT id FROM incidents WHERE id = $1
    UNION SELECT i.id FROM incidents i JOIN family f ON i.merged_into_id = f.id)`;

/** Every call about one event, also those of merged incidents, each under its own number. */
export async function readCalls(database: DataSource, incidentId: string): Promise<CallView[]> {
  const rows: { call: CallView }[] = await database.query(
    `${FAMILY} SELECT ${CALL_JSON} AS call FROM calls c JOIN family f ON f.id = c.incident_id ORDER BY c.received_at, c.id`,
    [incidentId],
  );
  return rows.map((row) => row.call);
}

/** The incidents merged into this one. */
export function readMerged(database: DataSource, incidentId: string): Promise<IncidentDetail['merged']> {
  return database.query(
    `${FAMILY} SELECT i.id, i.number, i.narrative, i.received_at AS "receivedAt"
     FROM incidents i JOIN family f ON f.id = i.id WHERE i.id <> $1 ORDER BY i.received_at`,
    [incidentId],
  );
}
