import { CHANNELS, type Channel } from '@liandong/shared/message';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommitSignal } from '../platform/commit-signal.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { ClaimMessages, type HandOver, type Share } from './claim-messages.js';
import { PRIORITY } from './enqueue.js';
import { type HandedOver, handOver, type LookUp } from './hand-over.js';
import { LineBook } from './lines/line-book.js';
import { rivalsOf } from './lines/rival.queries.js';
import { RecordAttempts } from './record-attempts.js';
import { LEASE_SECONDS } from './sending.rules.js';

/** Hand-overs at the same time by one node: of each channel so many urgent ones, and fewer broadcasts beside them. */
const SHARES: readonly { priorities: Share['priorities']; most: number; idleMs: number }[] = [
  { priorities: [0, PRIORITY.broadcast - 1], most: 200, idleMs: 500 },
  { priorities: [PRIORITY.broadcast, PRIORITY.broadcast], most: 48, idleMs: 500 },
];

/** Results wait this long for others, so that many are written together. */
const GATHER_MS = 10;
const AGAIN_MS = 300;

/** A result on its way to the database, and since when. */
interface Gathered {
  handedOver: HandedOver;
  since: number;
}

/** Claims due messages, hands them over outside any transaction, records what came of each as soon as it is known. */
@Injectable()
export class SendDueMessages implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loops: WorkerLoop[];
  private readonly log = new Logger('send-due-messages');
  private readonly underWay = new Set<Promise<void>>();
  private gathered: Gathered[] = [];
  private writing: Promise<void> | null = null;
  private readonly lookUp: LookUp = {
    lineOf: (name) => this.book.find(name),
    rivalsOf: (attemptId) => rivalsOf(this.database, attemptId),
  };

  constructor(
    private readonly claim: ClaimMessages,
    private readonly record: RecordAttempts,
    private readonly signal: CommitSignal,
    private readonly book: LineBook,
    private readonly database: DataSource,
  ) {
    this.loops = CHANNELS.flatMap((channel) => SHARES.map((share) => this.loopFor(channel, share)));
  }

  onApplicationBootstrap(): void {
    for (const loop of this.loops) loop.start((wake) => this.signal.subscribe('messages', wake));
  }

  /** Finishes what was handed over and writes it down. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await Promise.all(this.underWay);
    await this.writing;
  }

  /** Each channel and share has its own room: a line that answers slowly, or a broadcast, holds up nobody else. */
  private loopFor(channel: Channel, { priorities, most, idleMs }: (typeof SHARES)[number]): WorkerLoop {
    let busy = 0;
    const loop: WorkerLoop = new WorkerLoop(`send-${channel}`, idleMs, async () => {
      // No more of a broadcast than its lines take now: the rest lies still.
      const free = priorities[0] === PRIORITY.broadcast ? this.book.roomOf(channel) : most;
      const room = Math.min(most - busy, free);
      if (room <= 0) return false;
      const { handOvers, claimed } = await this.claim.run({ channel, priorities, room });
      for (const task of handOvers) {
        busy += 1;
        this.begin(task, () => {
          busy -= 1;
          loop.wake();
        });
      }
      return claimed === room && handOvers.length > 0;
    });
    return loop;
  }

  private begin(task: HandOver, end: () => void): void {
    const work = handOver(task, this.lookUp)
      .then((done) => this.gather(done))
      .finally(() => {
        this.underWay.delete(work);
        end();
      });
    this.underWay.add(work);
  }

  /** Waits until the result is written. */
  private gather(handedOver: HandedOver): Promise<void> {
    this.gathered.push({ handedOver, since: Date.now() });
    this.writing ??= this.write();
    return this.writing;
  }

  /** Together; when one of them is what no table takes, each alone, so that it does not keep the others. @returns what was not written */
  private async writeOrSplit(batch: readonly Gathered[]): Promise<Gathered[]> {
    const fault = await this.writeDown(batch);
    if (fault === null) return [];
    if (batch.length === 1 || !sqlState(fault).startsWith(DATA_FAULT)) return [...batch];
    const failed: Gathered[] = [];
    for (const one of batch) if ((await this.writeDown([one])) !== null) failed.push(one);
    return failed;
  }

  private writeDown(some: readonly Gathered[]): Promise<Error | null> {
    return this.record.run(some.map((one) => one.handedOver)).then(
      () => null,
      (error: Error) => {
        this.log.error(error.stack ?? error.message);
        return error;
      },
    );
  }

  /** What cannot be written now is tried again as long as the lease holds; then the message is claimed anew and the provider asked. */
  private async write(): Promise<void> {
    await pause(GATHER_MS);
    while (this.gathered.length > 0) {
      const batch = this.gathered;
      this.gathered = [];
      const failed = await this.writeOrSplit(batch);
      if (failed.length === 0) continue;
      this.gathered.unshift(...failed.filter(({ since }) => Date.now() - since < LEASE_SECONDS * 1000));
      await pause(AGAIN_MS);
    }
    this.writing = null;
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** SQLSTATE class of values no column takes. */
const DATA_FAULT = '22';
const sqlState = (error: Error & { code?: string; driverError?: { code?: string } }): string =>
  error.driverError?.code ?? error.code ?? '';
