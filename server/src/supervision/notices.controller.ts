import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { pageOf } from '../platform/page.js';
import { AnswerNotices } from './answer-notices.js';
import { IssueNotice } from './issue-notice.js';
import { listNotices } from './notice.queries.js';

/** 督办通知: issuing, receiving, answering, closing. */
@Controller()
export class NoticesController {
  constructor(
    private readonly database: DataSource,
    private readonly notices: IssueNotice,
    private readonly answers: AnswerNotices,
  ) {}

  @ApiRoute('issueNotice')
  issue(@Input() { params, body }: Received<Api['issueNotice']>, @By() actor: Actor) {
    return this.notices.run(params.id, body, actor);
  }

  @ApiRoute('listNotices')
  async list(@Input() { query }: Received<Api['listNotices']>, @By() actor: Actor) {
    const items = await listNotices(this.database, {
      state: query.state ?? null,
      openOnly: query.open === '1',
      teamCode: actor.role === 'team' ? (actor.teamCode ?? '') : null,
      before: query.cursor ?? null,
      limit: query.limit,
    });
    return pageOf(items, query.limit, (row) => row.id);
  }

  @ApiRoute('receiveNotice')
  receive(@Input() { params }: Received<Api['receiveNotice']>, @By() actor: Actor) {
    return this.answers.receive(params.id, actor);
  }

  @ApiRoute('answerNotice')
  answer(@Input() { params, body }: Received<Api['answerNotice']>, @By() actor: Actor) {
    return this.answers.answer(params.id, body.answer, actor);
  }

  @ApiRoute('closeNotice')
  close(@Input() { params }: Received<Api['closeNotice']>, @By() actor: Actor) {
    return this.answers.close(params.id, actor);
  }
}
