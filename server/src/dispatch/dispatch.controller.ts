import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { EndIncidents } from './end-incidents.js';
import { IssueOrders } from './issue-orders.js';
import { RecommendTeams } from './recommend-teams.js';
import { SettleReply } from './settle-reply.js';

/** Commanding an incident. */
@Controller()
export class DispatchController {
  constructor(
    private readonly recommend: RecommendTeams,
    private readonly issueOrders: IssueOrders,
    private readonly ends: EndIncidents,
    private readonly settleReply: SettleReply,
  ) {}

  @ApiRoute('recommendTeams')
  async recommendations(@Input() { params }: Received<Api['recommendTeams']>) {
    return { items: await this.recommend.run(params.id) };
  }

  @ApiRoute('issueOrders')
  async issue(@Input() { params, body }: Received<Api['issueOrders']>, @By() actor: Actor) {
    return { orders: await this.issueOrders.run(params.id, body, actor) };
  }

  @ApiRoute('closeIncident')
  close(@Input() { params, body }: Received<Api['closeIncident']>, @By() actor: Actor) {
    return this.ends.close(params.id, body, actor);
  }

  @ApiRoute('invalidateIncident')
  invalidate(@Input() { params, body }: Received<Api['invalidateIncident']>, @By() actor: Actor) {
    return this.ends.invalidate(params.id, body, actor);
  }

  @ApiRoute('settleReply')
  settle(@Input() { params, body }: Received<Api['settleReply']>, @By() actor: Actor) {
    return this.settleReply.run(params.id, body, actor);
  }
}
