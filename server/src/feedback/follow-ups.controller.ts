import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { pageOf } from '../platform/page.js';
import { CompleteFollowUp } from './complete-follow-up.js';
import { listFollowUps } from './follow-up.queries.js';
import { ownTeam } from './hold-form.js';

@Controller()
export class FollowUpsController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly completeFollowUp: CompleteFollowUp,
  ) {}

  @ApiRoute('listFollowUps')
  async list(@Input() { query }: Received<Api['listFollowUps']>, @By() actor: Actor) {
    const filter = {
      state: query.state ?? null,
      teamCode: ownTeam(actor),
      before: query.cursor ?? null,
      limit: query.limit,
    };
    const items = await listFollowUps(this.database, filter, this.clock.now());
    return pageOf(items, query.limit, (row) => row.id);
  }

  @ApiRoute('completeFollowUp')
  complete(@Input() { params, body }: Received<Api['completeFollowUp']>, @By() actor: Actor) {
    return this.completeFollowUp.run(params.id, body, actor);
  }
}
