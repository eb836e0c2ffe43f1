import type { IncidentView } from '@liandong/shared/incident';
import type { DataSource, EntityManager } from 'typeorm';
import { lonLatSql } from '../database/columns.js';
import { Problem } from '../platform/problem.js';

/** SQL of one incident as JSON in the shape of the contract; `i` is the row of `incidents`. */
export const INCIDENT_JSON = `
  json_build_object(
    'id', i.id, 'number', i.number, 'status', i.status, 'severity', i.severity, 'narrative', i.narrative,
    'type', (SELECT json_build_object('code', ty.code, 'name', ty.name, 'incidentClass', ty.incident_class)
               FROM incident_types ty WHERE ty.code = i.type_code),
    'placeText', i.place_text, 'townshipCode', i.township_code,
    'townshipName', (SELECT ts.name FROM townships ts WHERE ts.code = i.township_code),
    'location', ${lonLatSql('i.location')},
    'warnings', i.warnings, 'drill', i.drill, 'channel', i.channel, 'receivedAt', i.received_at,
    'firstIssuedAt', i.first_issued_at, 'closedAt', i.closed_at, 'endReason', i.end_reason,
    'sceneCommand', i.scene_command, 'sceneCommander', i.scene_commander, 'leadTeamCode', i.lead_team_code,
    'major', i.marked_major OR i.severity IN ('I', 'II'), 'markedMajor', i.marked_major,
    'mergedInto', CASE WHEN i.merged_into_id IS NOT NULL THEN
      (SELECT json_build_object('id', m.id, 'number', m.number) FROM incidents m WHERE m.id = i.merged_into_id) END,
    'originTeamCode', i.origin_team_code, 'centreTookAt', i.centre_took_at)`;

const OVER: Record<string, string> = {
  closed: '警情已结案',
  invalid: '警情已判为无效',
  merged: '警情已并入另一起',
  transferred: '警情已分流',
};

/** One incident. @throws Problem not-found */
export async function readIncident(tx: EntityManager | DataSource, id: string): Promise<IncidentView> {
  const [row] = await tx.query(`SELECT ${INCIDENT_JSON} AS incident FROM incidents i WHERE i.id = $1`, [id]);
  if (!row) throw new Problem('not-found', { detail: '没有这起警情' });
  return row.incident;
}

/**
 * What is written about one incident and its orders is written one after another: whoever writes holds the incident first,
 * then the order, so that nobody waits in a circle. @throws Problem not-found
 */
export async function holdIncident(tx: EntityManager, id: string): Promise<void> {
  const [held] = await tx.query('SELECT 1 FROM incidents WHERE id = $1 FOR UPDATE', [id]);
  if (!held) throw new Problem('not-found', { detail: '没有这起警情' });
}

/** Lock an incident against others who command it at the same time, whatever became of it. @throws Problem not-found */
export async function lockIncident(tx: EntityManager, id: string): Promise<IncidentView> {
  await holdIncident(tx, id);
  return readIncident(tx, id);
}

/** The same for what only an open incident can do. @throws Problem not-found, wrong-state when it is over */
export async function lockOpenIncident(tx: EntityManager, id: string): Promise<IncidentView> {
  const incident = await lockIncident(tx, id);
  if (incident.status !== 'open')
    throw new Problem('wrong-state', { state: incident.status, detail: OVER[incident.status] });
  return incident;
}

/** What this phone reported before, newest first. */
export function callerHistory(database: DataSource, phone: string) {
  return database.query(
    `SELECT i.id AS "incidentId", i.number, c.narrative, c.received_at AS "receivedAt"
     FROM calls c JOIN incidents i ON i.id = c.incident_id WHERE c.caller_phone = $1 ORDER BY c.received_at DESC LIMIT 5`,
    [phone],
  );
}
