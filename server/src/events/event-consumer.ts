import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Transactions } from '../database/transaction.js';
import { SYSTEM } from '../platform/actor.js';
import type { Clock } from '../platform/clock.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { appendEvent } from './append-event.js';
import { EVENT_COLUMNS, type SealedEvent } from './event-log.queries.js';
import type { EventRelay } from './event-relay.worker.js';

export type Handler = (tx: EntityManager, event: SealedEvent) => Promise<void>;

const BATCH = 50;
/** What was missed by the relay's word, or failed for a while, is looked at again after this. */
const IDLE_MS = 500;

/** An event that cannot be applied: what is done instead, in the transaction that passes it over. */
export type GiveUp = (tx: EntityManager, event: SealedEvent) => Promise<void>;

/**
 * One room reacting to what happened in another, exactly once: the effect and the place in the log move in one
 * transaction. A fault that will pass (database away, full, locked) is tried again for as long as it lasts. An event that
 * can never be applied is put on record as `consumer.failed`, handed to `giveUp`, and does not block the rest.
 */
export class EventConsumer {
  private readonly log: Logger;
  /** Where a batch failed: up to there events are applied one by one, to find the one that cannot be. */
  private suspect = 0;
  private readonly loop: WorkerLoop;

  constructor(
    private readonly name: string,
    private readonly handlers: Record<string, Handler>,
    private readonly parts: { transactions: Transactions; clock: Clock; giveUp: GiveUp },
  ) {
    this.log = new Logger(name);
    this.loop = new WorkerLoop(`${name}-events`, IDLE_MS, () => this.step());
  }

  /** From now on applies what is sealed and not yet applied, at once when the relay hands on an event it reacts to. */
  start(relay: EventRelay): void {
    relay.listen((events) => {
      if (events.some((event) => event.type in this.handlers)) this.loop.wake();
    });
    this.loop.start();
  }

  /** Finishes the batch that runs. */
  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns whether there may be more. @throws a fault that will pass; the loop calls again */
  private async step(): Promise<boolean> {
    let current: SealedEvent | null = null;
    let alone = false;
    try {
      return await this.parts.transactions.run(async (tx) => {
        const events = await this.next(tx);
        alone = events.length === 1;
        for (const event of events) {
          current = event;
          await this.handlers[event.type]!(tx, event);
        }
        if (events.length > 0) await this.moveTo(tx, events.at(-1)!.position);
        return events.length > 0;
      });
    } catch (error) {
      if (current === null || willPass(error)) throw error;
      const event: SealedEvent = current;
      this.log.error(`event ${event.position} ${event.type}: ${(error as Error).stack}`);
      this.suspect = event.position;
      if (alone) await this.passOver(event, error as Error);
      return true;
    }
  }

  private async next(tx: EntityManager): Promise<SealedEvent[]> {
    const [at] = await tx.query('SELECT position FROM event_consumers WHERE name = $1 FOR UPDATE', [this.name]);
    if (!at)
      await tx.query('INSERT INTO event_consumers (name, position) VALUES ($1, 0) ON CONFLICT DO NOTHING', [this.name]);
    const rows: SealedEvent[] = await tx.query(
      `SELECT ${EVENT_COLUMNS} FROM event_log WHERE position > $1 AND type = ANY($2) ORDER BY position LIMIT $3`,
      [at?.position ?? 0, Object.keys(this.handlers), Number(at?.position ?? 0) < this.suspect ? 1 : BATCH],
    );
    return rows.map((row) => ({ ...row, position: Number(row.position) }));
  }

  /** Never back: another node may be further. @returns whether it moved */
  private async moveTo(tx: EntityManager, position: number): Promise<boolean> {
    const [, moved] = await tx.query('UPDATE event_consumers SET position = $2 WHERE name = $1 AND position < $2', [
      this.name,
      position,
    ]);
    return moved > 0;
  }

  private async passOver(event: SealedEvent, error: Error): Promise<void> {
    await this.parts.transactions.run(async (tx) => {
      if (!(await this.moveTo(tx, event.position))) return;
      await this.parts.giveUp(tx, event);
      await appendEvent(tx, {
        at: this.parts.clock.now(),
        type: 'consumer.failed',
        actor: SYSTEM,
        incidentId: event.incidentId,
        teamCode: event.teamCode,
        payload: { consumer: this.name, position: event.position, event: event.type, error: error.message },
      });
    });
  }
}

/** SQLSTATE classes of faults that pass: connection, rollback, resources, in use, intervention, system. */
const PASSING = ['08', '40', '53', '55', '57', '58'];

/** No SQLSTATE and no reason of ours: the network, or the database is away. */
function willPass(error: unknown): boolean {
  const fault = error as { code?: string; driverError?: { code?: string } };
  const code = fault.driverError?.code ?? fault.code;
  if (code === undefined)
    return /connect|terminat|timeout|released|not queryable/i.test(String((error as Error).message));
  return PASSING.includes(code.slice(0, 2)) || /^E[A-Z]+$/.test(code);
}
