import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { IssueOrders } from './issue-orders.js';
import { RecommendTeams } from './recommend-teams.js';
import { RetireTeam } from './retire-team.js';
import { SettleReply } from './settle-reply.js';
import { TakeOnHotline } from './take-on-hotline.js';
import { TransferCommand } from './transfer-command.js';

/** Commanding an incident. */
@Controller()
export class DispatchController {
  constructor(
    private readonly recommend: RecommendTeams,
    private readonly issueOrders: IssueOrders,
    private readonly command: TransferCommand,
    private readonly takeOnHotline: TakeOnHotline,
    private readonly settleReply: SettleReply,
    private readonly retireTeam: RetireTeam,
  ) {}

  @ApiRoute('recommendTeams')
  recommendations(@Input() { params }: Received<Api['recommendTeams']>) {
    return this.recommend.run(params.id);
  }

  @ApiRoute('issueOrders')
  async issue(@Input() { params, body }: Received<Api['issueOrders']>, @By() actor: Actor) {
    return { orders: await this.issueOrders.run(params.id, body, actor) };
  }

  @ApiRoute('previewRetirement')
  previewRetirement(@Input() { params }: Received<Api['previewRetirement']>) {
    return this.retireTeam.preview(params.code);
  }

  @ApiRoute('retireTeam')
  retire(@Input() { params, body }: Received<Api['retireTeam']>, @By() actor: Actor) {
    return this.retireTeam.run(params.code, body.reason, actor);
  }

  @ApiRoute('transferCommand')
  transfer(@Input() { params, body }: Received<Api['transferCommand']>, @By() actor: Actor) {
    return this.command.run(params.id, body, actor);
  }

  @ApiRoute('takeCommand')
  take(@Input() { params }: Received<Api['takeCommand']>, @By() actor: Actor) {
    return this.command.take(params.id, actor);
  }

  @ApiRoute('takeOnHotline')
  hotline(@Input() { body }: Received<Api['takeOnHotline']>, @By() actor: Actor) {
    return this.takeOnHotline.run(body, actor);
  }

  @ApiRoute('settleReply')
  settle(@Input() { params, body }: Received<Api['settleReply']>, @By() actor: Actor) {
    return this.settleReply.run(params.id, body, actor);
  }
}
