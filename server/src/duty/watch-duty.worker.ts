import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { Transactions } from '../database/transaction.js';
import { Clock } from '../platform/clock.js';
import { CommitSignal } from '../platform/commit-signal.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { chaseCheckIns } from './chase-check-ins.js';
import { chaseGaps } from './chase-gaps.js';
import { fillRotations, teamsToFill } from './fill-rotations.js';

const IDLE_MS = 60_000;
/** Nothing is so urgent that a start should wait for it. */
const FIRST_MS = 2000;

type Step<T> = (tx: EntityManager, now: Date, zone: string) => Promise<T>;

/** Keeps duty planned ahead, finds the gaps of the next 14 days and has them filled, and misses who has not signed in. */
@Injectable()
export class WatchDuty implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new WorkerLoop('watch-duty', IDLE_MS, () => this.pass());

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly signal: CommitSignal,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start((wake) => this.signal.subscribe('duty', wake), FIRST_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** Each by itself: who plans ahead badly is still chased. @throws AggregateError of what failed, once all were tried */
  private async pass(): Promise<boolean> {
    const faults: unknown[] = [];
    const attempt = <T>(step: Step<T>): Promise<T | null> =>
      this.transactions
        .run((tx) => step(tx, this.clock.now(), this.config.COUNTY_TZ))
        .catch((fault) => {
          faults.push(fault);
          return null;
        });
    for (const team of (await attempt(teamsToFill)) ?? [])
      await attempt((tx, now, zone) => fillRotations(tx, now, zone, team));
    await attempt(chaseGaps);
    await attempt(chaseCheckIns);
    if (faults.length > 0) throw new AggregateError(faults, faults.map((fault) => (fault as Error).stack).join('\n'));
    return false;
  }
}
