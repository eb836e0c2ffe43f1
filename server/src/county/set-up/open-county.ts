import type { SetupView } from '@liandong/shared/county-set-up';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { isReady } from './check-list.rules.js';
import { readSetup } from './set-up.queries.js';

/** 开始使用: from now on the county takes calls with this system. */
@Injectable()
export class OpenCounty {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem wrong-state while something is missing that must be there */
  run(actor: Actor): Promise<SetupView> {
    const at = this.clock.now();
    return this.transactions.run(async (tx) => {
      await tx.query('LOCK TABLE county IN SHARE ROW EXCLUSIVE MODE');
      const before = await readSetup(tx, this.config, at);
      if (before.inServiceAt) return before;
      const missing = before.gaps
        .filter(({ must }) => must)
        .map(({ text, subjects }) => [text, subjects.join('、')].filter(Boolean).join('：'));
      if (!isReady(before.gaps))
        throw new Problem('wrong-state', { state: 'incomplete', detail: `还缺：${missing.join('；')}` });
      await tx.query('UPDATE county SET in_service_at = $1', [at]);
      await appendEvent(tx, {
        at,
        type: 'county.opened',
        actor,
        payload: { ...before.counts, gaps: before.gaps.map(({ code }) => code) },
      });
      return readSetup(tx, this.config, at);
    });
  }
}
