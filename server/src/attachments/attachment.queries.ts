import type { AttachmentType, AttachmentView } from '@liandong/shared/attachment';
import type { DataSource, EntityManager } from 'typeorm';
import { lonLatSql } from '../database/columns.js';
import { Problem } from '../platform/problem.js';

/** SQL of one attachment as JSON in the shape of the contract; `att` is the row of `attachments`. */
export const ATTACHMENT_JSON = `
  json_build_object(
    'id', att.id, 'name', att.name, 'mediaType', att.media_type, 'bytes', att.bytes, 'width', att.width, 'height', att.height,
    'location', ${lonLatSql('att.location')}, 'uploadedAt', att.uploaded_at, 'by', att.uploaded_by)`;

/** SQL of the attachments whose ids stand in an array column, in its order, as a JSON array. */
export const attachmentsSql = (ids: string): string =>
  `(SELECT COALESCE(json_agg(${ATTACHMENT_JSON} ORDER BY array_position(${ids}, att.id)), '[]') FROM attachments att WHERE att.id = ANY(${ids}))`;

/** The named attachments in their order; unknown ids are simply absent. */
export async function attachmentsOf(tx: EntityManager | DataSource, ids: readonly string[]): Promise<AttachmentView[]> {
  const [row] = await tx.query(`SELECT ${attachmentsSql('$1::uuid[]')} AS attachments`, [ids]);
  return row.attachments;
}

/** All of one incident, oldest first. */
export async function attachmentsOfIncident(
  tx: EntityManager | DataSource,
  incidentId: string,
): Promise<AttachmentView[]> {
  const rows = await tx.query(
    `SELECT ${ATTACHMENT_JSON} AS attachment FROM attachments att WHERE att.incident_id = $1 ORDER BY att.uploaded_at, att.id`,
    [incidentId],
  );
  return rows.map((row: { attachment: AttachmentView }) => row.attachment);
}

/** What somebody writes refers to these attachments. `path`: the field that names them. */
export interface Reference {
  ids: readonly string[];
  path: string;
  incidentId: string;
  orderId?: string;
  /** A team writes: it may refer to its own files only. */
  teamCode?: string | null;
}

/**
 * Each must exist and belong to the incident, or to the order it is about.
 * @throws Problem bad-request naming every wrong one as `path.index`
 */
export async function refuseForeign(
  tx: EntityManager,
  { ids, path, incidentId, orderId, teamCode }: Reference,
): Promise<void> {
  if (ids.length === 0) return;
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM attachments
     WHERE id = ANY($1) AND (incident_id = $2 OR order_id = $3) AND ($4::text IS NULL OR team_code = $4)`,
    [ids, incidentId, orderId ?? null, teamCode ?? null],
  );
  const own = new Set(rows.map((row) => row.id));
  const fields = ids.flatMap((id, index) =>
    own.has(id) ? [] : [{ path: `${path}.${index}`, message: '没有这个附件，或不属于本警情' }],
  );
  if (fields.length > 0) throw new Problem('bad-request', { fields });
}

/** What a download needs to know. */
export interface StoredFile {
  id: string;
  teamCode: string | null;
  document: boolean;
  name: string;
  mediaType: AttachmentType;
  sha256: string;
}

export async function findStoredFile(database: DataSource, id: string): Promise<StoredFile | null> {
  const [row] = await database.query(
    'SELECT id, team_code AS "teamCode", document, name, media_type AS "mediaType", sha256 FROM attachments WHERE id = $1',
    [id],
  );
  return row ?? null;
}

/**
 * A version of a document refers to this file: uploaded as one, for the same team or the county.
 * @throws Problem bad-request
 */
export async function refuseNoDocument(
  tx: EntityManager,
  { id, teamCode }: { id: string; teamCode: string | null },
): Promise<void> {
  const [file] = await tx.query(
    'SELECT 1 FROM attachments WHERE id = $1 AND document AND team_code IS NOT DISTINCT FROM $2',
    [id, teamCode],
  );
  if (!file) throw Problem.field('attachmentId', '没有这个附件，或不是这份文件的');
}
