import type { IncidentView } from '@liandong/shared/incident';
import type { EntityManager } from 'typeorm';
import { markIssued, setCommand } from '../incidents/incident-writes.js';
import { LEAD_HEAD } from '../incidents/scene-command.rules.js';
import type { TeamContacts } from '../teams/duty.queries.js';
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
  const firstIssuedAt = incident.firstIssuedAt ?? at.toISOString();
  if (!incident.firstIssuedAt) await markIssued(tx, incident.id, at);
  if (incident.leadTeamCode) return { ...incident, firstIssuedAt };
  const head = incident.sceneCommand === LEAD_HEAD ? (contacts.get(lead.code)?.commander ?? null) : null;
  const commander = head && { name: head.name, phone: head.phone };
  await setCommand(tx, incident.id, { leadTeamCode: lead.code, ...(commander ? { commander } : {}) });
  const sceneCommander = commander ?? incident.sceneCommander;
  return { ...incident, firstIssuedAt, leadTeamCode: lead.code, sceneCommander };
}
