import { z } from 'zod';
import { AttachmentView } from './attachment.js';
import { ClientId, Id, Instant, TeamCode } from './basics.js';

/** 工作方案, 预案文本, 通讯录, 其他. */
export const DOCUMENT_KINDS = ['plan', 'contingency', 'directory', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DocumentVersionView = z.object({
  version: z.number().int(),
  note: z.string(),
  uploadedAt: Instant,
  uploadedBy: z.string(),
  file: AttachmentView,
});

/**
 * A document of a team, or of the county for all teams (`teamCode` null). `read`: teams that confirmed the current version,
 * of `readers` that have to; `readAt`: the asking team's own receipt, null where it has not read it or no team asks.
 */
export const DocumentRow = z.object({
  id: Id,
  teamCode: z.string().nullable(),
  teamName: z.string().nullable(),
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  version: z.number().int(),
  note: z.string(),
  uploadedAt: Instant,
  uploadedBy: z.string(),
  file: AttachmentView,
  readers: z.number().int(),
  read: z.number().int(),
  readAt: Instant.nullable(),
  remindedAt: Instant.nullable(),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

/** Whether a team has read the current version, and which one it read last. */
export const DocumentReader = z.object({
  teamCode: z.string(),
  teamName: z.string(),
  readAt: Instant.nullable(),
  readBy: z.string().nullable(),
  lastVersion: z.number().int().nullable(),
});

/** A document with its versions, newest first. `receipts`: empty for a team, which sees its own `readAt`. */
export const DocumentDetail = DocumentRow.extend({
  versions: z.array(DocumentVersionView),
  receipts: z.array(DocumentReader),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

/** The file is uploaded first (`POST /api/attachments?document=1`), then referred to. */
export const AddDocument = z.object({
  teamCode: TeamCode.nullable(),
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string().trim().min(2, '请写标题').max(80),
  attachmentId: Id,
  note: z.string().trim().max(200).default(''),
  clientId: ClientId,
});
export type AddDocument = z.infer<typeof AddDocument>;

/** `baseVersion`: the version it follows; another one by now is refused. The file's id makes the same request twice one version. */
export const AddDocumentVersion = z.object({
  attachmentId: Id,
  note: z.string().trim().max(200).default(''),
  baseVersion: z.number().int().min(1),
});
export type AddDocumentVersion = z.infer<typeof AddDocumentVersion>;

/** 已阅: the version that was read. */
export const ConfirmRead = z.object({ version: z.number().int().min(1) });
