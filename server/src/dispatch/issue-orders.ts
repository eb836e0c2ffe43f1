import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView, IssueOrders as Wanted } from '@liandong/shared/order';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvents } from '../events/append-event.js';
import { markIssued } from '../incidents/end-incident.js';
import { lockOpenIncident } from '../incidents/incident.queries.js';
import { enqueueMessages } from '../messages/enqueue.js';
import { owedByOrder } from '../obligations/obligation.rules.js';
import { openObligations } from '../obligations/open-obligations.js';
import { findArea } from '../places/area.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { localTime } from '../platform/local-time.js';
import { readSettings } from '../settings/settings.queries.js';
import type { Settings } from '../settings/settings.table.js';
import { rulesInForce } from '../targets/rules-in-force.queries.js';
import { chooseTarget, isDaytime } from '../targets/target.rules.js';
import { findContacts } from '../teams/duty.queries.js';
import type { TeamFacts } from '../teams/team.queries.js';
import { Order } from './order.entity.js';
import { readOrders } from './order.queries.js';
import { takeOrderCodes } from './order-codes.js';
import { ladderOf, type NewOrder } from './order-ladder.js';
import { knownTeams, refuseDoubleOrders, sameRequest } from './order-request.js';
import { planTask } from './plan.queries.js';

/**
 * One incident, several teams, one transaction: orders with frozen targets, what they owe, and every message of their
 * ladders are durable together before anybody is answered.
 */
@Injectable()
export class IssueOrders {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found, wrong-state, bad-request (unknown team), already-ordered; then nothing was done for any team */
  run(incidentId: string, wanted: Wanted, actor: Actor): Promise<OrderView[]> {
    return this.transactions.run(async (tx) => {
      const before = await sameRequest(tx, incidentId, wanted);
      if (before) return before;
      const incident = await lockOpenIncident(tx, incidentId);
      // Sent twice at the same moment: the other one held the lock.
      const again = await sameRequest(tx, incidentId, wanted);
      if (again) return again;
      const codes = [...new Set(wanted.teamCodes)];
      const teams = await knownTeams(tx, codes);
      await refuseDoubleOrders(tx, incidentId, teams);
      const now = this.clock.now();
      const settings = await readSettings(tx);
      const orders = await this.write(tx, { incident, teams, wanted, actor, now, settings });
      await this.owe(tx, { incident, orders, wanted, now, settings });
      await markIssued(tx, incidentId, now);
      await appendEvents(
        tx,
        orders.map((order) => issuedEvent(order, actor, now)),
      );
      return readOrders(
        tx,
        orders.map((order) => order.id),
      );
    });
  }

  private async write(
    tx: EntityManager,
    {
      incident,
      teams,
      wanted,
      actor,
      now,
      settings,
    }: { incident: IncidentView; teams: TeamFacts[]; wanted: Wanted; actor: Actor; now: Date; settings: Settings },
  ): Promise<NewOrder[]> {
    const rules = await rulesInForce(tx, now);
    const area = await findArea(tx, incident);
    const daytime = isDaytime(localTime(now, this.config.COUNTY_TZ).hour, settings);
    const codes = await takeOrderCodes(tx, teams.length);
    const task = wanted.task || (await planTask(tx, incident.type?.code ?? null));
    const orders = teams.map((team, index) => {
      const target = chooseTarget(team, area, daytime, rules);
      const dueAt = new Date(now.getTime() + target.seconds * 1000).toISOString();
      return {
        id: newId(),
        code: codes[index]!,
        incidentId: incident.id,
        teamCode: team.code,
        task,
        issuedAt: now,
        target: { ...target, dueAt },
        team,
      };
    });
    const rows = orders.map(({ team: _, ...order }) => ({
      ...order,
      status: 'issued' as const,
      stamps: {},
      issuedBy: actor.name,
      clientId: wanted.clientId,
    }));
    await insertRows(tx, Order, rows);
    return orders;
  }

  private async owe(
    tx: EntityManager,
    {
      incident,
      orders,
      wanted,
      now,
      settings,
    }: { incident: IncidentView; orders: NewOrder[]; wanted: Wanted; now: Date; settings: Settings },
  ): Promise<void> {
    const owing = orders.map(({ id, incidentId, teamCode, target }) => ({
      orderId: id,
      incidentId,
      teamCode,
      owed: owedByOrder(target.measure, now, target.seconds, settings),
    }));
    await openObligations(tx, owing, settings);
    const contacts = await findContacts(
      tx,
      orders.map((order) => order.teamCode),
      now,
    );
    const messages = orders.flatMap((order) =>
      ladderOf(order, incident, contacts.get(order.teamCode)!, settings, wanted),
    );
    await enqueueMessages(tx, messages);
  }
}

const issuedEvent = (order: NewOrder, actor: Actor, at: Date) => ({
  at,
  type: 'order.issued',
  actor,
  incidentId: order.incidentId,
  teamCode: order.teamCode,
  payload: { orderId: order.id, code: order.code, team: order.team.shortName, target: order.target },
});
