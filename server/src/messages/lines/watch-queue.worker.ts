import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import { SYSTEM } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { WorkerLoop } from '../../platform/worker-loop.js';
import { readSettings } from '../../settings/settings.queries.js';
import { readQueue } from './queue.queries.js';

const IDLE_MS = 1000;
const MARK = 'queue-stuck';

/** Urgent messages that wait longer than they may are an alarm, once for all nodes; so is the end of it. */
@Injectable()
export class WatchQueue implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new WorkerLoop('watch-queue', IDLE_MS, () => this.pass());

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async pass(): Promise<boolean> {
    const now = this.clock.now();
    const { queueAlarmSeconds } = await readSettings(this.database);
    const { waitingUrgent, stuck } = await readQueue(this.database, now, queueAlarmSeconds);
    const [marked] = await this.database.query('SELECT 1 FROM message_keys WHERE name = $1', [MARK]);
    if (Boolean(marked) === stuck) return false;
    await this.transactions.run(async (tx) => {
      const [row] = stuck
        ? await tx.query(
            `INSERT INTO message_keys (name, value) VALUES ($1, '{}') ON CONFLICT DO NOTHING RETURNING name`,
            [MARK],
          )
        : (await tx.query('DELETE FROM message_keys WHERE name = $1 RETURNING name', [MARK]))[0];
      // Another node was quicker.
      if (!row) return;
      const type = stuck ? 'messages.stuck' : 'messages.flowing';
      await appendEvent(tx, { at: now, type, actor: SYSTEM, payload: { waiting: waitingUrgent } });
    });
    return false;
  }
}
