import type { ObligationKind, ObligationView } from '@liandong/shared/obligation';
import type { EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';
import { OWING } from './owing.sql.js';

/** SQL of one obligation as JSON in the shape of the contract; `ob` is the row of `obligations`. */
export const OBLIGATION_JSON = `
  json_build_object(
    'id', ob.id, 'kind', ob.kind, 'stage', ob.stage, 'orderId', ob.order_id, 'incidentId', ob.incident_id,
    'teamCode', ob.team_code, 'owedBy', ob.owed_by, 'startedAt', ob.started_at, 'dueAt', ob.due_at, 'state', ob.state,
    'metAt', ob.met_at, 'waivedCode', ob.waived_code, 'waivedReason', ob.waived_reason, 'waivedBy', ob.waived_by,
    'chases', ob.chases, 'givenUp', ob.given_up, 'basis', ob.basis)`;

/** Is this still to be done, in time or late? */
export async function isOwing(tx: EntityManager, id: string): Promise<boolean> {
  const [row] = await tx.query(`SELECT 1 FROM obligations WHERE id = $1 AND ${OWING}`, [id]);
  return row !== undefined;
}

/** Is anything of this kind still to be done for an incident? */
export async function owes(tx: EntityManager, incidentId: string, kind: ObligationKind): Promise<boolean> {
  const [row] = await tx.query(`SELECT 1 FROM obligations WHERE incident_id = $1 AND kind = $2 AND ${OWING} LIMIT 1`, [
    incidentId,
    kind,
  ]);
  return row !== undefined;
}

/** Which incident it is about: that is held before it. @throws Problem not-found */
export async function incidentOwing(tx: EntityManager, id: string): Promise<string> {
  const [row] = await tx.query('SELECT incident_id AS "incidentId" FROM obligations WHERE id = $1', [id]);
  if (!row) throw new Problem('not-found', { detail: '没有这项应办' });
  return row.incidentId;
}

/** The follow-up or notice an obligation is about; null when it is the order's or the incident's own. */
export async function subjectOf(tx: EntityManager, id: string): Promise<string | null> {
  const [row] = await tx.query('SELECT subject_id AS "subjectId" FROM obligations WHERE id = $1', [id]);
  return row?.subjectId ?? null;
}

/** Which stages of a kind are still to be done for an incident. */
export async function stagesOwing(tx: EntityManager, incidentId: string, kind: ObligationKind): Promise<string[]> {
  const rows: { stage: string }[] = await tx.query(
    `SELECT stage FROM obligations WHERE incident_id = $1 AND kind = $2 AND ${OWING}`,
    [incidentId, kind],
  );
  return rows.map((row) => row.stage);
}

/** Lock one obligation; null when there is none. */
export async function lockObligation(tx: EntityManager, id: string): Promise<ObligationView | null> {
  const [row] = await tx.query(
    `SELECT ${OBLIGATION_JSON} AS owed FROM obligations ob WHERE ob.id = $1 FOR UPDATE OF ob`,
    [id],
  );
  return row?.owed ?? null;
}
