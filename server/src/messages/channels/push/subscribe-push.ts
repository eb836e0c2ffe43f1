import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config.js';
import { Transactions } from '../../../database/transaction.js';
import { appendEvent } from '../../../events/append-event.js';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { Problem } from '../../../platform/problem.js';
import type { PushSubscription } from './push.entity.js';
import { countOthers } from './push.queries.js';
import { areKeys, MOST_PER_ACCOUNT, mayPushTo } from './push.rules.js';

/** A browser takes pushes for whoever is signed in on it now; said again, it is the same browser. */
@Injectable()
export class SubscribePush {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem bad-request for an address or keys no browser makes, wrong-state when the account has enough of them */
  async run({ endpoint, keys }: Pick<PushSubscription, 'endpoint' | 'keys'>, actor: Actor): Promise<void> {
    if (!mayPushTo(endpoint, this.config.TEST_CLOCK)) throw Problem.field('endpoint', '推送地址须为公网的 https 地址');
    if (!areKeys(keys)) throw Problem.field('keys', '推送密钥不对');
    const at = this.clock.now();
    await this.transactions.run(async (tx) => {
      if ((await countOthers(tx, actor.accountId!, endpoint)) >= MOST_PER_ACCOUNT)
        throw new Problem('wrong-state', { detail: `本账号已有 ${MOST_PER_ACCOUNT} 部手机开启提醒` });
      const [{ fresh }] = await tx.query(
        `INSERT INTO push_subscriptions (endpoint, account_id, team_code, keys, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (endpoint) DO UPDATE SET account_id = $2, team_code = $3, keys = $4, created_at = $5
         RETURNING xmax = 0 AS fresh`,
        [endpoint, actor.accountId, actor.teamCode, keys, at],
      );
      // The whole address is a key to that phone: the log keeps only whose service it is.
      const payload = { service: new URL(endpoint).host };
      if (fresh) await appendEvent(tx, { at, type: 'push.subscribed', actor, payload });
    });
  }
}
