import type { BoardRow, IncidentDetail } from '@liandong/shared/board';
import type { DataSource } from 'typeorm';
import { ORDER_JSON } from '../dispatch/order.queries.js';
import { INCIDENT_JSON } from '../incidents/incident.queries.js';
import { OBLIGATION_JSON } from '../obligations/obligation.queries.js';
import { Problem } from '../platform/problem.js';
import { aroundIncident } from './around-incident.queries.js';
import { OWED_STILL } from './owed.queries.js';

/** Calls of the incidents merged into this one, and into those: looked for only where there are any. */
const MERGED_CALLS = `
  CASE WHEN EXISTS (SELECT 1 FROM incidents m WHERE m.merged_into_id = i.id) THEN
    (SELECT count(*)::int FROM calls c WHERE c.incident_id IN (
       WITH RECURSIVE family AS (
         SELECT m.id FROM incidents m WHERE m.merged_into_id = i.id
         UNION SELECT m.id FROM incidents m JOIN family f ON m.merged_into_id = f.id)
       SELECT id FROM family)) ELSE 0 END`;

/** The queue's row: one incident with its orders and all their clocks, built where the data is, in one go. */
const BOARD_ROW = `
  SELECT i.id, ${INCIDENT_JSON} AS incident,
         (SELECT count(*)::int FROM calls c WHERE c.incident_id = i.id) + ${MERGED_CALLS} AS calls,
         (SELECT COALESCE(json_agg(${ORDER_JSON} ORDER BY o.issued_at, o.id), '[]')
            FROM orders o JOIN teams t ON t.code = o.team_code WHERE o.incident_id = i.id) AS orders,
         (SELECT count(*)::int FROM incoming_replies r JOIN orders o ON o.id = r.order_id
           WHERE o.incident_id = i.id AND r.state = 'queued') AS "openReplies",
         (SELECT COALESCE(json_agg(${OBLIGATION_JSON} ORDER BY ob.due_at, ob.id), '[]') FROM obligations ob
           WHERE ob.incident_id = i.id AND ob.order_id IS NULL AND ${OWED_STILL}) AS owed,
         i.status = 'transferred' AND EXISTS (SELECT FROM referrals rf
           WHERE rf.incident_id = i.id AND rf.received_at IS NULL) AS "awaitsReceipt"
  FROM incidents i`;

type Row = { id: string; incident: BoardRow } & Pick<
  BoardRow,
  'calls' | 'orders' | 'openReplies' | 'owed' | 'awaitsReceipt'
>;
const boardRow = ({ id: _, incident, ...more }: Row): BoardRow => ({ ...incident, ...more });

export interface BoardFilter {
  status?: string;
  severity?: string;
  q?: string;
  from?: string;
  to?: string;
  cursor?: string;
  limit: number;
}

/** Newest first; `cursor` is the id of the last row before. */
export async function listBoard(database: DataSource, filter: BoardFilter): Promise<BoardRow[]> {
  const words = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows: Row[] = await database.query(
    `${BOARD_ROW}
     WHERE ($1::text IS NULL OR i.status = $1) AND ($2::text IS NULL OR i.severity = $2)
       AND ($3::text IS NULL OR i.narrative ILIKE $3 OR i.number ILIKE $3 OR i.place_text ILIKE $3)
       AND ($4::timestamptz IS NULL OR i.received_at >= $4) AND ($5::timestamptz IS NULL OR i.received_at < $5)
       AND ($6::uuid IS NULL OR i.id < $6)
     ORDER BY i.id DESC LIMIT $7`,
    [
      filter.status ?? null,
      filter.severity ?? null,
      words,
      filter.from ?? null,
      filter.to ?? null,
      filter.cursor ?? null,
      filter.limit,
    ],
  );
  return rows.map(boardRow);
}

/** The rows of some incidents as they are now: what the live feed carries. */
export async function boardRows(database: DataSource, ids: readonly string[]): Promise<BoardRow[]> {
  const rows: Row[] = await database.query(`${BOARD_ROW} WHERE i.id = ANY($1)`, [ids]);
  return rows.map(boardRow);
}

/** Everything about one incident. @throws Problem not-found */
export async function incidentDetail(database: DataSource, id: string): Promise<IncidentDetail> {
  const [row] = await boardRows(database, [id]);
  if (!row) throw new Problem('not-found', { detail: '没有这起警情' });
  const { openReplies: _, owed: __, awaitsReceipt: ___, ...incident } = row;
  return {
    ...incident,
    ...(await aroundIncident(database, id)),
  };
}
