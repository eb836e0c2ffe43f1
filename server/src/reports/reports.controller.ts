import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiRoute, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { measuredOrders, responseTimes } from './response-times.queries.js';

const DEFAULT_DAYS = 30;

@Controller()
export class ReportsController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  @ApiRoute('responseTimes')
  times(@Input() { query }: Received<Api['responseTimes']>) {
    return responseTimes(this.database, { ...query, ...this.period(query) });
  }

  @ApiRoute('measuredOrders')
  async orders(@Input() { query }: Received<Api['measuredOrders']>) {
    return { items: await measuredOrders(this.database, { ...query, ...this.period(query) }, query) };
  }

  /** Half-open [from, to); without one, the last thirty days up to now. */
  private period({ from, to }: { from?: string; to?: string }): { from: string; to: string } {
    const end = to ?? new Date(this.clock.now().getTime() + 1).toISOString();
    const start = from ?? new Date(Date.parse(end) - DEFAULT_DAYS * 86_400_000).toISOString();
    return { from: start, to: end };
  }
}
