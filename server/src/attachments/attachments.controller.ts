import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller, Headers, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { Problem } from '../platform/problem.js';
import { FileBody, type Upload } from '../platform/upload.js';
import { findStoredFile, type StoredFile } from './attachment.queries.js';
import { disposition } from './attachment.rules.js';
import { FILE_STORE, type FileStore } from './file-store.js';
import { UploadAttachment } from './upload-attachment.js';

@Controller()
export class AttachmentsController {
  constructor(
    private readonly database: DataSource,
    private readonly uploadAttachment: UploadAttachment,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  @ApiRoute('uploadAttachment')
  upload(@Input() { query }: Received<Api['uploadAttachment']>, @FileBody() file: Upload, @By() actor: Actor) {
    return this.uploadAttachment.run(query, file, actor);
  }

  @ApiRoute('getAttachment')
  async download(
    @Input() { params }: Received<Api['getAttachment']>,
    @By() actor: Actor,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await findStoredFile(this.database, params.id);
    if (!file) throw new Problem('not-found', { detail: '没有这个附件' });
    const forAll = file.document && file.teamCode === null;
    if (actor.role === 'team' && file.teamCode !== actor.teamCode && !forAll)
      throw new Problem('not-allowed', { detail: '这不是本队指令的附件' });
    const headers = fileHeaders(file);
    if (known === headers.etag) return void reply.status(304).headers(headers).send();
    const bytes = await this.store.get(file.id);
    if (!bytes) throw new Problem('not-found', { detail: '附件的文件不在存储中，请联系管理员' });
    void reply.headers(headers).send(bytes);
  }
}

/** A file of a stranger's phone: shown or saved, never run, and asked for again each time since rights may change. */
const fileHeaders = ({ name, mediaType, sha256 }: StoredFile) => ({
  'content-type': mediaType,
  'content-disposition': disposition(name, mediaType),
  'content-security-policy': `default-src 'none'; sandbox`,
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-cache',
  etag: `"${sha256}"`,
});
