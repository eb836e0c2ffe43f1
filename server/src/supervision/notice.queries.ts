import type { NoticeState, NoticeView } from '@liandong/shared/supervision';
import type { DataSource, EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';

const NOTICE = `
  SELECT n.id, n.number, n.state, n.obligation_id AS "obligationId", ob.kind, ob.due_at AS "missedDueAt",
         n.incident_id AS "incidentId", i.number AS "incidentNumber", n.order_id AS "orderId", o.code AS "orderCode",
         n.team_code AS "teamCode", n.addressee, n.demand, n.issued_at AS "issuedAt", n.issued_by AS "issuedBy",
         n.answer_due_at AS "answerDueAt", n.received_at AS "receivedAt", n.received_by AS "receivedBy", n.answer,
         n.answered_at AS "answeredAt", n.answered_by AS "answeredBy", n.closed_at AS "closedAt", n.closed_by AS "closedBy"
  FROM supervision_notices n JOIN obligations ob ON ob.id = n.obligation_id JOIN incidents i ON i.id = n.incident_id
  LEFT JOIN orders o ON o.id = n.order_id`;

export interface NoticeFilter {
  state: NoticeState | null;
  openOnly: boolean;
  teamCode: string | null;
  before: string | null;
  limit: number;
}

/** Newest first, `before` as cursor. `teamCode` null: all teams. */
export function listNotices(database: DataSource, filter: NoticeFilter): Promise<NoticeView[]> {
  return database.query(
    `${NOTICE} WHERE ($1::text IS NULL OR n.state = $1) AND (NOT $2 OR n.state <> 'closed') AND ($3::text IS NULL OR n.team_code = $3)
       AND ($4::uuid IS NULL OR (n.issued_at, n.id) < (SELECT b.issued_at, b.id FROM supervision_notices b WHERE b.id = $4))
     ORDER BY n.issued_at DESC, n.id DESC LIMIT $5`,
    [filter.state, filter.openOnly, filter.teamCode, filter.before, filter.limit],
  );
}

/** The notices about one incident, oldest first. */
export function noticesOf(database: DataSource | EntityManager, incidentId: string): Promise<NoticeView[]> {
  return database.query(`${NOTICE} WHERE n.incident_id = $1 ORDER BY n.issued_at, n.id`, [incidentId]);
}

export async function findNotice(tx: EntityManager, id: string): Promise<NoticeView | undefined> {
  const [notice] = await tx.query(`${NOTICE} WHERE n.id = $1`, [id]);
  return notice;
}

/** Lock one notice. @throws Problem not-found */
export async function lockNotice(tx: EntityManager, id: string): Promise<NoticeView> {
  const [locked] = await tx.query('SELECT 1 FROM supervision_notices WHERE id = $1 FOR UPDATE', [id]);
  if (!locked) throw new Problem('not-found', { detail: '没有这份督办通知' });
  return (await findNotice(tx, id))!;
}
