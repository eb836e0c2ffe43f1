import type { Api } from '@liandong/shared/api';
import type { OrderView } from '@liandong/shared/order';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReadMessages } from '../messages/message.queries.js';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { pageOf } from '../platform/page.js';
import { Problem } from '../platform/problem.js';
import { MarkReached } from './mark-reached.js';
import { listOrders, readOrders, readReports } from './order.queries.js';
import { readPaged } from './paged-people.js';
import { RecordReport } from './record-report.js';

/** One order: reading it, reporting on it. */
@Controller()
export class OrdersController {
  constructor(
    private readonly database: DataSource,
    private readonly record: RecordReport,
    private readonly markReached: MarkReached,
    private readonly messages: ReadMessages,
  ) {}

  @ApiRoute('listOrders')
  async list(@Input() { query }: Received<Api['listOrders']>, @By() actor: Actor) {
    const teamCode = actor.role === 'team' || query.mine === '1' ? (actor.teamCode ?? '') : null;
    const filter = { teamCode, openOnly: query.open === '1', before: query.cursor ?? null, limit: query.limit };
    const items = await listOrders(this.database, filter);
    return pageOf(items, query.limit, (row) => row.id);
  }

  @ApiRoute('getOrder')
  async get(@Input() { params }: Received<Api['getOrder']>, @By() actor: Actor) {
    const [order] = await readOrders(this.database, [params.id]);
    if (!order) throw new Problem('not-found', { detail: '没有这条指令' });
    if (actor.role === 'team' && order.teamCode !== actor.teamCode)
      throw new Problem('not-allowed', { detail: '这不是本队的指令' });
    return this.detail(order);
  }

  @ApiRoute('markReached')
  async reached(@Input() { params, body }: Received<Api['markReached']>, @By() actor: Actor) {
    await this.markReached.run(params.id, body.phone, actor);
    const [order] = await readOrders(this.database, [params.id]);
    return this.detail(order!);
  }

  private async detail(order: OrderView) {
    const [messages, reports, paged] = await Promise.all([
      this.messages.ladder(order.id),
      readReports(this.database, order.id),
      readPaged(this.database, order.id),
    ]);
    return { ...order, messages, reports, paged };
  }

  @ApiRoute('reportOnOrder')
  report(@Input() { params, body }: Received<Api['reportOnOrder']>, @By() actor: Actor) {
    return this.record.run(params.id, body, actor);
  }
}
