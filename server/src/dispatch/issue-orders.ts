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
import { enqueueMessages, type NewMessage } from '../messages/enqueue.js';
import { planLadder } from '../messages/ladder.rules.js';
import { orderText } from '../messages/order-text.rules.js';
import { owedByOrder } from '../obligations/obligation.rules.js';
import { openObligations } from '../obligations/open-obligations.js';
import { findArea } from '../places/area.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { localTime } from '../platform/local-time.js';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import type { Settings } from '../settings/settings.table.js';
import { rulesInForce } from '../targets/rules-in-force.queries.js';
import { chooseTarget, isDaytime } from '../targets/target.rules.js';
import { findContacts, type TeamContacts } from '../teams/duty.queries.js';
import { findTeams, type TeamFacts } from '../teams/team.queries.js';
import { Order } from './order.entity.js';
import { OPEN, readOrders } from './order.queries.js';
import { takeOrderCodes } from './order-codes.js';
import { planTask } from './plan.queries.js';

type NewOrder = Pick<Order, 'id' | 'code' | 'incidentId' | 'teamCode' | 'task' | 'issuedAt' | 'target'> & {
  team: TeamFacts;
};

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

/**
 * The same request sent twice: the orders it made the first time.
 * @throws Problem bad-request when the id was used for another incident or other teams: an order must never seem issued that is not
 */
async function sameRequest(
  tx: EntityManager,
  incidentId: string,
  { clientId, teamCodes }: Wanted,
): Promise<OrderView[] | null> {
  if (!clientId) return null;
  const rows: { id: string; incident_id: string; team_code: string }[] = await tx.query(
    'SELECT id, incident_id, team_code FROM orders WHERE client_id = $1 ORDER BY id',
    [clientId],
  );
  if (rows.length === 0) return null;
  const made = new Set(rows.map((row) => row.team_code));
  const same =
    rows[0]!.incident_id === incidentId &&
    made.size === new Set(teamCodes).size &&
    teamCodes.every((code) => made.has(code));
  if (!same) throw Problem.field('clientId', '这个编号已用于另一次下达');
  return readOrders(
    tx,
    rows.map((row) => row.id),
  );
}

async function knownTeams(tx: EntityManager, codes: readonly string[]): Promise<TeamFacts[]> {
  const teams = new Map((await findTeams(tx, codes)).map((team) => [team.code, team]));
  const fields = codes.flatMap((code, index) =>
    teams.has(code) ? [] : [{ path: `teamCodes.${index}`, message: `没有编号为 ${code} 的队伍` }],
  );
  if (fields.length > 0) throw new Problem('bad-request', { fields });
  return codes.map((code) => teams.get(code)!);
}

/** Two dispatchers at once: the incident is locked, so the second one meets the first one's orders here. */
async function refuseDoubleOrders(tx: EntityManager, incidentId: string, teams: readonly TeamFacts[]): Promise<void> {
  const rows: { team_code: string }[] = await tx.query(
    `SELECT team_code FROM orders WHERE incident_id = $1 AND team_code = ANY($2) AND ${OPEN}`,
    [incidentId, teams.map((team) => team.code)],
  );
  if (rows.length === 0) return;
  const busy = new Set(rows.map((row) => row.team_code));
  const fields = teams.flatMap((team, index) =>
    busy.has(team.code) ? [{ path: `teamCodes.${index}`, message: `${team.shortName}已有未结指令` }] : [],
  );
  throw new Problem('already-ordered', { fields, detail: fields.map((field) => field.message).join('；') });
}

function ladderOf(
  order: NewOrder,
  incident: IncidentView,
  contacts: TeamContacts,
  settings: Settings,
  wanted: Wanted,
): NewMessage[] {
  const { team, code, target } = order;
  const text = orderText({
    code,
    place: incident.placeText ?? incident.townshipName,
    narrative: incident.narrative,
    teamShortName: team.shortName,
    measure: target.measure,
    seconds: target.seconds,
    drill: incident.drill,
    task: wanted.task || null,
  });
  const desk = { name: `${team.shortName}值班`, post: 'alarm_phone', phone: team.alarmPhone };
  return planLadder(contacts, desk, settings, wanted.channels).map((rung) => ({
    purpose: 'order',
    step: rung.step,
    channel: rung.channel,
    recipientName: rung.recipient.name,
    recipientPost: rung.recipient.post,
    phone: rung.recipient.phone,
    text,
    dueAt: new Date(order.issuedAt.getTime() + rung.afterSeconds * 1000),
    orderId: order.id,
    incidentId: order.incidentId,
    teamCode: order.teamCode,
    orderCode: code,
  }));
}

const issuedEvent = (order: NewOrder, actor: Actor, at: Date) => ({
  at,
  type: 'order.issued',
  actor,
  incidentId: order.incidentId,
  teamCode: order.teamCode,
  payload: { orderId: order.id, code: order.code, team: order.team.shortName, target: order.target },
});
