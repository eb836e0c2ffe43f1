import type { IncidentView } from '@liandong/shared/incident';
import type { IssueOrders as Wanted } from '@liandong/shared/order';
import type { EntityManager } from 'typeorm';
import { appendEvent } from '../events/append-event.js';
import { personOfPost } from '../incidents/command-posts.js';
import { setCommand } from '../incidents/incident-writes.js';
import { LEAD_HEAD } from '../incidents/scene-command.rules.js';
import { planInForce } from '../plans/plan.queries.js';
import { requiredAt } from '../plans/plan.rules.js';
import type { Actor } from '../platform/actor.js';
import { Problem } from '../platform/problem.js';
import type { Settings } from '../settings/settings.table.js';
import type { IssuedBy } from './order.entity.js';
import type { CallKind } from './order-request.js';
import { overrideOf, overrideWords } from './override.rules.js';
import { raisedSoFar, specialtiesWanted } from './recommend.queries.js';
import { standTeams, withPlaces } from './stand-teams.js';

/** What the plan in force means for orders about to be issued. */
export interface PlannedIssue {
  by: IssuedBy | null;
  taskText: string;
  sceneCommand: string | null;
  /** The level raised before these orders; 0: none. */
  before: number;
  /** What the level calls, as far as the incident has not got it; null: no plan. */
  proposed: readonly string[] | null;
}

/** @throws Problem bad-request: the plan has no such level */
export async function planIssue(
  tx: EntityManager,
  incident: IncidentView,
  { wanted, settings, now }: { wanted: Wanted; settings: Settings; now: Date },
): Promise<PlannedIssue> {
  const typeCode = incident.type?.code ?? null;
  const plan = await planInForce(tx, { ...incident, typeCode }, now);
  const { level: before } = await raisedSoFar(tx, incident.id);
  if (!plan) return { by: null, taskText: '', sceneCommand: null, before, proposed: wanted.proposed ?? null };
  const level = wanted.level ?? Math.min(Math.max(before, 1), plan.levels.length);
  if (level > plan.levels.length) throw Problem.field('level', `预案只有 ${plan.levels.length} 级`);
  const { code, version, name, levels, taskText, sceneCommand } = plan;
  const by = { code, version, name, level, requiredStrength: requiredAt(levels, level) };
  const asked = { numbers: settings, at: now, wanted: await specialtiesWanted(tx, typeCode), drives: NO_ROADS };
  const proposed =
    wanted.proposed ??
    withPlaces(levels, await standTeams(tx, { ...incident, incidentId: incident.id }, asked))
      .filter(({ place }) => place !== null && place.level <= level && place.level > before)
      .filter((team) => !team.alreadyOrdered && team.setAside === null)
      .map((team) => team.teamCode);
  return { by, taskText, sceneCommand, before, proposed };
}

/** Nobody is asked from within a transaction. */
const NO_ROADS = async () => null;

/** With the first orders the plan may name another post for the scene than the incident's class does. */
export async function commandByPlan(
  tx: EntityManager,
  incident: IncidentView,
  { sceneCommand: post }: PlannedIssue,
): Promise<IncidentView> {
  if (post === null || incident.firstIssuedAt || post === incident.sceneCommand) return incident;
  const commander = post === LEAD_HEAD ? null : await personOfPost(tx, post);
  await setCommand(tx, incident.id, {
    leadTeamCode: incident.leadTeamCode,
    post,
    ...(commander && { commander }),
  });
  return { ...incident, sceneCommand: post, sceneCommander: commander ?? incident.sceneCommander };
}

/** 二级增援 is told, and where other teams went than were proposed: with the first orders, and with each further level. */
export async function tellPlan(
  tx: EntityManager,
  { by, before, proposed }: PlannedIssue,
  { incidentId, wanted, ...call }: { incidentId: string; wanted: Wanted; actor: Actor; at: Date; callKind: CallKind },
): Promise<void> {
  const { actor, at, callKind } = call;
  const raised = by !== null && by.level > before;
  if (raised && by.level > 1) {
    const text = `${by.name}（第 ${by.version} 版）${LEVEL_WORDS[by.level]}`;
    await appendEvent(tx, { at, type: 'plan.raised', actor, incidentId, payload: { text, plan: by } });
  }
  const decided = callKind === 'first' || (raised && callKind === 'reinforcement');
  const override = decided && overrideOf(proposed ?? [], [...new Set(wanted.teamCodes)]);
  if (!override) return;
  const payload = { text: overrideWords(override), ...override, plan: by, reason: wanted.overrideReason ?? null };
  await appendEvent(tx, { at, type: 'recommendation.overridden', actor, incidentId, payload });
}

const LEVEL_WORDS = ['', '一级', '二级增援', '三级增援'] as const;
