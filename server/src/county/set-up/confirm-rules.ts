import type { SetupView } from '@liandong/shared/county-set-up';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import { IncidentTypes } from '../../incidents/incident-types.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { loadDefaultRules } from './load-rules.js';
import { readSetup } from './set-up.queries.js';

/** The administrator takes over the document's rules and what the county agrees on where it is silent; each may be edited later. */
@Injectable()
export class ConfirmRules {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly types: IncidentTypes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Confirming again changes nothing. */
  async run(actor: Actor): Promise<SetupView> {
    const at = this.clock.now();
    const view = await this.transactions.run(async (tx) => {
      await tx.query('LOCK TABLE county IN SHARE ROW EXCLUSIVE MODE');
      await tx.query(
        `INSERT INTO county (id, name, title, centre_phone, zone) VALUES (1, '', '', '', '') ON CONFLICT DO NOTHING`,
      );
      const [before] = await tx.query('SELECT rules_confirmed_at FROM county');
      if (before.rules_confirmed_at === null) {
        await loadDefaultRules(tx, at);
        await tx.query('UPDATE county SET rules_confirmed_at = $1, rules_confirmed_by = $2', [at, actor.name]);
        const view = await readSetup(tx, this.config, at);
        const { rules, types, plans } = view.counts;
        await appendEvent(tx, { at, type: 'county.rules_confirmed', actor, payload: { rules, types, plans } });
      }
      return readSetup(tx, this.config, at);
    });
    this.types.forget();
    return view;
  }
}
