import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readLadder } from '../messages/message.queries.js';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { pageOf } from '../platform/page.js';
import { Problem } from '../platform/problem.js';
import { listOrders, readOrders, readReports } from './order.queries.js';
import { RecordReport } from './record-report.js';

/** One order: reading it, reporting on it. */
@Controller()
export class OrdersController {
  constructor(
    private readonly database: DataSource,
    private readonly record: RecordReport,
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
    const [messages, reports] = await Promise.all([
      readLadder(this.database, order.id),
      readReports(this.database, order.id),
    ]);
    return { ...order, messages, reports };
  }

  @ApiRoute('reportOnOrder')
  report(@Input() { params, body }: Received<Api['reportOnOrder']>, @By() actor: Actor) {
    return this.record.run(params.id, body, actor);
  }
}
