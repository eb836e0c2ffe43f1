import type { SendUpwardReport as Sent, UpwardReportView } from '@liandong/shared/upward';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { UpwardReport } from './course.entity.js';
import { lockIncident } from './incident.queries.js';
import { settleUpward } from './owe-reports.js';

/** A report went up: kept word for word, its clock met, the next one begun. */
@Injectable()
export class SendUpwardReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state (a final report while it runs, another after it is over), bad-request (id used elsewhere) */
  run(incidentId: string, { clientId, ...sent }: Sent, actor: Actor): Promise<UpwardReportView> {
    return this.transactions.run(async (tx) => {
      const incident = await lockIncident(tx, incidentId);
      const before = await readUpwardReports(tx, incidentId);
      const known = before.find((one) => one.id === clientId);
      if (known) return known;
      await refuseUsedId(tx, clientId);
      refuseOutOfPlace(incident.status, sent.stage);
      const sentAt = this.clock.now();
      const spokenTo = sent.spokenTo ?? null;
      const row = { ...sent, id: clientId, incidentId, no: before.length + 1, spokenTo, sentAt, sentBy: actor.name };
      await insertRows(tx, UpwardReport, [row]);
      await settleUpward(tx, incident, { stage: sent.stage, at: sentAt });
      const payload = { reportId: clientId, no: row.no, stage: sent.stage, recipient: sent.recipient };
      await appendEvent(tx, { at: sentAt, type: 'upward.reported', actor, incidentId, payload });
      return (await readUpwardReports(tx, incidentId)).at(-1)!;
    });
  }
}

async function refuseUsedId(tx: EntityManager, id: string): Promise<void> {
  const [used] = await tx.query('SELECT 1 FROM upward_reports WHERE id = $1', [id]);
  if (used) throw Problem.field('clientId', '这个编号已用于另一份上报');
}

/** 终报 speaks of what is over, everything else of what runs; who is late with the first may send it after the end too. */
function refuseOutOfPlace(status: string, stage: Sent['stage']): void {
  if (stage === 'final' && status !== 'closed')
    throw new Problem('wrong-state', { state: status, detail: '结案后才能终报' });
  if (stage === 'follow_up' && status !== 'open')
    throw new Problem('wrong-state', { state: status, detail: '警情已不在办，请用终报' });
  if (status !== 'open' && status !== 'closed')
    throw new Problem('wrong-state', { state: status, detail: '无效、并案或分流的警情不上报' });
}

/** The reports of an incident, in the order they went up. */
export function readUpwardReports(
  database: DataSource | EntityManager,
  incidentId: string,
): Promise<UpwardReportView[]> {
  return database.query(
    `SELECT id, stage, no, recipient, spoken_to AS "spokenTo", text, sent_at AS "sentAt", sent_by AS by
     FROM upward_reports WHERE incident_id = $1 ORDER BY no`,
    [incidentId],
  );
}
