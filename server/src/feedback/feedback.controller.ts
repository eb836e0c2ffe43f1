import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { pageOf } from '../platform/page.js';
import { Problem } from '../platform/problem.js';
import { AcceptFeedback } from './accept-feedback.js';
import { listFeedback, readFeedback } from './feedback.queries.js';
import { ownTeam } from './hold-form.js';
import { ReturnFeedback } from './return-feedback.js';
import { SaveFeedback } from './save-feedback.js';
import { SubmitFeedback } from './submit-feedback.js';

/** 反馈单 of an order: writing, handing in, judging. */
@Controller()
export class FeedbackController {
  constructor(
    private readonly database: DataSource,
    private readonly saveFeedback: SaveFeedback,
    private readonly submitFeedback: SubmitFeedback,
    private readonly returnFeedback: ReturnFeedback,
    private readonly acceptFeedback: AcceptFeedback,
  ) {}

  @ApiRoute('listFeedback')
  async list(@Input() { query }: Received<Api['listFeedback']>, @By() actor: Actor) {
    const items = await listFeedback(this.database, {
      state: query.state ?? 'all',
      teamCode: ownTeam(actor),
      before: query.cursor ?? null,
      limit: query.limit,
    });
    return pageOf(items, query.limit, (row) => row.orderId);
  }

  @ApiRoute('getFeedback')
  async get(@Input() { params }: Received<Api['getFeedback']>, @By() actor: Actor) {
    const form = await readFeedback(this.database, params.id);
    if (!form) throw new Problem('not-found', { detail: '没有这条指令' });
    if (actor.role === 'team' && form.teamCode !== actor.teamCode)
      throw new Problem('not-allowed', { detail: '这不是本队的指令' });
    return form;
  }

  @ApiRoute('saveFeedback')
  save(@Input() { params, body }: Received<Api['saveFeedback']>, @By() actor: Actor) {
    return this.saveFeedback.run(params.id, body, actor);
  }

  @ApiRoute('submitFeedback')
  submit(@Input() { params, body }: Received<Api['submitFeedback']>, @By() actor: Actor) {
    return this.submitFeedback.run(params.id, body.clientId, actor);
  }

  @ApiRoute('returnFeedback')
  return(@Input() { params, body }: Received<Api['returnFeedback']>, @By() actor: Actor) {
    return this.returnFeedback.run(params.id, body, actor);
  }

  @ApiRoute('acceptFeedback')
  accept(@Input() { params, body }: Received<Api['acceptFeedback']>, @By() actor: Actor) {
    return this.acceptFeedback.run(params.id, body, actor);
  }
}
