import type { DutySnapshot } from '@liandong/shared/duty';
import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView, IssueOrders as Wanted } from '@liandong/shared/order';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvents } from '../events/append-event.js';
import { lockOpenIncident } from '../incidents/incident.queries.js';
import { startSituationReports } from '../incidents/owe-reports.js';
import { enqueueMessages } from '../messages/enqueue.js';
import { OrderLinks } from '../messages/links/order-links.js';
import { readLadders } from '../messages/templates/ladder.queries.js';
import { readTemplates } from '../messages/templates/template.queries.js';
import { basisOf, owedByOrder } from '../obligations/obligation.rules.js';
import { openObligations } from '../obligations/open-obligations.js';
import { findArea } from '../places/area.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { readSettings } from '../settings/settings.queries.js';
import type { Settings } from '../settings/settings.table.js';
import { chooseTargets } from '../targets/choose-targets.js';
import { freezeTarget } from '../targets/target.rules.js';
import { findContacts, type Reachable, type TeamContacts } from '../teams/duty.queries.js';
import type { TeamFacts } from '../teams/team.queries.js';
import { commandByPlan, type PlannedIssue, planIssue, tellPlan } from './issue-by-plan.js';
import { type IssuedBy, Order, PagedPersonRow } from './order.entity.js';
import { readOrders } from './order.queries.js';
import { takeOrderCodes } from './order-codes.js';
import { callsOf, type NewOrder } from './order-ladder.js';
import { type CallKind, callKindOf, knownTeams, refuseDoubleOrders, sameRequest } from './order-request.js';
import { takeCommand } from './take-command.js';

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
    private readonly links: OrderLinks,
  ) {}

  /** @throws Problem not-found, wrong-state, bad-request (unknown team), already-ordered; then nothing was done for any team */
  run(incidentId: string, wanted: Wanted, actor: Actor): Promise<OrderView[]> {
    return this.transactions.run((tx) => this.apply(tx, incidentId, wanted, actor));
  }

  /** The same inside a transaction that is already open. */
  async apply(tx: EntityManager, incidentId: string, wanted: Wanted, actor: Actor): Promise<OrderView[]> {
    const before = await sameRequest(tx, incidentId, wanted);
    if (before) return before;
    const found = await lockOpenIncident(tx, incidentId);
    // Sent twice at the same moment: the other one held the lock.
    const again = await sameRequest(tx, incidentId, wanted);
    if (again) return again;
    const teams = await knownTeams(tx, [...new Set(wanted.teamCodes)], { hold: true });
    await refuseDoubleOrders(tx, incidentId, teams);
    const callKind = await callKindOf(tx, found, wanted);
    const now = this.clock.now();
    const settings = await readSettings(tx);
    const contacts = await findContacts(
      tx,
      teams.map((team) => team.code),
      now,
    );
    const planned = await planIssue(tx, found, { wanted, settings, now, callKind, ownCall: actor.role === 'team' });
    const commanded = await commandByPlan(tx, found, planned);
    const incident = await takeCommand(tx, commanded, { lead: teams[0]!, contacts, at: now });
    const orders = await this.write(tx, { incident, teams, wanted, actor, now, callKind, contacts, planned });
    await this.owe(tx, { incident, orders, wanted, now, settings, contacts });
    await startSituationReports(tx, incident, now);
    await appendEvents(
      tx,
      orders.map((order) => issuedEvent(order, { actor, at: now, callKind, plan: planned.by })),
    );
    await tellPlan(tx, planned, { incidentId, wanted, actor, at: now });
    return readOrders(
      tx,
      orders.map((order) => order.id),
    );
  }

  private async write(
    tx: EntityManager,
    {
      incident,
      teams,
      wanted,
      actor,
      now,
      callKind,
      contacts,
      planned,
    }: {
      incident: IncidentView;
      teams: TeamFacts[];
      wanted: Wanted;
      actor: Actor;
      now: Date;
      callKind: CallKind;
      contacts: Map<string, TeamContacts>;
      planned: PlannedIssue;
    },
  ): Promise<NewOrder[]> {
    const area = await findArea(tx, incident);
    const targets = await chooseTargets(tx, { teams, area, at: now, zone: this.config.COUNTY_TZ });
    const codes = await takeOrderCodes(tx, teams.length);
    const task = wanted.task || planned.taskText;
    const orders = teams.map((team, index) => ({
      id: newId(),
      code: codes[index]!,
      incidentId: incident.id,
      teamCode: team.code,
      task,
      issuedAt: now,
      target: freezeTarget(targets[index]!, now),
      team,
    }));
    const rows = orders.map(({ team: _, ...order }) => ({
      ...order,
      status: 'issued' as const,
      stamps: {},
      issuedBy: actor.name,
      duty: whoIs(contacts.get(order.teamCode)?.onDuty ?? null),
      clientId: wanted.clientId,
      callKind,
      replacesId: wanted.replaces,
      plan: planned.by,
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
      contacts,
    }: {
      incident: IncidentView;
      orders: NewOrder[];
      wanted: Wanted;
      now: Date;
      settings: Settings;
      contacts: Map<string, TeamContacts>;
    },
  ): Promise<void> {
    const owing = orders.flatMap(({ id: orderId, incidentId, teamCode, target, team }) =>
      owedByOrder(target.measure, now, target.seconds, settings).map((owed) => ({
        ...owed,
        orderId,
        incidentId,
        teamCode,
        owedBy: team.shortName,
        basis: basisOf(owed, target.basis),
      })),
    );
    await openObligations(tx, owing, settings);
    const ladders = await readLadders(
      tx,
      orders.map((order) => order.teamCode),
    );
    const bodies = await readTemplates(tx);
    const calls = orders.map((order) => {
      const { teamCode } = order;
      const calling = {
        ladder: ladders.get(teamCode)!,
        contacts: contacts.get(teamCode)!,
        bodies,
        linkFor: (id: string) => this.links.of(id),
      };
      return callsOf(order, incident, calling, wanted);
    });
    await insertRows(
      tx,
      PagedPersonRow,
      calls.flatMap(({ paged }) => paged),
    );
    await enqueueMessages(
      tx,
      calls.flatMap(({ messages }) => messages),
      bodies,
    );
  }
}

const issuedEvent = (
  order: NewOrder,
  { actor, at, callKind, plan }: { actor: Actor; at: Date; callKind: CallKind; plan: IssuedBy | null },
) => ({
  at,
  type: 'order.issued',
  actor,
  incidentId: order.incidentId,
  teamCode: order.teamCode,
  payload: { orderId: order.id, code: order.code, team: order.team.shortName, target: order.target, callKind, plan },
});

/** 下达时值班: as he is called now, whatever the register says later. */
const whoIs = (person: Reachable | null): DutySnapshot | null =>
  person && { memberId: person.memberId, name: person.name, phone: person.phone, post: person.post };
