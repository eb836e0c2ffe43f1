import type { OrderView, TeamOrder } from '@liandong/shared/order';
import type { DataSource, EntityManager } from 'typeorm';
import { lonLatSql } from '../database/columns.js';
import { holdIncident, INCIDENT_JSON } from '../incidents/incident.queries.js';
import { OBLIGATION_JSON } from '../obligations/obligation.queries.js';
import { Problem } from '../platform/problem.js';
import { OPEN } from './order.entity.js';

/** SQL of one order as JSON in the shape of the contract; `o` is the row of `orders`, `t` its team. */
export const ORDER_JSON = `
  json_build_object(
    'id', o.id, 'code', o.code, 'incidentId', o.incident_id, 'teamCode', o.team_code, 'teamName', t.name,
    'teamShortName', t.short_name, 'status', o.status, 'task', o.task, 'issuedAt', o.issued_at, 'issuedBy', o.issued_by,
    'duty', o.duty,
    'deliveredAt', o.delivered_at, 'target', o.target, 'stamps', o.stamps, 'headcount', o.headcount,
    'etaMinutes', o.eta_minutes, 'endReason', o.end_reason, 'callKind', o.call_kind,
    'replaces', CASE WHEN o.replaces_id IS NOT NULL THEN
      (SELECT json_build_object('id', r.id, 'code', r.code, 'teamShortName', rt.short_name)
         FROM orders r JOIN teams rt ON rt.code = r.team_code WHERE r.id = o.replaces_id) END,
    'rebased', o.rebased, 'corrections', o.corrections,
    'obligations', (SELECT COALESCE(json_agg(${OBLIGATION_JSON} ORDER BY ob.id), '[]') FROM obligations ob WHERE ob.order_id = o.id))`;

export async function readOrders(tx: EntityManager | DataSource, ids: readonly string[]): Promise<OrderView[]> {
  const rows = await tx.query(
    `SELECT ${ORDER_JSON} AS "order" FROM orders o JOIN teams t ON t.code = o.team_code
     WHERE o.id = ANY($1) ORDER BY array_position($1::uuid[], o.id)`,
    [ids],
  );
  return rows.map((row: { order: OrderView }) => row.order);
}

/** All orders of an incident, in the order they were issued. */
export async function ordersOf(database: DataSource, incidentId: string): Promise<OrderView[]> {
  const rows = await database.query(
    `SELECT ${ORDER_JSON} AS "order" FROM orders o JOIN teams t ON t.code = o.team_code
     WHERE o.incident_id = $1 ORDER BY o.issued_at, o.id`,
    [incidentId],
  );
  return rows.map((row: { order: OrderView }) => row.order);
}

/** Orders with their incident and who else was called. `teamCode` null: all teams. Newest first, `before` as cursor. */
export async function listOrders(
  database: DataSource,
  filter: { teamCode: string | null; openOnly: boolean; before: string | null; limit: number },
): Promise<TeamOrder[]> {
  const rows = await database.query(
    `SELECT ${ORDER_JSON} AS "order", ${INCIDENT_JSON} AS incident,
            (SELECT COALESCE(json_agg(t2.short_name ORDER BY t2.sort_order), '[]') FROM orders o2 JOIN teams t2 ON t2.code = o2.team_code
              WHERE o2.incident_id = o.incident_id AND o2.id <> o.id AND o2.status <> 'recalled') AS companions
     FROM orders o JOIN teams t ON t.code = o.team_code JOIN incidents i ON i.id = o.incident_id
     WHERE ($1::text IS NULL OR o.team_code = $1) AND (NOT $2 OR o.${OPEN}) AND ($3::uuid IS NULL OR o.id < $3)
     ORDER BY o.id DESC LIMIT $4`,
    [filter.teamCode, filter.openOnly, filter.before, filter.limit],
  );
  return rows.map((row: { order: OrderView; incident: TeamOrder['incident']; companions: string[] }) => ({
    ...row.order,
    incident: row.incident,
    companions: row.companions,
  }));
}

export interface LockedOrder {
  id: string;
  code: number;
  incidentId: string;
  teamCode: string;
  status: OrderView['status'];
  stamps: OrderView['stamps'];
  corrections: OrderView['corrections'];
  target: OrderView['target'];
  rebased: OrderView['rebased'];
  issuedAt: Date;
}

/** Lock one order, its incident before it, against everybody else's reports. @throws Problem not-found */
export async function lockOrder(tx: EntityManager, id: string): Promise<LockedOrder> {
  const [known] = await tx.query('SELECT incident_id AS "incidentId" FROM orders WHERE id = $1', [id]);
  if (known) await holdIncident(tx, known.incidentId);
  const [row] = await tx.query(
    `SELECT id, code, incident_id AS "incidentId", team_code AS "teamCode", status, stamps, corrections, target, rebased,
            issued_at AS "issuedAt"
     FROM orders WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) throw new Problem('not-found', { detail: '没有这条指令' });
  return row;
}

/**
 * Open orders a phone may speak of: those of its owner's team, and those whose text or call went to it, whoever the register
 * says it belongs to. `drill`: only of drills, or only of real incidents; null: of both.
 */
export function openOrdersOf(
  tx: EntityManager,
  { phone, teamCode, drill }: { phone: string; teamCode: string | null; drill: boolean | null },
): Promise<{ id: string; code: number; teamCode: string }[]> {
  return tx.query(
    `SELECT o.id, o.code, o.team_code AS "teamCode" FROM orders o JOIN incidents i ON i.id = o.incident_id
     WHERE o.${OPEN} AND ($3::boolean IS NULL OR i.drill = $3)
       AND (o.team_code = $2 OR o.id IN (SELECT m.order_id FROM outgoing_messages m
                                         WHERE m.phone = $1 AND m.purpose = 'order' AND m.attempts > 0))
     ORDER BY o.code`,
    [phone, teamCode, drill],
  );
}

/** What a word to an order's team needs to know, whatever became of the order. */
export async function orderToTell(
  tx: EntityManager,
  id: string,
): Promise<Pick<LockedOrder, 'id' | 'code' | 'incidentId' | 'teamCode'> | undefined> {
  const [order] = await tx.query(
    'SELECT id, code, incident_id AS "incidentId", team_code AS "teamCode" FROM orders WHERE id = $1',
    [id],
  );
  return order;
}

/** A team's open order in one incident; null when there is none. */
export async function openOrderOf(tx: EntityManager, incidentId: string, teamCode: string): Promise<string | null> {
  const [row] = await tx.query(`SELECT id FROM orders WHERE incident_id = $1 AND team_code = $2 AND ${OPEN}`, [
    incidentId,
    teamCode,
  ]);
  return row?.id ?? null;
}

/** How many orders each team has in hand. */
export async function openOrderCounts(database: DataSource): Promise<Map<string, number>> {
  const rows = await database.query(
    `SELECT team_code, count(*)::int AS n FROM orders WHERE ${OPEN} GROUP BY team_code`,
  );
  return new Map(rows.map((row: { team_code: string; n: number }) => [row.team_code, row.n]));
}

export function readReports(database: DataSource, orderId: string) {
  return database.query(
    `SELECT id, kind, source, evidence, occurred_at AS "occurredAt", received_at AS "receivedAt", counts_at AS "countsAt", flag,
            effect, reported_by AS by, headcount, eta_minutes AS "etaMinutes", note,
            ${lonLatSql('location')} AS location
     FROM order_reports WHERE order_id = $1 ORDER BY received_at, id`,
    [orderId],
  );
}
