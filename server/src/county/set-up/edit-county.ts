import type { SetupView, EditCounty as Wanted } from '@liandong/shared/county-set-up';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { countyAsIs, readKnownCounty } from '../county.queries.js';
import { CountyInForce } from '../county-in-force.js';
import { writeCountyFacts } from '../imports/write-county.js';
import { SignAsCounty } from '../sign-as-county.js';
import { readSetup } from './set-up.queries.js';

/** What the county says of itself: name, title, phone, zone. */
@Injectable()
export class EditCounty {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly inForce: CountyInForce,
    private readonly sign: SignAsCounty,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run({ name, title, centrePhone, zone }: Wanted, actor: Actor): Promise<SetupView> {
    const at = this.clock.now();
    const after = { name, title: title || `${name}应急大联动`, centrePhone: centrePhone.replace(/[ -]/g, ''), zone };
    await this.transactions.run(async (tx) => {
      await tx.query('LOCK TABLE county IN SHARE ROW EXCLUSIVE MODE');
      const before = countyAsIs(await readKnownCounty(tx), this.config);
      await writeCountyFacts(tx, [after]);
      await appendEvent(tx, { at, type: 'county.edited', actor, payload: { before, after } });
    });
    await this.inForce.refresh();
    await this.sign.run(actor);
    return this.transactions.run((tx) => readSetup(tx, this.config, at));
  }
}
