import type { IncidentView } from '@liandong/shared/incident';
import type { EntityManager } from 'typeorm';
import { markIssued, setCommand } from '../incidents/incident-writes.js';
import { leaderOf } from '../incidents/owe-reports.js';
import { LEAD_HEAD } from '../incidents/scene-command.rules.js';
import { handOver } from '../obligations/settle-obligations.js';
import { findContacts, type TeamContacts } from '../teams/duty.queries.js';
import type { TeamFacts } from '../teams/team.queries.js';

/**
 * Teams are being called: who leads while nobody does yet is the first of them, and where the head of the lead team
 * commands, he is named now. The first call also ends the handling of the call.
 * @returns the incident as it is from now on
 */
export async function takeCommand(
  tx: EntityManager,
  incident: IncidentView,
  { lead, contacts, at }: { lead: TeamFacts; contacts: Map<string, TeamContacts>; at: Date },
): Promise<IncidentView> {
  if (incident.firstIssuedAt && incident.leadTeamCode) return incident;
  const firstIssuedAt = incident.firstIssuedAt ?? at.toISOString();
  const leadTeamCode = incident.leadTeamCode ?? lead.code;
  const named = incident.sceneCommand === LEAD_HEAD && !incident.leadTeamCode;
  const head = named ? (contacts.get(lead.code)?.commander ?? null) : null;
  const commander = head && { name: head.name, phone: head.phone };
  await markIssued(tx, incident.id, at, { leadTeamCode, commander });
  // The round that runs, if there is one, was the centre's while nobody led.
  if (incident.firstIssuedAt)
    await handOver(
      tx,
      { incidentId: incident.id, kind: 'situation_report' },
      { teamCode: lead.code, owedBy: lead.shortName },
    );
  return { ...incident, firstIssuedAt, leadTeamCode, sceneCommander: commander ?? incident.sceneCommander };
}

/**
 * This team leads from now on (null: none is there any more) and owes the situation reports; where the head of the lead
 * team commands, it is its head who does.
 */
export async function leadBy(
  tx: EntityManager,
  { id, sceneCommand }: Pick<IncidentView, 'id' | 'sceneCommand'>,
  teamCode: string | null,
  at: Date,
): Promise<{ teamCode: string | null; owedBy: string }> {
  const byHead = sceneCommand === LEAD_HEAD && teamCode !== null;
  const head = byHead ? (await findContacts(tx, [teamCode], at)).get(teamCode)!.commander : null;
  await setCommand(tx, id, {
    leadTeamCode: teamCode,
    ...(head ? { commander: { name: head.name, phone: head.phone } } : {}),
  });
  const lead = await leaderOf(tx, teamCode);
  await handOver(tx, { incidentId: id, kind: 'situation_report' }, lead);
  return lead;
}
