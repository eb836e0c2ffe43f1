import type { PlaceView } from '@liandong/shared/place';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { Gazetteer } from './gazetteer.js';
import { Place } from './place.entity.js';
import { findPlace } from './place.queries.js';
import { placeContent } from './save-place.js';

/** A place that is no more, or was never right: kept, but not found. */
@Injectable()
export class RetirePlace {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly gazetteer: Gazetteer,
  ) {}

  /** @throws Problem not-found, wrong-state when it is retired already */
  async run(code: string, reason: string, actor: Actor): Promise<PlaceView> {
    const retired = await this.transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM places WHERE code = $1 FOR UPDATE', [code]);
      const before = await findPlace(tx, code);
      if (!before) throw new Problem('not-found', { detail: '没有这个地名' });
      if (before.retiredAt) throw new Problem('wrong-state', { detail: '这个地名已经停用', state: 'retired' });
      const now = this.clock.now();
      await tx.update(Place, { code }, { retiredAt: now });
      await appendEvent(tx, {
        at: now,
        type: 'place.retired',
        actor,
        payload: { code, name: before.name, townshipName: before.townshipName, before: placeContent(before), reason },
      });
      return { ...before, retiredAt: now.toISOString() };
    });
    this.gazetteer.forget();
    return retired;
  }
}
