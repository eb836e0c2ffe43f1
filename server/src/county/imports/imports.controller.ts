import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config.js';
import type { Actor } from '../../platform/actor.js';
import { ApiRoute, By, Input } from '../../platform/api-route.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { FileBody, type Upload } from '../../platform/upload.js';
import { ApplyImport } from './apply-import.js';
import { ExportCounty } from './export-county.js';
import { listChanges } from './import-changes.js';
import { listImports, readImportView } from './imports.queries.js';
import { PreviewImport } from './preview-import.js';

@Controller()
export class ImportsController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly previewImport: PreviewImport,
    private readonly applyImport: ApplyImport,
    private readonly exportCounty: ExportCounty,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiRoute('countyTemplate')
  async template(@Res() reply: FastifyReply): Promise<void> {
    void reply.headers(workbookHeaders('建县模板.xlsx')).send(await this.exportCounty.template());
  }

  @ApiRoute('exportCounty')
  async export(@By() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { name, bytes } = await this.exportCounty.run(actor);
    void reply.headers(workbookHeaders(name)).send(bytes);
  }

  @ApiRoute('previewImport')
  preview(@Input() { query }: Received<Api['previewImport']>, @FileBody() file: Upload, @By() actor: Actor) {
    return this.previewImport.run(query, file, actor);
  }

  @ApiRoute('listImports')
  async list() {
    return { items: await listImports(this.database) };
  }

  @ApiRoute('getImport')
  async get(@Input() { params }: Received<Api['getImport']>) {
    const view = await readImportView(this.database, params.id, this.clock.now());
    if (!view) throw new Problem('not-found', { detail: '没有这次导入' });
    return view;
  }

  @ApiRoute('listImportChanges')
  changes(@Input() { params, query }: Received<Api['listImportChanges']>) {
    return listChanges(this.database, params.id, query, this.config.COUNTY_TZ);
  }

  @ApiRoute('applyImport')
  apply(@Input() { params }: Received<Api['applyImport']>, @By() actor: Actor) {
    return this.applyImport.run(params.id, actor);
  }
}

/** The people of a county: saved, never kept by anything between. */
const workbookHeaders = (name: string) => ({
  'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});
