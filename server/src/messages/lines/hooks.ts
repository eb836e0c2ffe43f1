import { Injectable } from '@nestjs/common';
import { insertRows } from '../../database/insert-rows.js';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import { SYSTEM } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import type { HookRequest } from '../../platform/hook-body.js';
import { newId } from '../../platform/ids.js';
import { Problem } from '../../platform/problem.js';
import { cleanText } from '../receive-reply.js';
import { RefusedHook } from './line.entity.js';

/** Why a webhook is not believed. */
export type Refusal = 'unsigned' | 'forged' | 'too_late' | 'repeated' | 'malformed';

/** Of one source, so many are kept a minute; a flood fills no table. */
const MOST_A_MINUTE = 30;
const KEPT_MS = 90 * 86_400_000;

/** Puts webhooks that are not believed on record, then refuses them. */
@Injectable()
export class RefuseHook {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem always: hook-refused, or bad-request when it is cut short or is no webhook of this kind */
  async run(source: string, why: Refusal, request: HookRequest): Promise<never> {
    const at = this.clock.now();
    await this.transactions.run(async (tx) => {
      const [{ kept }] = await tx.query(
        'SELECT count(*)::int AS kept FROM refused_hooks WHERE source = $1 AND at > $2 AND at <= $3',
        [source, new Date(at.getTime() - 60_000), at],
      );
      if (kept >= MOST_A_MINUTE) return;
      await tx.query('DELETE FROM refused_hooks WHERE at < $1', [new Date(at.getTime() - KEPT_MS)]);
      // Enough to see what it was; numbers of people are not kept.
      const excerpt = cleanText(request.body?.toString('utf8').slice(0, 300) ?? '').replace(/\d{7,}/g, '…');
      await insertRows(tx, RefusedHook, [{ id: newId(), source, why, at, address: request.ip, excerpt }]);
      await appendEvent(tx, { at, type: 'hook.refused', actor: SYSTEM, payload: { source, why, address: request.ip } });
    });
    throw new Problem(why === 'malformed' ? 'bad-request' : 'hook-refused');
  }
}
