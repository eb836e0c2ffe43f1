import { createHash } from 'node:crypto';
import { ATTACHMENT_TYPES, type AttachmentType, type AttachmentView } from '@liandong/shared/attachment';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { toPoint } from '../database/columns.js';
import { insertRows } from '../database/insert-rows.js';
import { isDuplicate, Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { readUpload, type Upload } from '../platform/upload.js';
import { Attachment } from './attachment.entity.js';
import { attachmentsOf } from './attachment.queries.js';
import { bareType, plainName, trueType } from './attachment.rules.js';
import { FILE_STORE, type FileStore } from './file-store.js';
import { type CleanPicture, cleanPicture } from './picture.js';
import { findSubject, type Subject, type UploadQuery } from './upload-subject.js';

interface Checked extends Partial<Omit<CleanPicture, 'bytes'>> {
  bytes: Buffer;
  mediaType: AttachmentType;
}

/**
 * A file is taken: checked by what it is, pictures painted anew, the bytes stored, and only then the row. A stop in between
 * leaves a file nobody knows of, never a row without its file.
 */
@Injectable()
export class UploadAttachment {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** @throws Problem not-found, not-allowed, bad-request, unknown-media, too-large; then nothing was kept */
  async run(query: UploadQuery, upload: Upload, actor: Actor): Promise<AttachmentView> {
    const subject = await findSubject(this.database, query, actor);
    const known = await this.findKnown(query.clientId, subject, actor);
    if (known) return known;
    const file = await checkFile(upload);
    const id = query.clientId;
    await this.store.put(id, file.bytes, file.mediaType);
    try {
      return await this.transactions.run((tx) => this.write(tx, { id, query, subject, file, actor }));
    } catch (error) {
      // The same upload twice at the same moment: the other one was first.
      const first = isDuplicate(error, 'attachments_id') && (await this.findKnown(id, subject, actor));
      if (first) return first;
      throw error;
    }
  }

  private async write(
    tx: EntityManager,
    {
      id,
      query,
      subject,
      file,
      actor,
    }: { id: string; query: UploadQuery; subject: Subject; file: Checked; actor: Actor },
  ): Promise<AttachmentView> {
    const now = this.clock.now();
    const { bytes, mediaType, width, height, location } = file;
    const name = plainName(query.name);
    const attachment = {
      ...subject,
      id,
      name,
      mediaType,
      bytes: bytes.length,
      width: width ?? null,
      height: height ?? null,
      location: query.keepLocation && location ? toPoint(location) : null,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      uploadedBy: actor.name,
      uploadedById: actor.accountId!,
      uploadedAt: now,
    };
    await insertRows(tx, Attachment, [attachment]);
    await appendEvent(tx, {
      at: now,
      type: 'attachment.added',
      actor,
      incidentId: subject.incidentId,
      teamCode: subject.teamCode,
      payload: { attachmentId: id, orderId: subject.orderId, name, mediaType },
    });
    const [view] = await attachmentsOf(tx, [id]);
    return view!;
  }

  /** This very upload, taken before. @throws Problem bad-request when its id belongs to another one */
  private async findKnown(clientId: string, subject: Subject, actor: Actor): Promise<AttachmentView | null> {
    const [known] = await this.database.query(
      `SELECT incident_id IS NOT DISTINCT FROM $2::uuid AND order_id IS NOT DISTINCT FROM $3::uuid
              AND uploaded_by_id = $4 AND document = $5 AND (NOT document OR team_code IS NOT DISTINCT FROM $6) AS same
       FROM attachments WHERE id = $1`,
      [clientId, subject.incidentId, subject.orderId, actor.accountId, subject.document, subject.teamCode],
    );
    if (!known) return null;
    if (!known.same) throw Problem.field('clientId', '这个编号已用于另一个附件');
    const [view] = await attachmentsOf(this.database, [clientId]);
    return view!;
  }
}

/** The bytes as they will be stored. @throws Problem unknown-media, too-large, bad-request */
async function checkFile({ mediaType: declared, body }: Upload): Promise<Checked> {
  const mediaType = bareType(declared) as AttachmentType;
  const kind = ATTACHMENT_TYPES[mediaType];
  if (!kind) throw new Problem('unknown-media');
  const bytes = await readUpload(body, kind.maxBytes);
  if (bytes.length === 0) throw Problem.field('body', '文件是空的');
  if (trueType(bytes) !== mediaType)
    throw new Problem('unknown-media', {
      detail: '文件内容与所称类型不符',
      advice: '请上传 JPEG、PNG、WebP 图片或 PDF',
    });
  if (mediaType === 'application/pdf') return { bytes, mediaType };
  return { mediaType, ...(await cleanPicture(bytes, mediaType)) };
}
