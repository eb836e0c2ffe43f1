import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { Problem } from '../platform/problem.js';
import { ConfirmRead } from './confirm-read.js';
import { listDocuments, readDocument } from './document.queries.js';
import { EditDocuments } from './edit-documents.js';
import { askingTeam, refuseHidden } from './hold-document.js';
import { RemindReaders } from './remind-readers.js';

/** 工作方案与其他文件. */
@Controller()
export class DocumentsController {
  constructor(
    private readonly database: DataSource,
    private readonly editDocuments: EditDocuments,
    private readonly confirmRead: ConfirmRead,
    private readonly remindReaders: RemindReaders,
  ) {}

  @ApiRoute('listDocuments')
  async list(@Input() { query }: Received<Api['listDocuments']>, @By() actor: Actor) {
    refuseHidden(query.teamCode ?? null, actor);
    return {
      items: await listDocuments(this.database, { asking: askingTeam(actor), teamCode: query.teamCode ?? null }),
    };
  }

  @ApiRoute('getDocument')
  async get(@Input() { params }: Received<Api['getDocument']>, @By() actor: Actor) {
    const document = await readDocument(this.database, params.id, askingTeam(actor));
    if (!document) throw new Problem('not-found', { detail: '没有这份文件' });
    refuseHidden(document.teamCode, actor);
    return document;
  }

  @ApiRoute('addDocument')
  add(@Input() { body }: Received<Api['addDocument']>, @By() actor: Actor) {
    return this.editDocuments.add(body, actor);
  }

  @ApiRoute('addDocumentVersion')
  renew(@Input() { params, body }: Received<Api['addDocumentVersion']>, @By() actor: Actor) {
    return this.editDocuments.renew(params.id, body, actor);
  }

  @ApiRoute('retireDocument')
  retire(@Input() { params, body }: Received<Api['retireDocument']>, @By() actor: Actor) {
    return this.editDocuments.retire(params.id, body.reason, actor);
  }

  @ApiRoute('confirmRead')
  confirm(@Input() { params, body }: Received<Api['confirmRead']>, @By() actor: Actor) {
    return this.confirmRead.run(params.id, body.version, actor);
  }

  @ApiRoute('remindReaders')
  remind(@Input() { params }: Received<Api['remindReaders']>, @By() actor: Actor) {
    return this.remindReaders.run(params.id, actor);
  }
}
