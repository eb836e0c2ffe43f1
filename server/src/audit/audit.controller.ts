import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { liveEvent, readEvents, verifyChain } from '../events/event-log.queries.js';
import { ApiRoute, Input } from '../platform/api-route.js';

@Controller()
export class AuditController {
  constructor(private readonly database: DataSource) {}

  @ApiRoute('readTrail')
  async trail(@Input() { query }: Received<Api['readTrail']>) {
    return { items: (await readEvents(this.database, query.after, query.limit)).map(liveEvent) };
  }

  @ApiRoute('verifyTrail')
  verify() {
    return verifyChain(this.database);
  }
}
