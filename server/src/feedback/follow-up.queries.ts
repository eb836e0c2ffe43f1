import type { FollowUpView } from '@liandong/shared/feedback';
import type { DataSource, EntityManager } from 'typeorm';
import { attachmentsSql } from '../attachments/attachment.queries.js';
import { isLate } from './follow-up.rules.js';

const FOLLOW_UP = `
  SELECT u.id, u.order_id AS "orderId", o.code AS "orderCode", o.incident_id AS "incidentId", i.number AS "incidentNumber",
         o.team_code AS "teamCode", t.short_name AS "teamShortName", u.what, u.unit, u.person, u.phone,
         u.due_date::text AS "dueDate", u.due_at AS "dueAt", u.state, u.proof, ${attachmentsSql('u.attachment_ids')} AS attachments,
         u.done_at AS "doneAt", u.done_by AS "doneBy"
  FROM follow_ups u JOIN orders o ON o.id = u.order_id JOIN teams t ON t.code = o.team_code
  JOIN incidents i ON i.id = o.incident_id`;

type Row = Omit<FollowUpView, 'late' | 'dueAt' | 'doneAt'> & { dueAt: Date; doneAt: Date | null };

const view = (row: Row, now: Date): FollowUpView => ({
  ...row,
  dueAt: row.dueAt.toISOString(),
  doneAt: row.doneAt?.toISOString() ?? null,
  late: isLate(row, now),
});

/** One follow-up; null when there is none. */
export async function readFollowUp(
  tx: EntityManager | DataSource,
  id: string,
  now: Date,
): Promise<FollowUpView | null> {
  const [row]: Row[] = await tx.query(`${FOLLOW_UP} WHERE u.id = $1`, [id]);
  return row ? view(row, now) : null;
}

/** Newest first, `before` as cursor. `teamCode` null: all teams. */
export async function listFollowUps(
  database: DataSource,
  filter: { state: 'open' | 'done' | null; teamCode: string | null; before: string | null; limit: number },
  now: Date,
): Promise<FollowUpView[]> {
  const rows: Row[] = await database.query(
    `${FOLLOW_UP}
     WHERE ($1::text IS NULL OR u.state = $1) AND ($2::text IS NULL OR o.team_code = $2) AND ($3::uuid IS NULL OR u.id < $3)
     ORDER BY u.id DESC LIMIT $4`,
    [filter.state, filter.teamCode, filter.before, filter.limit],
  );
  return rows.map((row) => view(row, now));
}
