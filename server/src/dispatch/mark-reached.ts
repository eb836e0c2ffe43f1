import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
import { stopPersonal } from '../messages/enqueue.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { lockOrder } from './order.queries.js';
import { readPaged, writeAnswer } from './paged-people.js';

/** 已口头通知: the dispatcher spoke to somebody an order has to reach himself; he is not called any more. Twice is once. */
@Injectable()
export class MarkReached {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found: no such order, or nobody of it with that phone has to answer himself */
  run(orderId: string, phone: string, actor: Actor): Promise<void> {
    return this.transactions.run(async (tx) => {
      const order = await lockOrder(tx, orderId);
      const person = (await readPaged(tx, orderId)).find((one) => one.phone === phone);
      if (!person) throw new Problem('not-found', { detail: '此人不在逐人确认之列' });
      if (person.answeredAt !== null) return;
      await writeAnswer(tx, order, person, { actor, at: this.clock.now() });
      await stopPersonal(tx, orderId, [phone]);
    });
  }
}
