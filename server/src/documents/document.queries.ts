import type { DocumentDetail, DocumentRow } from '@liandong/shared/document';
import type { DataSource, EntityManager } from 'typeorm';
import { ATTACHMENT_JSON } from '../attachments/attachment.queries.js';

/** Teams that have to read it: its own, or all of the county. */
const READERS = 't.retired_at IS NULL AND (d.team_code IS NULL OR t.code = d.team_code)';

/** `$1`: the team that asks, null for the centre. */
const ROW = `
  SELECT d.id, d.team_code AS "teamCode",
         (SELECT short_name FROM teams own WHERE own.code = d.team_code) AS "teamName",
         d.kind, d.title, d.version, v.note, v.uploaded_at AS "uploadedAt", v.uploaded_by AS "uploadedBy",
         ${ATTACHMENT_JSON} AS file, d.reminded_at AS "remindedAt",
         (SELECT count(*)::int FROM teams t WHERE ${READERS}) AS readers,
         (SELECT count(*)::int FROM teams t JOIN document_reads r ON r.team_code = t.code
           WHERE ${READERS} AND r.document_id = d.id AND r.version = d.version) AS read,
         (SELECT r.read_at FROM document_reads r
           WHERE r.document_id = d.id AND r.version = d.version AND r.team_code = $1) AS "readAt"
  FROM documents d JOIN document_versions v ON v.document_id = d.id AND v.version = d.version
  JOIN attachments att ON att.id = v.attachment_id`;

/** Those in force: of the county, then team by team. A team sees the county's and its own. */
export function listDocuments(
  tx: DataSource | EntityManager,
  { asking, teamCode }: { asking: string | null; teamCode: string | null },
): Promise<DocumentRow[]> {
  return tx.query(
    `${ROW} WHERE d.retired_at IS NULL AND ($1::text IS NULL OR d.team_code IS NULL OR d.team_code = $1)
       AND ($2::text IS NULL OR d.team_code = $2)
     ORDER BY (SELECT sort_order FROM teams own WHERE own.code = d.team_code) NULLS FIRST, d.kind, d.title, d.id`,
    [asking, teamCode],
  );
}

/** One document with its versions; who has read it is the centre's to see. */
export async function readDocument(
  tx: DataSource | EntityManager,
  id: string,
  asking: string | null,
): Promise<DocumentDetail | null> {
  const [row] = await tx.query(`${ROW} WHERE d.id = $2`, [asking, id]);
  if (!row) return null;
  const versions = await tx.query(
    `SELECT v.version, v.note, v.uploaded_at AS "uploadedAt", v.uploaded_by AS "uploadedBy", ${ATTACHMENT_JSON} AS file
     FROM document_versions v JOIN attachments att ON att.id = v.attachment_id
     WHERE v.document_id = $1 ORDER BY v.version DESC`,
    [id],
  );
  return { ...row, versions, receipts: asking === null ? await receiptsOf(tx, id) : [] };
}

/** Every team that has to read it, those that have not first. */
export function receiptsOf(tx: DataSource | EntityManager, id: string): Promise<DocumentDetail['receipts']> {
  return tx.query(
    `SELECT t.code AS "teamCode", t.short_name AS "teamName", r.read_at AS "readAt", r.read_by AS "readBy",
            (SELECT max(version) FROM document_reads old WHERE old.document_id = d.id AND old.team_code = t.code) AS "lastVersion"
     FROM documents d JOIN teams t ON ${READERS}
     LEFT JOIN document_reads r ON r.document_id = d.id AND r.version = d.version AND r.team_code = t.code
     WHERE d.id = $1 ORDER BY r.read_at IS NOT NULL, t.sort_order`,
    [id],
  );
}

export interface LockedDocument {
  id: string;
  teamCode: string | null;
  title: string;
  version: number;
  remindedAt: Date | null;
  retiredAt: Date | null;
}

export async function lockDocument(tx: EntityManager, id: string): Promise<LockedDocument | null> {
  const [row] = await tx.query(
    `SELECT id, team_code AS "teamCode", title, version, reminded_at AS "remindedAt", retired_at AS "retiredAt"
     FROM documents WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}
