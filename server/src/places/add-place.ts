import type { SavedPlace, AddPlace as Wanted } from '@liandong/shared/place';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Gazetteer } from './gazetteer.js';
import { findPlace } from './place.queries.js';
import { placeContent, savePlace } from './save-place.js';
import { newPlaceCode } from './write-places.js';

/** A place the gazetteer did not have. */
@Injectable()
export class AddPlace {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly gazetteer: Gazetteer,
  ) {}

  /** The same `clientId` again answers the place that is already there. @throws Problem bad-request */
  async run({ clientId, ...wanted }: z.output<typeof Wanted>, actor: Actor): Promise<SavedPlace> {
    const code = newPlaceCode(clientId ?? newId());
    const saved = await this.transactions.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [code]);
      const known = await findPlace(tx, code);
      if (known) return { place: known, warnings: [] };
      const added = await savePlace(tx, code, wanted);
      await appendEvent(tx, {
        at: this.clock.now(),
        type: 'place.added',
        actor,
        payload: {
          code,
          name: added.place.name,
          townshipName: added.place.townshipName,
          after: placeContent(added.place),
          reason: wanted.reason,
        },
      });
      return added;
    });
    this.gazetteer.forget();
    return saved;
  }
}
