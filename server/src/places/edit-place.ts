import type { SavedPlace, EditPlace as Wanted } from '@liandong/shared/place';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { Gazetteer } from './gazetteer.js';
import { findPlace } from './place.queries.js';
import { placeContent, savePlace } from './save-place.js';

/** A place as it shall be from now on; one that was retired is in use again. */
@Injectable()
export class EditPlace {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly gazetteer: Gazetteer,
  ) {}

  /** @throws Problem not-found, bad-request on an unknown township */
  async run(code: string, wanted: Wanted, actor: Actor): Promise<SavedPlace> {
    const saved = await this.transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM places WHERE code = $1 FOR UPDATE', [code]);
      const before = await findPlace(tx, code);
      if (!before) throw new Problem('not-found', { detail: '没有这个地名' });
      const after = await savePlace(tx, code, wanted);
      const change = { before: placeContent(before), after: placeContent(after.place), reason: wanted.reason };
      await appendEvent(tx, {
        at: this.clock.now(),
        type: 'place.edited',
        actor,
        payload: { code, name: after.place.name, townshipName: after.place.townshipName, ...change },
      });
      return after;
    });
    this.gazetteer.forget();
    return saved;
  }
}
