import type { IncidentView } from '@liandong/shared/incident';
import type { CALL_KINDS, IssueOrders, OrderView } from '@liandong/shared/order';
import type { EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';
import { findTeams, type TeamFacts } from '../teams/team.queries.js';
import { OPEN } from './order.entity.js';
import { readOrders } from './order.queries.js';

/**
 * The same request sent twice: the orders it made the first time.
 * @throws Problem bad-request when the id was used for another incident or other teams: an order must never seem issued that is not
 */
export async function sameRequest(
  tx: EntityManager,
  incidentId: string,
  { clientId, teamCodes }: IssueOrders,
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

/**
 * The teams named, in that order. `hold`: none of them is retired before the transaction ends.
 * @throws Problem bad-request that names every unknown or retired one
 */
export async function knownTeams(
  tx: EntityManager,
  codes: readonly string[],
  { hold = false }: { hold?: boolean } = {},
): Promise<TeamFacts[]> {
  const teams = new Map((await findTeams(tx, codes, { hold })).map((team) => [team.code, team]));
  const fields = codes.flatMap((code, index) =>
    whyNot(code, teams.get(code)).map((message) => ({ path: `teamCodes.${index}`, message })),
  );
  if (fields.length > 0) throw new Problem('bad-request', { fields });
  return codes.map((code) => teams.get(code)!);
}

function whyNot(code: string, team: TeamFacts | undefined): string[] {
  if (!team) return [`没有编号为 ${code} 的队伍`];
  return team.retiredAt ? [`${team.shortName}已停用，不接受指令`] : [];
}

/** Two dispatchers at once: the incident is locked, so the second one meets the first one's orders here. */
export async function refuseDoubleOrders(
  tx: EntityManager,
  incidentId: string,
  teams: readonly TeamFacts[],
): Promise<void> {
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

export type CallKind = (typeof CALL_KINDS)[number];

/**
 * Why teams are called now: first, as 增援 when others were called before, or in place of one that could not come.
 * @throws Problem bad-request when the order to be replaced is not one of this incident that was declined or recalled
 */
export async function callKindOf(
  tx: EntityManager,
  incident: IncidentView,
  { replaces }: Pick<IssueOrders, 'replaces'>,
): Promise<CallKind> {
  if (!replaces) return incident.firstIssuedAt ? 'reinforcement' : 'first';
  const [order] = await tx.query('SELECT status FROM orders WHERE id = $1 AND incident_id = $2', [
    replaces,
    incident.id,
  ]);
  if (!order) throw Problem.field('replaces', '本警情没有这条指令');
  if (order.status !== 'declined' && order.status !== 'recalled')
    throw Problem.field('replaces', '只有不能出动或撤回的指令可以改派');
  return 'replacement';
}
