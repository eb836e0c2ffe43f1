import type { IncidentView } from '@liandong/shared/incident';
import type { TransferCommand as Wanted } from '@liandong/shared/incident.acts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { lockOpenIncident, readIncident } from '../incidents/incident.queries.js';
import { markCentreTook, setCommand } from '../incidents/incident-writes.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { OPEN } from './order.entity.js';
import { leadBy } from './take-command.js';

/** 移交指挥: another team leads at the scene, or another person commands. The situation reports are owed by who leads. */
@Injectable()
export class TransferCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state, bad-request (nobody named, a team without an open order here) */
  run(id: string, wanted: Wanted, actor: Actor): Promise<IncidentView> {
    return this.transactions.run(async (tx) => {
      const incident = await lockOpenIncident(tx, id);
      if (!wanted.teamCode && !wanted.commander) throw Problem.field('teamCode', '请指明由哪支队伍带队，或由谁指挥');
      if (wanted.teamCode) await this.refuseAbsent(tx, id, wanted.teamCode);
      const leadTeamCode = wanted.teamCode ?? incident.leadTeamCode;
      const { commander } = wanted;
      const person = commander && { name: commander.name, phone: commander.phone };
      const at = this.clock.now();
      const lead = await leadBy(tx, incident, leadTeamCode, at);
      if (commander) await setCommand(tx, id, { leadTeamCode, post: commander.post, commander: person });
      await appendEvent(tx, {
        at,
        type: 'command.transferred',
        actor,
        incidentId: id,
        teamCode: leadTeamCode,
        payload: {
          from: incident.leadTeamCode,
          to: leadTeamCode,
          toName: lead.owedBy,
          commander: commander ?? null,
          reason: wanted.reason,
        },
      });
      return readIncident(tx, id);
    });
  }

  /** 中心接手: an incident a team took on its own hotline is the centre's from now on. @throws Problem not-found, wrong-state */
  take(id: string, actor: Actor): Promise<IncidentView> {
    return this.transactions.run(async (tx) => {
      const incident = await lockOpenIncident(tx, id);
      if (!incident.originTeamCode || incident.centreTookAt)
        throw new Problem('wrong-state', { state: incident.status, detail: '本警情已由中心指挥' });
      const at = this.clock.now();
      await markCentreTook(tx, id, at);
      const { originTeamCode: teamCode } = incident;
      await appendEvent(tx, {
        at,
        type: 'centre.took_command',
        actor,
        incidentId: id,
        teamCode,
        payload: { teamCode },
      });
      return readIncident(tx, id);
    });
  }

  private async refuseAbsent(tx: EntityManager, incidentId: string, teamCode: string): Promise<void> {
    const [order] = await tx.query(`SELECT 1 FROM orders WHERE incident_id = $1 AND team_code = $2 AND ${OPEN}`, [
      incidentId,
      teamCode,
    ]);
    if (!order) throw Problem.field('teamCode', '该队没有本警情的在办指令，不能带队');
  }
}
