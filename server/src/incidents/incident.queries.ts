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
    'firstIssuedAt', i.first_issued_at, 'closedAt', i.closed_at, 'endReason', i.end_reason, 'sceneCommand', i.scene_command)`;

/** One incident. @throws Problem not-found */
export async function readIncident(tx: EntityManager | DataSource, id: string): Promise<IncidentView> {
  const [row] = await tx.query(`SELECT ${INCIDENT_JSON} AS incident FROM incidents i WHERE i.id = $1`, [id]);
  if (!row) throw new Problem('not-found', { detail: '没有这起警情' });
  return row.incident;
}

/** Lock an incident against others who command it at the same time. @throws Problem not-found, wrong-state when it is over */
export async function lockOpenIncident(tx: EntityManager, id: string): Promise<IncidentView> {
  const [locked] = await tx.query('SELECT status FROM incidents WHERE id = $1 FOR UPDATE', [id]);
  if (!locked) throw new Problem('not-found', { detail: '没有这起警情' });
  if (locked.status !== 'open') {
    throw new Problem('wrong-state', {
      state: locked.status,
      detail: locked.status === 'closed' ? '警情已结案' : '警情已判为无效',
    });
  }
  return readIncident(tx, id);
}

/** What this phone reported before, newest first. */
export function callerHistory(database: DataSource, phone: string) {
  return database.query(
    `SELECT i.id AS "incidentId", i.number, c.narrative, c.received_at AS "receivedAt"
     FROM calls c JOIN incidents i ON i.id = c.incident_id WHERE c.caller_phone = $1 ORDER BY c.received_at DESC LIMIT 5`,
    [phone],
  );
}
