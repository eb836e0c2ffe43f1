import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommitSignal } from '../platform/commit-signal.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { lastPosition, readEvents, type SealedEvent } from './event-log.queries.js';
import { sealEvents } from './seal-events.js';

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
    this.loop.start((wake) => this.signal.subscribe('events', wake));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async pass(): Promise<boolean> {
    this.seen ??= await lastPosition(this.database);
    const sealed = await sealEvents(this.database, BATCH);
    // What this node sealed itself it need not read again, unless another node sealed something in between.
    const own = sealed[0]?.position === this.seen + 1;
    const events = own ? sealed : await readEvents(this.database, this.seen, BATCH);
    if (events.length === 0) return false;
    this.seen = events.at(-1)!.position;
    for (const listener of this.listeners) this.tell(listener, events);
    return sealed.length === BATCH || events.length === BATCH;
  }

  /** A listener keeps its own order and its own troubles: nobody waits for it, and its failure stops nobody. */
  private tell(listener: Listener, events: readonly SealedEvent[]): void {
    try {
      listener(events);
    } catch (error) {
      this.log.error((error as Error).stack);
    }
  }
}
