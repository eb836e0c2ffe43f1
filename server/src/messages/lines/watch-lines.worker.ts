import type { LineName } from '@liandong/shared/message';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../../database/transaction.js';
import { appendEvents } from '../../events/append-event.js';
import { Clock } from '../../platform/clock.js';
import { WorkerLoop } from '../../platform/worker-loop.js';
import { within } from '../hand-over.js';
import { afterProbe, afterReview, type Health } from './health.rules.js';
import { healthEvents } from './health-events.js';
import { LineBook, releaseWaiting, writeHealth } from './line-book.js';
import { punctualityOf } from './punctuality.queries.js';

const IDLE_MS = 1000;
const REVIEW_EVERY_MS = 60_000;

/** Asks sick lines whether they answer again, and reviews how punctual the others are. */
@Injectable()
export class WatchLines implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new WorkerLoop('watch-lines', IDLE_MS, () => this.pass());
  private reviewedAt = 0;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly book: LineBook,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async pass(): Promise<boolean> {
    const now = this.clock.now();
    const health = await this.book.health(this.database);
    const sick = this.book.lines.filter(({ name }) => {
      const { state, probeAt } = health.get(name)!;
      return state === 'sick' && (probeAt === null || probeAt <= now);
    });
    await Promise.all(sick.map((line) => this.probe(line.name)));
    if (Date.now() - this.reviewedAt > REVIEW_EVERY_MS) await this.review();
    return false;
  }

  private async probe(name: LineName): Promise<void> {
    const line = this.book.find(name)!;
    const answers = await within((signal) => line.ping(signal)).then(
      () => true,
      () => false,
    );
    await this.change([name], (health) =>
      health.state === 'sick' ? afterProbe(health, answers, this.clock.now()) : health,
    );
  }

  private async review(): Promise<void> {
    this.reviewedAt = Date.now();
    const told = this.book.lines.filter((line) => line.facts.receipts).map(({ name }) => name);
    const now = this.clock.now();
    const punctual = await punctualityOf(this.database, told, now);
    await this.change(told, (health, name) => afterReview(health, punctual.get(name) ?? { taken: 0, late: 0 }, now));
  }

  private async change(names: readonly LineName[], become: (health: Health, name: LineName) => Health): Promise<void> {
    if (names.length === 0) return;
    await this.transactions.run(async (tx) => {
      const before = await this.book.health(tx, { lock: true });
      const changed = names
        .map((name) => ({ name, health: become(before.get(name)!, name) }))
        .filter(({ name, health }) => health !== before.get(name));
      await writeHealth(tx, changed);
      const events = healthEvents(before, changed, this.clock.now());
      await appendEvents(tx, events);
      if (events.some(({ type }) => type === 'line.well')) await releaseWaiting(tx, this.clock.now());
    });
  }
}
