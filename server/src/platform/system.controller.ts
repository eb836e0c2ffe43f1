import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller, Get, Header, HttpCode, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { ApiRoute, Input } from './api-route.js';
import { Clock } from './clock.js';
import { CommitSignal } from './commit-signal.js';
import { docsPage } from './docs-page.js';
import { metricsText } from './metrics.queries.js';
import { openApiDocument } from './openapi.js';
import { Problem } from './problem.js';

/** What operators and programs ask of the system itself. */
@Controller()
export class SystemController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly signal: CommitSignal,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('healthz')
  healthz() {
    return { alive: true };
  }

  @Get('readyz')
  @HttpCode(200)
  async readyz(@Res({ passthrough: true }) reply: FastifyReply) {
    const ready = await this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    if (!ready) reply.status(503);
    return { ready };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return metricsText(this.database, this.clock.now());
  }

  @Get('api/openapi.json')
  openapi() {
    return openApiDocument(this.config.COUNTY_NAME);
  }

  @Get('api/docs')
  @Header('content-type', 'text/html; charset=utf-8')
  docs(): string {
    return docsPage(this.config.COUNTY_NAME);
  }

  /** Only with TEST_CLOCK=1; otherwise the path does not exist. */
  @ApiRoute('setTestClock')
  setClock(@Input() { body }: Received<Api['setTestClock']>) {
    if (!this.config.TEST_CLOCK) throw new Problem('not-found');
    this.clock.set(body.now === null ? null : new Date(body.now), body.frozen);
    this.signal.wakeAll();
    return { now: this.clock.now().toISOString() };
  }
}
