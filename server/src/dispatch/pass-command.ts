import type { EntityManager } from 'typeorm';
import { appendEvent } from '../events/append-event.js';
import { readIncident } from '../incidents/incident.queries.js';
import { SYSTEM } from '../platform/actor.js';
import { OPEN } from './order.entity.js';
import { leadBy } from './take-command.js';

/**
 * The team that leads is out (cleared, declined, recalled): the next one still under orders leads, those who answered
 * before those who did not, the longest ordered first. With none left the centre owes the situation reports itself.
 */
export async function passCommand(
  tx: EntityManager,
  { incidentId, teamCode }: { incidentId: string; teamCode: string },
  at: Date,
): Promise<void> {
  const incident = await readIncident(tx, incidentId);
  if (incident.leadTeamCode !== teamCode) return;
  const [next] = await tx.query(
    `SELECT team_code AS "teamCode" FROM orders WHERE incident_id = $1 AND ${OPEN}
     ORDER BY status IN ('issued', 'delivered'), issued_at, id LIMIT 1`,
    [incidentId],
  );
  const to = await leadBy(tx, incident, next?.teamCode ?? null, at);
  const payload = { from: teamCode, to: to.teamCode, toName: to.owedBy, reason: '带队队伍已结束任务' };
  await appendEvent(tx, {
    at,
    type: 'command.transferred',
    actor: SYSTEM,
    incidentId,
    teamCode: to.teamCode,
    payload,
  });
}
