import type { AddSituation, Casualties, SituationView } from '@liandong/shared/situation';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { meetIncidentObligation } from '../obligations/settle-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { SituationReport } from './course.entity.js';
import { lockIncident, lockOpenIncident, readIncident } from './incident.queries.js';
import { startSituationReports } from './owe-reports.js';

/** 动态报告 as somebody gave it. `at`: the instant that counts. */
export interface Situation {
  id: string;
  incidentId: string;
  orderId: string | null;
  teamCode: string | null;
  from: string;
  text: string;
  casualties: Casualties;
  at: Date;
  receivedAt: Date;
  evidence: string;
}

/** A situation report is written down: the clock it answers is met, the next one begins with it. */
export async function recordSituation(tx: EntityManager, { from, evidence, ...told }: Situation): Promise<void> {
  await insertRows(tx, SituationReport, [{ ...told, reportedBy: from }]);
  const { incidentId, at } = told;
  await meetIncidentObligation(tx, { incidentId, kind: 'situation_report' }, { at, evidence });
  await startSituationReports(tx, await readIncident(tx, incidentId), at);
}

/** The centre writes a situation report down: what the scene commander said by phone or radio. */
@Injectable()
export class AddSituations {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state when the incident is over */
  run(incidentId: string, told: AddSituation, actor: Actor): Promise<SituationView> {
    return this.transactions.run((tx) => this.add(tx, incidentId, told, actor));
  }

  private async add(tx: EntityManager, incidentId: string, told: AddSituation, actor: Actor): Promise<SituationView> {
    await lockIncident(tx, incidentId);
    const known = await findSituation(tx, incidentId, told.clientId);
    if (known) return known;
    await lockOpenIncident(tx, incidentId);
    const at = this.clock.now();
    const casualties = told.casualties ?? {};
    const situation = {
      id: told.clientId,
      incidentId,
      orderId: null,
      teamCode: null,
      from: actor.name,
      text: told.text,
    };
    await recordSituation(tx, { ...situation, casualties, at, receivedAt: at, evidence: 'verbal' });
    const payload = { situationId: told.clientId, text: told.text, casualties };
    await appendEvent(tx, { at, type: 'situation.reported', actor, incidentId, payload });
    return (await findSituation(tx, incidentId, told.clientId))!;
  }
}

/** @throws Problem bad-request when the id belongs to another incident's report */
async function findSituation(tx: EntityManager, incidentId: string, id: string): Promise<SituationView | undefined> {
  const [known] = await tx.query('SELECT incident_id FROM situation_reports WHERE id = $1', [id]);
  if (known && known.incident_id !== incidentId) throw Problem.field('clientId', '这个编号已用于另一份报告');
  return known && (await readSituations(tx, incidentId)).find((one) => one.id === id);
}

/** The situation reports of an incident, oldest first, numbered as they came. */
export function readSituations(database: DataSource | EntityManager, incidentId: string): Promise<SituationView[]> {
  return database.query(
    `SELECT id, (row_number() OVER (ORDER BY received_at, id))::int AS no, team_code AS "teamCode", reported_by AS "from",
            text, casualties, at, received_at AS "receivedAt"
     FROM situation_reports WHERE incident_id = $1 ORDER BY received_at, id`,
    [incidentId],
  );
}
