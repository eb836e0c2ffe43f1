import type { Evidence, ReportBody } from '@liandong/shared/order';
import type { EntityManager } from 'typeorm';
import { recordSituation } from '../incidents/situations.js';
import { openObligations } from '../obligations/open-obligations.js';
import type { Actor } from '../platform/actor.js';
import type { Settings } from '../settings/settings.table.js';
import { findTeams } from '../teams/team.queries.js';
import type { LockedOrder } from './order.queries.js';

/** A team that was on scene and has finished owes the formal result: 24小时内反馈 (文件依据). */
export async function oweFeedback(
  tx: EntityManager,
  order: LockedOrder,
  clearedAt: Date,
  settings: Settings,
): Promise<void> {
  const [team] = await findTeams(tx, [order.teamCode]);
  const owed = {
    kind: 'feedback' as const,
    startedAt: clearedAt,
    dueAt: new Date(clearedAt.getTime() + settings.feedbackSeconds * 1000),
    orderId: order.id,
    incidentId: order.incidentId,
    teamCode: order.teamCode,
    owedBy: team!.shortName,
    basis: '24小时内反馈，文件依据',
  };
  await openObligations(tx, [owed], settings);
}

interface Told {
  body: ReportBody;
  actor: Actor;
  at: Date;
  receivedAt: Date;
  evidence: Evidence;
}

/** A team's words from the scene are a situation report; a headcount or a time of arrival alone is not. */
export async function noteSituation(
  tx: EntityManager,
  order: LockedOrder,
  { body, actor, at, receivedAt, evidence }: Told,
  id: string,
): Promise<void> {
  const figures = Object.values(body.casualties ?? {}).filter((figure) => figure !== undefined);
  if (!body.note && figures.length === 0) return;
  await recordSituation(tx, {
    id,
    incidentId: order.incidentId,
    orderId: order.id,
    teamCode: order.teamCode,
    from: actor.name,
    text: body.note ?? '',
    casualties: body.casualties ?? {},
    at,
    receivedAt,
    evidence,
  });
}
