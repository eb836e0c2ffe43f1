import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { SYSTEM } from '../platform/actor.js';
import type { Clock } from '../platform/clock.js';
import type { CommitSignal } from '../platform/commit-signal.js';
import { appendEvent } from './append-event.js';
import { EVENT_COLUMNS, type SealedEvent } from './event-log.queries.js';

export type Handler = (tx: EntityManager, event: SealedEvent) => Promise<void>;

const ATTEMPTS = 3;

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
    private readonly parts: { database: DataSource; clock: Clock; signal: CommitSignal },
  ) {
    this.log = new Logger(name);
  }

  /** Apply all that is sealed and not yet applied. */
  async catchUp(): Promise<void> {
    while (await this.step()) this.parts.signal.committed();
  }

  private async step(): Promise<boolean> {
    let current: SealedEvent | null = null;
    try {
      const applied = await this.parts.database.transaction(async (tx) => {
        current = await this.next(tx);
        if (!current) return false;
        await this.handlers[current.type]!(tx, current);
        await this.moveTo(tx, current.position);
        return true;
      });
      this.failures = 0;
      return applied;
    } catch (error) {
      if (current === null) throw error;
      return this.failed(current, error as Error);
    }
  }

  private async next(tx: EntityManager): Promise<SealedEvent | null> {
    await tx.query(`INSERT INTO event_consumers (name, position) VALUES ($1, 0) ON CONFLICT DO NOTHING`, [this.name]);
    const [at] = await tx.query('SELECT position FROM event_consumers WHERE name = $1 FOR UPDATE', [this.name]);
    const [row] = await tx.query(
      `SELECT ${EVENT_COLUMNS} FROM event_log WHERE position > $1 AND type = ANY($2) ORDER BY position LIMIT 1`,
      [at.position, Object.keys(this.handlers)],
    );
    return row ? { ...row, position: Number(row.position) } : null;
  }

  private async moveTo(tx: EntityManager, position: number): Promise<void> {
    await tx.query('UPDATE event_consumers SET position = $2 WHERE name = $1', [this.name, position]);
  }

  private async failed(event: SealedEvent, error: Error): Promise<boolean> {
    this.failures += 1;
    this.log.error(`event ${event.position} ${event.type}: ${error.stack ?? error}`);
    if (this.failures < ATTEMPTS) return true;
    this.failures = 0;
    await this.parts.database.transaction(async (tx) => {
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
