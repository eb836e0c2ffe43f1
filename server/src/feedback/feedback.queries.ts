import type { FeedbackRow, FeedbackState, FeedbackView } from '@liandong/shared/feedback';
import type { DataSource, EntityManager } from 'typeorm';
import { attachmentsSql } from '../attachments/attachment.queries.js';

/** The order was at the scene and has ended: its form is owed. */
const OWES_FORM = `o.status = 'cleared' AND o.stamps ? 'on_scene'`;

/** Every order has a form, also before anybody wrote a word; `dueAt` is the newest limit for it. */
const ROW = `
  o.id AS "orderId", o.code AS "orderCode", o.incident_id AS "incidentId", i.number AS "incidentNumber", ty.name AS "typeName",
  i.place_text AS "placeText", o.team_code AS "teamCode", t.short_name AS "teamShortName",
  COALESCE(f.state, 'draft') AS state, COALESCE(f.version, 0) AS version,
  (SELECT ob.due_at FROM obligations ob WHERE ob.order_id = o.id AND ob.kind = 'feedback'
    ORDER BY ob.started_at DESC, ob.id DESC LIMIT 1) AS "dueAt",
  f.submitted_at AS "submittedAt", f.decided_at AS "decidedAt", f.decided_by AS "decidedBy", f.comment`;
const FROM = `
  FROM orders o JOIN teams t ON t.code = o.team_code JOIN incidents i ON i.id = o.incident_id
  LEFT JOIN incident_types ty ON ty.code = i.type_code LEFT JOIN feedback_forms f ON f.order_id = o.id`;

const ATTACHED = `ARRAY(SELECT jsonb_array_elements_text(f.content -> 'attachmentIds')::uuid)`;

/** The form of one order with all its versions; null when there is no such order. */
export async function readFeedback(tx: EntityManager | DataSource, orderId: string): Promise<FeedbackView | null> {
  const [row] = await tx.query(
    `SELECT ${ROW}, COALESCE(f.content, '{}') AS content, ${attachmentsSql(ATTACHED)} AS attachments,
            (SELECT COALESCE(json_agg(json_build_object('version', v.version, 'action', v.action, 'at', v.at, 'by', v.by,
                      'comment', v.comment, 'content', v.content) ORDER BY v.id), '[]')
               FROM feedback_versions v WHERE v.order_id = o.id) AS versions
     ${FROM} WHERE o.id = $1`,
    [orderId],
  );
  return row ?? null;
}

/** Which forms a list shows. `due`: owed and not yet submitted. A form nobody began counts once it is owed. */
const SHOWN: Record<FeedbackState | 'due' | 'all', string> = {
  all: `(f.order_id IS NOT NULL OR (${OWES_FORM}))`,
  due: `${OWES_FORM} AND (f.state IS NULL OR f.state IN ('draft', 'returned'))`,
  draft: `(f.state = 'draft' OR (f.state IS NULL AND ${OWES_FORM}))`,
  submitted: `f.state = 'submitted'`,
  returned: `f.state = 'returned'`,
  accepted: `f.state = 'accepted'`,
};

/** Newest order first, `before` as cursor. `teamCode` null: all teams. */
export function listFeedback(
  database: DataSource,
  filter: { state: keyof typeof SHOWN; teamCode: string | null; before: string | null; limit: number },
): Promise<FeedbackRow[]> {
  return database.query(
    `SELECT ${ROW} ${FROM}
     WHERE ${SHOWN[filter.state]} AND ($1::text IS NULL OR o.team_code = $1) AND ($2::uuid IS NULL OR o.id < $2)
     ORDER BY o.id DESC LIMIT $3`,
    [filter.teamCode, filter.before, filter.limit],
  );
}

/** The forms of one incident's orders, for whoever shows the incident. */
export function feedbackOf(
  database: DataSource | EntityManager,
  incidentId: string,
): Promise<Pick<FeedbackRow, 'orderId' | 'teamShortName' | 'state' | 'version'>[]> {
  return database.query(
    `SELECT o.id AS "orderId", t.short_name AS "teamShortName", COALESCE(f.state, 'draft') AS state, COALESCE(f.version, 0) AS version
     ${FROM} WHERE o.incident_id = $1 AND ${SHOWN.all} ORDER BY o.issued_at, o.id`,
    [incidentId],
  );
}
