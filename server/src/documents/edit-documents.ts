import type { AddDocument, AddDocumentVersion, DocumentDetail } from '@liandong/shared/document';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refuseNoDocument } from '../attachments/attachment.queries.js';
import { insertTogether, rowsOf } from '../database/insert-rows.js';
import { isDuplicate, Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { Document, DocumentVersion } from './document.entity.js';
import { lockDocument, readDocument } from './document.queries.js';
import { askingTeam, holdDocument, refuseForeign } from './hold-document.js';

interface NewVersion {
  documentId: string;
  version: number;
  teamCode: string | null;
  attachmentId: string;
  note: string;
}

/** Documents and their versions: a new one keeps the old, and has to be read anew. */
@Injectable()
export class EditDocuments {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-allowed, bad-request (a file that is no document of theirs). The same clientId is one document. */
  add({ clientId: id, attachmentId, note, ...wanted }: AddDocument, actor: Actor): Promise<DocumentDetail> {
    refuseForeign(wanted.teamCode, actor);
    return this.write(async (tx) => {
      const known = await lockDocument(tx, id);
      if (known) {
        refuseForeign(known.teamCode, actor);
        return this.view(tx, id, actor);
      }
      const at = this.clock.now();
      const document = { id, ...wanted, version: 1, createdAt: at, createdBy: actor.name };
      const version = { documentId: id, version: 1, teamCode: wanted.teamCode, attachmentId, note };
      await this.addVersion(tx, version, { title: wanted.title, document, actor });
      return this.view(tx, id, actor);
    });
  }

  /** @throws Problem not-found, not-allowed, bad-request, wrong-state (retired, or another version was quicker) */
  renew(id: string, { attachmentId, note, baseVersion }: AddDocumentVersion, actor: Actor): Promise<DocumentDetail> {
    return this.write(async (tx) => {
      const { teamCode, title, version } = await holdDocument(tx, id);
      refuseForeign(teamCode, actor);
      if (await isVersionOf(tx, id, attachmentId)) return this.view(tx, id, actor);
      if (version !== baseVersion)
        throw new Problem('wrong-state', { state: `v${version}`, detail: `已有第${version}版，请先看过再传新版` });
      const next = { documentId: id, version: version + 1, teamCode, attachmentId, note };
      await this.addVersion(tx, next, { title, document: null, actor });
      await tx.update(Document, { id }, { version: version + 1, remindedAt: null });
      return this.view(tx, id, actor);
    });
  }

  /** @throws Problem not-found, not-allowed, wrong-state (retired already) */
  retire(id: string, reason: string, actor: Actor): Promise<DocumentDetail> {
    return this.transactions.run(async (tx) => {
      const { teamCode, title, version } = await holdDocument(tx, id);
      refuseForeign(teamCode, actor);
      const at = this.clock.now();
      await tx.update(Document, { id }, { retiredAt: at });
      const payload = { documentId: id, title, version, reason };
      await appendEvent(tx, { at, type: 'document.retired', actor, teamCode, payload });
      return this.view(tx, id, actor);
    });
  }

  /** A file stands for one version only. */
  private async write(work: (tx: EntityManager) => Promise<DocumentDetail>): Promise<DocumentDetail> {
    try {
      return await this.transactions.run(work);
    } catch (error) {
      if (!isDuplicate(error, 'document_versions_attachment')) throw error;
      throw Problem.field('attachmentId', '这个附件已是另一份文件的版本');
    }
  }

  private async addVersion(
    tx: EntityManager,
    { teamCode, ...version }: NewVersion,
    { title, document, actor }: { title: string; document: Partial<Document> | null; actor: Actor },
  ): Promise<void> {
    await refuseNoDocument(tx, { id: version.attachmentId, teamCode });
    const at = this.clock.now();
    const row = { ...version, uploadedAt: at, uploadedBy: actor.name };
    await insertTogether(tx, [...(document ? [rowsOf(Document, [document])] : []), rowsOf(DocumentVersion, [row])]);
    await appendEvent(tx, {
      at,
      type: document ? 'document.added' : 'document.renewed',
      actor,
      teamCode,
      payload: { ...version, title, kind: document?.kind ?? null },
    });
  }

  private async view(tx: EntityManager, id: string, actor: Actor): Promise<DocumentDetail> {
    return (await readDocument(tx, id, askingTeam(actor)))!;
  }
}

async function isVersionOf(tx: EntityManager, documentId: string, attachmentId: string): Promise<boolean> {
  const [row] = await tx.query('SELECT 1 FROM document_versions WHERE document_id = $1 AND attachment_id = $2', [
    documentId,
    attachmentId,
  ]);
  return row !== undefined;
}
