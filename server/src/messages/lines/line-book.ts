import type { Channel, LineName } from '@liandong/shared/message';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config.js';
import { leaveWork } from '../../database/transaction.js';
import type { LineNow } from './choose-line.rules.js';
import { type Health, NEW_LINE } from './health.rules.js';
import { type Line, MESSAGE_LINES } from './line.js';

const HEALTH = `SELECT name, state, since, failures, refusals, probe_at AS "probeAt", last_good_at AS "lastGoodAt", code FROM message_lines`;

/** The lines of this process, how they stand in the whole county, and how much each still takes now. */
@Injectable()
export class LineBook {
  private readonly used = new Map<LineName, { window: number; count: number }>();

  constructor(
    @Inject(MESSAGE_LINES) readonly lines: readonly Line[],
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  find(name: LineName): Line | undefined {
    return this.lines.find((line) => line.name === name);
  }

  has(channel: Channel): boolean {
    return this.lines.some((line) => line.channel === channel);
  }

  /** Which lines a message may go by: drills by the practice phones where the county wants it so, else all real ones. */
  allowed(drill: boolean): readonly Line[] {
    const { DRILL_PHONES, SMS_PROVIDER } = this.config;
    if (!DRILL_PHONES || SMS_PROVIDER.includes('simulator')) return this.lines;
    return this.lines.filter(({ name }) => name === 'push-app' || name.startsWith('practice-') === drill);
  }

  /** How each line of this process stands. `lock`: nobody else changes it until the transaction ends. */
  async health(database: DataSource | EntityManager, { lock = false } = {}): Promise<Map<LineName, Health>> {
    const rows: (Health & { name: LineName })[] = await database.query(
      `${HEALTH} ORDER BY name ${lock ? 'FOR UPDATE' : ''}`,
    );
    const known = new Map(rows.map(({ name, ...health }) => [name, health]));
    return new Map(this.lines.map(({ name }) => [name, known.get(name) ?? NEW_LINE]));
  }

  /** What choosing needs of these lines. */
  now(lines: readonly Line[], health: ReadonlyMap<LineName, Health>): LineNow[] {
    return lines.map(({ name, channel, facts }) => ({
      name,
      channel,
      facts,
      state: health.get(name)!.state,
      room: Math.max(1, facts.perSecond) - this.usedNow(name, facts),
    }));
  }

  /** Hand-overs all lines of a channel together still take now. */
  roomOf(channel: Channel): number {
    const own = this.lines.filter((line) => line.channel === channel);
    return own.reduce(
      (room, { name, facts }) => room + Math.max(0, Math.max(1, facts.perSecond) - this.usedNow(name, facts)),
      0,
    );
  }

  /** One hand-over more by this line. */
  take(name: LineName): void {
    const { facts } = this.find(name)!;
    this.used.set(name, { window: windowOf(facts), count: this.usedNow(name, facts) + 1 });
  }

  private usedNow(name: LineName, facts: Line['facts']): number {
    const used = this.used.get(name);
    return used?.window === windowOf(facts) ? used.count : 0;
  }
}

/** Rates are kept by the real second, whatever the county's clock says; of a line slower than one a second, by as long as it needs for one. */
const windowOf = ({ perSecond }: Line['facts']): number =>
  Math.floor((performance.now() / 1000) * Math.min(1, perSecond));

/** Keep how lines stand now. */
export async function writeHealth(
  tx: EntityManager,
  changed: readonly { name: LineName; health: Health }[],
): Promise<void> {
  for (const { name, health } of changed) {
    const { state, since, failures, refusals, probeAt, lastGoodAt, code } = health;
    await tx.query(
      `INSERT INTO message_lines (name, state, since, failures, probe_at, last_good_at, code, refusals)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (name) DO UPDATE SET state = $2, since = $3, failures = $4, probe_at = $5, last_good_at = $6, code = $7, refusals = $8`,
      [name, state, since, failures, probeAt, lastGoodAt, code, refusals],
    );
  }
}

/** A line is there again: what waited for one goes at once. */
export async function releaseWaiting(tx: EntityManager, now: Date): Promise<void> {
  await tx.query(
    `UPDATE outgoing_messages SET due_at = $1 WHERE state = 'queued' AND provider_code = 'no_line' AND due_at > $1`,
    [now],
  );
  leaveWork(tx, 'messages');
}
