import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../database/transaction.js';
import { appendEvents } from '../../../events/append-event.js';
import { type Actor, SYSTEM } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';

/** Browsers take no more pushes: somebody signed out there, or their push service knows them no longer. */
@Injectable()
export class EndSubscriptions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** One's own browser; another account's stays. */
  ownOne(endpoint: string, actor: Actor): Promise<void> {
    return this.end([endpoint], actor.accountId, 'push.unsubscribed', actor);
  }

  gone(endpoints: readonly string[]): Promise<void> {
    return endpoints.length === 0 ? Promise.resolve() : this.end(endpoints, null, 'push.expired', SYSTEM);
  }

  private async end(endpoints: readonly string[], accountId: string | null, type: string, actor: Actor): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run(async (tx) => {
      const [ended]: [{ endpoint: string }[], number] = await tx.query(
        'DELETE FROM push_subscriptions WHERE endpoint = ANY($1) AND ($2::uuid IS NULL OR account_id = $2) RETURNING endpoint',
        [endpoints, accountId],
      );
      const events = ended.map(({ endpoint }) => ({ at, type, actor, payload: { service: new URL(endpoint).host } }));
      await appendEvents(tx, events);
    });
  }
}
