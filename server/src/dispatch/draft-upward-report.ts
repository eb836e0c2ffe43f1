import { localWords } from '@liandong/shared/local-time';
import type { UpwardDraft, UpwardStage } from '@liandong/shared/upward';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { readCalls } from '../incidents/call.queries.js';
import { readIncident } from '../incidents/incident.queries.js';
import { readUpwardReports } from '../incidents/send-upward-report.js';
import { readSituations } from '../incidents/situations.js';
import { ordersOf } from './order.queries.js';
import { upwardText } from './upward-text.rules.js';

/** To whom reports go while the superior is not named otherwise. 本县约定 */
const SUPERIOR = '县委办公室、县政府办公室';

/** Writes the draft of a report upward from what is known at this moment; a person reads it before it goes. */
@Injectable()
export class DraftUpwardReport {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found */
  async run(incidentId: string, stage: UpwardStage): Promise<UpwardDraft> {
    const incident = await readIncident(this.database, incidentId);
    const [orders, situations, calls, sent] = await Promise.all([
      ordersOf(this.database, incidentId),
      readSituations(this.database, incidentId),
      readCalls(this.database, incidentId),
      readUpwardReports(this.database, incidentId),
    ]);
    const time = (instant: string): string => localWords(new Date(instant), this.config.COUNTY_TZ);
    const facts = { incident, orders, situations, calls: calls.length, time };
    return { stage, recipient: sent.at(-1)?.recipient ?? SUPERIOR, text: upwardText(stage, facts) };
  }
}
