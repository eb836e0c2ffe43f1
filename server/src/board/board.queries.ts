import type { BoardRow, IncidentDetail } from '@liandong/shared/board';
import type { DataSource } from 'typeorm';
import { OPEN } from '../dispatch/order.entity.js';
import { ORDER_JSON } from '../dispatch/order.queries.js';
import { INCIDENT_JSON } from '../incidents/incident.queries.js';
import { OBLIGATION_JSON } from '../obligations/obligation.queries.js';
import { Problem } from '../platform/problem.js';
import { SETTINGS } from '../settings/settings.table.js';
import { aroundIncident } from './around-incident.queries.js';
import { OWED_STILL } from './owed.queries.js';

/** Orders whose people come or are there. */
const COMING = `o.status IN ('acknowledged', 'mustered', 'en_route', 'on_scene')`;

/** Calls of the incidents merged into this one, and into those: looked for only where there are any. */
const MERGED_CALLS = `
  CASE WHEN EXISTS (SELECT 1 FROM incidents m WHERE m.merged_into_id = i.id) THEN
    (SELECT count(*)::int FROM calls c WHERE c.incident_id IN (
       WITH RECURSIVE family AS (
         SELECT m.id FROM incidents m WHERE m.merged_into_id = i.id
         UNION SELECT m.id FROM incidents m JOIN family f ON m.merged_into_id = f.id)
       SELECT id FROM family)) ELSE 0 END`;

/** Strength the plan asked for when the orders went out, against what teams promised while any is under way; null without a number. */
const STRENGTH = `
  (SELECT json_build_object('required', s.required, 'promised', s.promised, 'silent', s.silent,
            'checkAt', i.first_issued_at + make_interval(secs => COALESCE(
              (SELECT value FROM settings WHERE key = 'strengthCheckSeconds'), ${SETTINGS.strengthCheckSeconds.value})))
     FROM (
       SELECT max((o.plan->>'requiredStrength')::int) FILTER (WHERE o.status <> 'recalled') AS required,
               COALESCE(sum(o.headcount) FILTER (WHERE ${COMING}), 0)::int AS promised,
              count(*) FILTER (WHERE o.${OPEN} AND (o.headcount IS NULL OR NOT ${COMING}))::int AS silent,
              count(*) FILTER (WHERE o.${OPEN}) AS running
         FROM orders o WHERE o.incident_id = i.id) s
    WHERE s.required IS NOT NULL AND s.running > 0)`;

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
         CASE WHEN i.status = 'open' AND i.first_issued_at IS NOT NULL THEN ${STRENGTH} END AS strength,
         i.status = 'transferred' AND EXISTS (SELECT FROM referrals rf
           WHERE rf.incident_id = i.id AND rf.received_at IS NULL) AS "awaitsReceipt"
  FROM incidents i`;

type Row = { id: string; incident: BoardRow } & Pick<
  BoardRow,
  'calls' | 'orders' | 'openReplies' | 'owed' | 'awaitsReceipt' | 'strength'
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
  const { openReplies: _, owed: __, awaitsReceipt: ___, strength: ____, ...incident } = row;
  return {
    ...incident,
    ...(await aroundIncident(database, id)),
  };
}
