import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Transactions } from '../database/transaction.js';
import { SYSTEM } from '../platform/actor.js';
import type { Clock } from '../platform/clock.js';
import { appendEvent } from './append-event.js';
import { EVENT_COLUMNS, type SealedEvent } from './event-log.queries.js';

export type Handler = (tx: EntityManager, event: SealedEvent) => Promise<void>;

/** Tries of one event before it is put on record; the first may have failed with its whole batch. */
const ATTEMPTS = 4;
const BATCH = 50;

/**
 * One room reacting to what happened in another, exactly once: the effect and the place in the log move in one
 * transaction. An event whose handler keeps failing is put on record as `consumer.failed` and does not block the rest.
 */
export class EventConsumer {
  private readonly log: Logger;
  private failures = 0;

  constructor(
    private readonly name: string,
    private readonly handlers: Record<string, Handler>,
    private readonly parts: { transactions: Transactions; clock: Clock },
  ) {
    this.log = new Logger(name);
  }

  /** Does it react to any of these? */
  concerns(events: readonly SealedEvent[]): boolean {
    return events.some((event) => event.type in this.handlers);
  }

  /** Apply all that is sealed and not yet applied. */
  async catchUp(): Promise<void> {
    while (await this.step());
  }

  /** A batch in one transaction; after a failure one by one, to find the event that cannot be applied. */
  private async step(): Promise<boolean> {
    let current: SealedEvent | null = null;
    try {
      const applied = await this.parts.transactions.run(async (tx) => {
        const events = await this.next(tx, this.failures > 0 ? 1 : BATCH);
        for (const event of events) {
          current = event;
          await this.handlers[event.type]!(tx, event);
        }
        if (events.length > 0) await this.moveTo(tx, events.at(-1)!.position);
        return events.length > 0;
      });
      this.failures = 0;
      return applied;
    } catch (error) {
      if (current === null) throw error;
      return this.failed(current, error as Error);
    }
  }

  private async next(tx: EntityManager, limit: number): Promise<SealedEvent[]> {
    const [at] = await tx.query('SELECT position FROM event_consumers WHERE name = $1 FOR UPDATE', [this.name]);
    if (!at)
      await tx.query('INSERT INTO event_consumers (name, position) VALUES ($1, 0) ON CONFLICT DO NOTHING', [this.name]);
    const rows: SealedEvent[] = await tx.query(
      `SELECT ${EVENT_COLUMNS} FROM event_log WHERE position > $1 AND type = ANY($2) ORDER BY position LIMIT $3`,
      [at?.position ?? 0, Object.keys(this.handlers), limit],
    );
    return rows.map((row) => ({ ...row, position: Number(row.position) }));
  }

  private async moveTo(tx: EntityManager, position: number): Promise<void> {
    await tx.query('UPDATE event_consumers SET position = $2 WHERE name = $1', [this.name, position]);
  }

  private async failed(event: SealedEvent, error: Error): Promise<boolean> {
    this.failures += 1;
    this.log.error(`event ${event.position} ${event.type}: ${error.stack ?? error}`);
    if (this.failures < ATTEMPTS) return true;
    this.failures = 0;
    await this.parts.transactions.run(async (tx) => {
      await this.moveTo(tx, event.position);
      await appendEvent(tx, {
        at: this.parts.clock.now(),
        type: 'consumer.failed',
        actor: SYSTEM,
        incidentId: event.incidentId,
        teamCode: event.teamCode,
        payload: { consumer: this.name, position: event.position, event: event.type, error: error.message },
      });
    });
    return true;
  }
}
