import type { EntityManager } from 'typeorm';
import { readIncident } from '../incidents/incident.queries.js';
import { enqueueMessages, type NewMessage, supersedeChase } from '../messages/enqueue.js';
import { whoWasTold } from '../messages/message.queries.js';
import type { Worded } from '../messages/templates/templates.table.js';
import { findContacts } from '../teams/duty.queries.js';
import { findTeams } from '../teams/team.queries.js';
import type { LockedOrder } from './order.queries.js';

interface Word {
  purpose: 'recall' | 'chase' | 'notice';
  words: Worded;
  at: Date;
}

/**
 * A word after the order: a text to whoever is on duty now and to the commander, and a push to the app. A recall goes to
 * everybody the order went to as well. With nobody to reach, the team's own alarm phone takes it.
 */
export async function tellTeam(
  tx: EntityManager,
  order: Pick<LockedOrder, 'id' | 'code' | 'incidentId' | 'teamCode'>,
  { purpose, words, at }: Word,
): Promise<void> {
  const { drill } = await readIncident(tx, order.incidentId);
  const { onDuty, commander } = (await findContacts(tx, [order.teamCode], at)).get(order.teamCode)!;
  const told = purpose === 'recall' ? await whoWasTold(tx, order.id) : [];
  const known = [...told, onDuty, commander].filter((person) => person !== null);
  const people = new Map((known.length > 0 ? known : [await alarmPhone(tx, order.teamCode)]).map((p) => [p.phone, p]));
  const word = (person: { name: string; post: string; phone: string }, channel: 'sms' | 'app'): NewMessage => ({
    purpose,
    step: 0,
    channel,
    recipientName: person.name,
    recipientPost: person.post,
    phone: person.phone,
    words,
    drill,
    dueAt: at,
    orderId: order.id,
    incidentId: order.incidentId,
    teamCode: order.teamCode,
    orderCode: order.code,
  });
  if (purpose === 'chase') await supersedeChase(tx, order.id, words);
  const [first] = people.values();
  await enqueueMessages(tx, [...[...people.values()].map((person) => word(person, 'sms')), word(first!, 'app')]);
}

async function alarmPhone(tx: EntityManager, teamCode: string) {
  const [team] = await findTeams(tx, [teamCode]);
  return { name: `${team!.shortName}值班`, post: 'alarm_phone', phone: team!.alarmPhone };
}
