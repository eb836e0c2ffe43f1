import type { IncidentView } from '@liandong/shared/incident';
import type { IssueOrders } from '@liandong/shared/order';
import type { NewMessage } from '../messages/enqueue.js';
import { planLadder } from '../messages/ladder.rules.js';
import { orderText } from '../messages/order-text.rules.js';
import type { Settings } from '../settings/settings.table.js';
import type { TeamContacts } from '../teams/duty.queries.js';
import type { TeamFacts } from '../teams/team.queries.js';
import type { Order } from './order.entity.js';

/** An order as it is being issued. */
export type NewOrder = Pick<Order, 'id' | 'code' | 'incidentId' | 'teamCode' | 'task' | 'issuedAt' | 'target'> & {
  team: TeamFacts;
};

/** Every message of one order's ladder, with its text and the instant it is due. */
export function ladderOf(
  order: NewOrder,
  incident: IncidentView,
  contacts: TeamContacts,
  settings: Settings,
  wanted: IssueOrders,
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
    command: incident.sceneCommand
      ? {
          post: incident.sceneCommand,
          name: incident.sceneCommander?.name ?? null,
          phone: incident.sceneCommander?.phone ?? null,
        }
      : null,
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
