import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { pageOf } from '../platform/page.js';
import { ReadLines } from './lines/line.queries.js';
import { TestLine } from './lines/test-line.js';
import { UseLine } from './lines/use-line.js';
import { ReadMessages } from './message.queries.js';
import { PhoneFlags } from './replies/phone-flags.js';

/** What was sent, by which line, how it went. */
@Controller()
export class MessagesController {
  constructor(
    private readonly messages: ReadMessages,
    private readonly lines: ReadLines,
    private readonly use: UseLine,
    private readonly test: TestLine,
    private readonly flags: PhoneFlags,
  ) {}

  @ApiRoute('listMessages')
  async list(@Input() { query }: Received<Api['listMessages']>) {
    return pageOf(await this.messages.list(query), query.limit, (row) => row.id);
  }

  @ApiRoute('messageHealth')
  health() {
    return this.lines.health();
  }

  @ApiRoute('messageCounts')
  counts(@Input() { query }: Received<Api['messageCounts']>) {
    return this.lines.counts(query.from, query.to);
  }

  @ApiRoute('getMessage')
  get(@Input() { params }: Received<Api['getMessage']>) {
    return this.messages.detail(params.id);
  }

  @ApiRoute('useLine')
  useLine(@Input() { params, body }: Received<Api['useLine']>, @By() actor: Actor) {
    return this.use.run(params.line, body, actor);
  }

  @ApiRoute('testLine')
  testLine(@Input() { params, body }: Received<Api['testLine']>, @By() actor: Actor) {
    return this.test.run(params.line, body, actor);
  }

  @ApiRoute('listPhoneFlags')
  async listFlags() {
    return { items: await this.flags.list() };
  }

  @ApiRoute('clearPhoneFlag')
  async clearFlag(@Input() { params, body }: Received<Api['clearPhoneFlag']>, @By() actor: Actor) {
    await this.flags.clear(params.phone, body, actor);
    return { done: true as const };
  }
}
