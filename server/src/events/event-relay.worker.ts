import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommitSignal } from '../platform/commit-signal.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { type ChainedEvent, chainHash } from './chain.rules.js';
import { EVENT_COLUMNS, lastPosition, readEvents, type SealedEvent } from './event-log.queries.js';

const BATCH = 500;
/** Other nodes' commits are seen at the latest after this. */
const IDLE_MS = 250;

type Listener = (events: readonly SealedEvent[]) => void;

/**
 * Seals what has committed (position and hash, in order) and hands every sealed event to this node's listeners.
 * Sealing after the commit keeps writers free of a common lock and makes positions gap-free: a reader at 41 has all up to 41.
 */
@Injectable()
export class EventRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners: Listener[] = [];
  private readonly loop = new WorkerLoop('event-relay', IDLE_MS, () => this.pass());
  private readonly log = new Logger('event-relay');
  private unsubscribe = () => {};
  private seen: number | null = null;

  constructor(
    private readonly database: DataSource,
    private readonly signal: CommitSignal,
  ) {}

  /** Called with every batch from now on, in order. What takes longer the listener does in its own time. */
  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  onApplicationBootstrap(): void {
    this.unsubscribe = this.signal.subscribe('events', () => this.loop.wake());
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.unsubscribe();
    await this.loop.stop();
  }

  private async pass(): Promise<boolean> {
    this.seen ??= await lastPosition(this.database);
    const more = await this.seal();
    const events = await readEvents(this.database, this.seen, BATCH);
    if (events.length === 0) return more;
    this.seen = events.at(-1)!.position;
    for (const listener of this.listeners) this.tell(listener, events);
    return more || events.length === BATCH;
  }

  /** A listener keeps its own order and its own troubles: nobody waits for it, and its failure stops nobody. */
  private tell(listener: Listener, events: readonly SealedEvent[]): void {
    try {
      listener(events);
    } catch (error) {
      this.log.error((error as Error).stack);
    }
  }

  private async seal(): Promise<boolean> {
    const waiting = await this.database.query('SELECT 1 FROM event_log WHERE position IS NULL LIMIT 1');
    if (waiting.length === 0) return false;
    return this.database.transaction(async (tx) => {
      const [end] = await tx.query('SELECT position, hash FROM event_chain WHERE id = 1 FOR UPDATE');
      const events: ChainedEvent[] = await tx.query(
        `SELECT ${EVENT_COLUMNS} FROM event_log WHERE position IS NULL ORDER BY id LIMIT ${BATCH}`,
      );
      if (events.length === 0) return false;
      let position = Number(end.position);
      let hash: string = end.hash;
      const links = events.map((event) => {
        const previousHash = hash;
        position += 1;
        hash = chainHash(previousHash, position, event);
        return { id: event.id, position, previousHash, hash };
      });
      await tx.query(
        `UPDATE event_log e SET position = link.position, previous_hash = link.previous_hash, hash = link.hash
         FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[]) AS link(id, position, previous_hash, hash)
         WHERE e.id = link.id`,
        [
          links.map((l) => l.id),
          links.map((l) => l.position),
          links.map((l) => l.previousHash),
          links.map((l) => l.hash),
        ],
      );
      await tx.query('UPDATE event_chain SET position = $1, hash = $2 WHERE id = 1', [position, hash]);
      return events.length === BATCH;
    });
  }
}
