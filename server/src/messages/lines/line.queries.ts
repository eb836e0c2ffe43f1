import type { LineName, LineView, MessageCounts, MessageHealth } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { readSettings } from '../../settings/settings.queries.js';
import { readCode } from '../sending.rules.js';
import { alarmsOf } from './alarms.rules.js';
import type { Health } from './health.rules.js';
import type { Line } from './line.js';
import { LineBook } from './line-book.js';
import { readQueue } from './queue.queries.js';

type Hour = Pick<LineView, 'sent' | 'delivered' | 'failed'>;
const NONE: Hour = { sent: 0, delivered: 0, failed: 0 };

/** How the lines stand, what waits, what was sent and what it cost. */
@Injectable()
export class ReadLines {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly book: LineBook,
  ) {}

  async health(): Promise<MessageHealth> {
    const now = this.clock.now();
    const { queueAlarmSeconds } = await readSettings(this.database);
    const { oldestUrgentDueAt, ...queue } = await readQueue(this.database, now, queueAlarmSeconds);
    const lines = await this.lines();
    return {
      lines,
      ...queue,
      oldestUrgentDueAt: oldestUrgentDueAt?.toISOString() ?? null,
      alarms: alarmsOf(lines, queue),
    };
  }

  async lines(): Promise<LineView[]> {
    const health = await this.book.health(this.database);
    const rows: ({ line: LineName } & Hour)[] = await this.database.query(
      `SELECT line, count(*) FILTER (WHERE state IN ('accepted', 'delivered', 'undelivered'))::int AS sent,
              count(*) FILTER (WHERE state = 'delivered')::int AS delivered,
              count(*) FILTER (WHERE state IN ('undelivered', 'refused', 'unsure'))::int AS failed
       FROM message_attempts WHERE at > $1 GROUP BY line`,
      [new Date(this.clock.now().getTime() - 3_600_000)],
    );
    const hours = new Map(rows.map(({ line, ...hour }) => [line, hour]));
    return this.book.lines.map((line) => lineView(line, health.get(line.name)!, hours.get(line.name) ?? NONE));
  }

  async counts(from: string, to: string): Promise<MessageCounts> {
    const { smsPartPriceFen, callPriceFen } = await readSettings(this.database);
    const rows: Omit<MessageCounts['lines'][number], 'costFen'>[] = await this.database.query(
      `SELECT a.line, count(*)::int AS attempts,
              count(*) FILTER (WHERE a.state = 'delivered')::int AS delivered,
              count(*) FILTER (WHERE a.state = 'undelivered')::int AS undelivered,
              count(*) FILTER (WHERE a.state = 'refused')::int AS refused,
              count(*) FILTER (WHERE a.state IN ('unsure', 'under_way'))::int AS unsure,
              COALESCE(sum(COALESCE(a.parts, CASE WHEN m.channel <> 'sms' THEN 1 WHEN length(m.text) <= 70 THEN 1
                ELSE ceil(length(m.text) / 67.0) END)) FILTER (WHERE a.state IN ('accepted', 'delivered', 'undelivered')), 0)::int AS parts
       FROM message_attempts a JOIN outgoing_messages m ON m.id = a.message_id
       WHERE a.at >= $1 AND a.at < $2 GROUP BY a.line ORDER BY a.line`,
      [from, to],
    );
    const price = (line: LineName): number => {
      if (line === 'push-app' || line.startsWith('practice-')) return 0;
      return line.endsWith('-voice') ? callPriceFen : smsPartPriceFen;
    };
    return { lines: rows.map((row) => ({ ...row, costFen: row.parts * price(row.line) })) };
  }
}

const lineView = ({ name, channel, facts }: Line, health: Health, hour: Hour): LineView => ({
  name,
  channel,
  title: facts.title,
  state: health.state,
  since: health.since?.toISOString() ?? null,
  code: health.code,
  explanation: health.code ? readCode(facts, health.code).words : null,
  lastGoodAt: health.lastGoodAt?.toISOString() ?? null,
  ...hour,
});
