import type { IncidentView } from '@liandong/shared/incident';
import type { TakeOnHotline as Wanted } from '@liandong/shared/incident.acts';
import type { OrderView } from '@liandong/shared/order';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isDuplicate, Transactions } from '../database/transaction.js';
import { readIncident } from '../incidents/incident.queries.js';
import { ReportIncident } from '../incidents/report-incident.js';
import type { Actor } from '../platform/actor.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { IssueOrders } from './issue-orders.js';
import { readOrders } from './order.queries.js';
import { RecordReport } from './record-report.js';

/**
 * 双轨制: a team takes a call on its own hotline. The incident, its own order and the answer to it are one act, so nobody is
 * rung up for what he reported himself; the centre sees it at once and may take command.
 */
@Injectable()
export class TakeOnHotline {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly reportIncident: ReportIncident,
    private readonly issueOrders: IssueOrders,
    private readonly recordReport: RecordReport,
  ) {}

  /** The same `clientId` again answers what it made. @throws Problem bad-request on an unknown type or township, or an id that is another call's */
  async run(wanted: Wanted, actor: Actor): Promise<{ incident: IncidentView; order: OrderView }> {
    const call = { ...wanted, channel: 'hotline' as const, drill: false };
    const taken = await this.reportIncident.weigh(call);
    const incidentId = await this.transactions
      .run(async (tx) => {
        const { id } = await this.reportIncident.store(tx, taken, actor);
        const [order] = await this.issueOrders.apply(tx, id, { teamCodes: [actor.teamCode!] }, actor);
        const answer = { kind: 'acknowledged' as const, source: 'app' as const, clientId: newId() };
        await this.recordReport.apply(tx, order!.id, answer, actor);
        return id;
      })
      .catch(async (error) => {
        if (!isDuplicate(error, 'incidents_client')) throw error;
        return (await this.reportIncident.orKnown(call, error)).id;
      });
    return this.read(incidentId, actor);
  }

  private async read(incidentId: string, actor: Actor) {
    const [row] = await this.database.query('SELECT id FROM orders WHERE incident_id = $1 AND team_code = $2 LIMIT 1', [
      incidentId,
      actor.teamCode,
    ]);
    const incident = await readIncident(this.database, incidentId);
    if (!row || incident.originTeamCode !== actor.teamCode) throw Problem.field('clientId', '这个编号已用于另一警情');
    const [order] = await readOrders(this.database, [row.id]);
    return { incident, order: order! };
  }
}
