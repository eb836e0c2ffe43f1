import type { IncidentView } from '@liandong/shared/incident';
import type { Ladder } from '@liandong/shared/ladder';
import type { IssueOrders } from '@liandong/shared/order';
import type { NewMessage } from '../messages/enqueue.js';
import { type Contacts, peopleToReach, planLadder } from '../messages/ladder.rules.js';
import { orderWords } from '../messages/order-text.rules.js';
import type { Bodies } from '../messages/templates/compose.rules.js';
import type { Worded } from '../messages/templates/templates.table.js';
import { newId } from '../platform/ids.js';
import type { TeamContacts } from '../teams/duty.queries.js';
import type { TeamFacts } from '../teams/team.queries.js';
import type { Order, PagedPersonRow } from './order.entity.js';

/** An order as it is being issued. */
export type NewOrder = Pick<Order, 'id' | 'code' | 'incidentId' | 'teamCode' | 'task' | 'issuedAt' | 'target'> & {
  team: TeamFacts;
};

/** What an order's calls are made from: the team's ladder and people, the templates in force, a link for each message. */
export interface Calling {
  ladder: Ladder;
  contacts: TeamContacts;
  bodies: Bodies;
  /** A signed link for this message, with the space before it; empty where links are not in use. */
  linkFor: (messageId: string) => string;
}

/** Every message of one order's ladder, with its words and the instant it is due; and whom it has to reach himself. */
export function callsOf(
  order: NewOrder,
  incident: IncidentView,
  calling: Calling,
  wanted: IssueOrders,
): { messages: NewMessage[]; paged: Pick<PagedPersonRow, 'orderId' | 'phone' | 'name' | 'post'>[] } {
  const { team, code } = order;
  const alarmPhone = { name: `${team.shortName}值班`, post: 'alarm_phone', phone: team.alarmPhone };
  const contacts: Contacts = { ...calling.contacts, alarmPhone };
  const plain = wordsOf(order, incident, calling, wanted, '');
  const messages = planLadder(calling.ladder, contacts, wanted.channels).map((rung): NewMessage => {
    const id = newId();
    const link = rung.channel === 'sms' ? calling.linkFor(id) : '';
    return {
      id,
      purpose: 'order',
      step: rung.step,
      channel: rung.channel,
      recipientName: rung.recipient.name,
      recipientPost: rung.recipient.post,
      phone: rung.recipient.phone,
      personal: rung.personal,
      words: link === '' ? plain : wordsOf(order, incident, calling, wanted, link),
      drill: incident.drill,
      dueAt: new Date(order.issuedAt.getTime() + rung.afterSeconds * 1000),
      orderId: order.id,
      incidentId: order.incidentId,
      teamCode: order.teamCode,
      orderCode: code,
    };
  });
  const paged = peopleToReach(calling.ladder, contacts).map(({ phone, name, post }) => ({
    orderId: order.id,
    phone,
    name,
    post,
  }));
  return { messages, paged };
}

function wordsOf(
  { team, code, target }: NewOrder,
  incident: IncidentView,
  { bodies }: Calling,
  wanted: IssueOrders,
  link: string,
): Worded {
  const { sceneCommand, sceneCommander } = incident;
  const words = {
    code,
    place: incident.placeText ?? incident.townshipName,
    narrative: incident.narrative,
    teamShortName: team.shortName,
    measure: target.measure,
    seconds: target.seconds,
    drill: incident.drill,
    task: wanted.task || null,
    command: sceneCommand
      ? { post: sceneCommand, name: sceneCommander?.name ?? null, phone: sceneCommander?.phone ?? null }
      : null,
    link,
  };
  return orderWords(words, bodies);
}
