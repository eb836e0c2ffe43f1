import { localDateDigits } from '@liandong/shared/local-time';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config.js';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { countyAsIs, readKnownCounty } from '../county.queries.js';
import { readCounty } from './base.queries.js';
import { filledSheets, templateSheets } from './lay-out.js';
import { writeWorkbook } from './workbook.js';

/** The county as a workbook of the template's shape: brought in again, it changes nothing. */
@Injectable()
export class ExportCounty {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Empty, with examples and a page that says what each column takes. */
  template(): Promise<Buffer> {
    return writeWorkbook(templateSheets());
  }

  /** People's phones leave the house: that is on record. */
  async run(actor: Actor): Promise<{ name: string; bytes: Buffer }> {
    const now = this.clock.now();
    const facts = countyAsIs(await readKnownCounty(this.database), this.config);
    const county = { county: [facts], ...(await readCounty(this.database, now)) };
    const bytes = await writeWorkbook(await filledSheets(county));
    const payload = { members: county.members.length, places: county.places.length };
    await this.transactions.run((tx) => appendEvent(tx, { at: now, type: 'county.exported', actor, payload }));
    return { name: `${facts.title}-${localDateDigits(now, facts.zone)}.xlsx`, bytes };
  }
}
