import type { LineName, LineView } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { NEW_LINE } from './health.rules.js';
import { ReadLines } from './line.queries.js';
import { LineBook, releaseWaiting, writeHealth } from './line-book.js';

/** A line is taken out of use by hand, or into use again; in use again it counts as well until it proves otherwise. */
@Injectable()
export class UseLine {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly book: LineBook,
    private readonly read: ReadLines,
  ) {}

  /** @throws Problem not-found for a line this county has not */
  async run(name: LineName, { use, reason }: { use: boolean; reason: string }, actor: Actor): Promise<LineView> {
    if (!this.book.find(name)) throw new Problem('not-found', { detail: '没有配置这条线路' });
    await this.transactions.run(async (tx) => {
      const before = (await this.book.health(tx, { lock: true })).get(name)!;
      if ((before.state !== 'off') === use) return;
      const at = this.clock.now();
      const health = {
        ...NEW_LINE,
        lastGoodAt: before.lastGoodAt,
        state: use ? ('well' as const) : ('off' as const),
        since: at,
      };
      await writeHealth(tx, [{ name, health }]);
      await appendEvent(tx, { at, type: 'line.used', actor, payload: { line: name, use, reason } });
      if (use) await releaseWaiting(tx, at);
    });
    return (await this.read.lines()).find((line) => line.name === name)!;
  }
}
