import type { IncidentView } from '@liandong/shared/incident';
import type { IssueOrders as Wanted } from '@liandong/shared/order';
import type { PlanLevel } from '@liandong/shared/plan';
import type { EntityManager } from 'typeorm';
import { appendEvent } from '../events/append-event.js';
import { personOfPost } from '../incidents/command-posts.js';
import { setCommand } from '../incidents/incident-writes.js';
import { LEAD_HEAD } from '../incidents/scene-command.rules.js';
import { planInForce } from '../plans/plan.queries.js';
import { requiredAt } from '../plans/plan.rules.js';
import type { Actor } from '../platform/actor.js';
import type { Settings } from '../settings/settings.table.js';
import type { IssuedBy } from './order.entity.js';
import type { CallKind } from './order-request.js';
import { overrideOf, overrideWords } from './override.rules.js';
import { detourAt, raisedSoFar, specialtiesWanted, teamsFor } from './recommend.queries.js';
import { standTeams, withPlaces } from './stand-teams.js';

/** What the plan in force means for orders about to be issued. */
export interface PlannedIssue {
  by: IssuedBy | null;
  taskText: string;
  sceneCommand: string | null;
  /** The level raised before these orders; 0: none. */
  before: number;
  /** What these orders are measured against; null: nothing, as with a further team or without a plan. */
  proposed: readonly string[] | null;
}

/** Orders about to be issued, as far as a plan is concerned. */
interface Issue {
  wanted: Wanted;
  settings: Settings;
  now: Date;
  callKind: CallKind;
}

/**
 * Bookkeeping never stands in an order's way: a level the plan no longer has counts as its highest. What a team took on its
 * own hotline follows no plan.
 */
export async function planIssue(
  tx: EntityManager,
  incident: IncidentView,
  { wanted, settings, now, ownCall, callKind }: Issue & { ownCall: boolean },
): Promise<PlannedIssue> {
  const typeCode = incident.type?.code ?? null;
  const plan = await planInForce(tx, { ...incident, typeCode }, now);
  const { level: before } = await raisedSoFar(tx, incident.id);
  const first = callKind === 'first';
  if (!plan)
    return { by: null, taskText: '', sceneCommand: null, before, proposed: (first && wanted.proposed) || null };
  if (ownCall) return { by: null, taskText: plan.taskText, sceneCommand: plan.sceneCommand, before, proposed: null };
  const level = Math.min(wanted.level ?? Math.max(before, 1), plan.levels.length);
  const { code, version, name, levels, taskText, sceneCommand } = plan;
  const by = { code, version, name, level, requiredStrength: requiredAt(levels, level) };
  const decides = first || (level > before && callKind === 'reinforcement');
  const proposed = decides
    ? (wanted.proposed ?? (await proposedBy(tx, incident, { levels, level, before, settings, now })))
    : null;
  return { by, taskText, sceneCommand, before, proposed };
}

/** What the plan calls up to this level, as far as the incident has not got it. */
async function proposedBy(
  tx: EntityManager,
  incident: IncidentView,
  {
    level,
    before,
    ...how
  }: { levels: readonly PlanLevel[]; level: number; before: number; settings: Settings; now: Date },
): Promise<string[]> {
  return (await calledTeams(tx, incident, how))
    .filter(({ place }) => place !== null && place.level <= level && place.level > before)
    .filter((team) => !team.alreadyOrdered && team.setAside === null)
    .map((team) => team.teamCode);
}

/** As it is recommended, but for the roads: no service is asked from within a transaction. */
async function calledTeams(
  tx: EntityManager,
  { id, type, location, townshipCode }: IncidentView,
  { levels, settings, now }: { levels: readonly PlanLevel[]; settings: Settings; now: Date },
) {
  const teams = await teamsFor(tx, { incidentId: id, location, townshipCode }, now);
  const wanted = await specialtiesWanted(tx, type?.code ?? null);
  const there = await detourAt(tx, townshipCode);
  return withPlaces(levels, standTeams(teams, { wanted, numbers: settings, there, townshipCode, roads: null }));
}

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
  return { ...incident, sceneCommand: post, sceneCommander: commander };
}

/** 二级增援 is told, and where other teams went than were proposed: with the first orders, and with each further level. */
export async function tellPlan(
  tx: EntityManager,
  { by, before, proposed }: PlannedIssue,
  { incidentId, wanted, actor, at }: { incidentId: string; wanted: Wanted; actor: Actor; at: Date },
): Promise<void> {
  if (by !== null && by.level > Math.max(before, 1)) {
    const text = `${by.name}（第 ${by.version} 版）${LEVEL_WORDS[by.level]}`;
    await appendEvent(tx, { at, type: 'plan.raised', actor, incidentId, payload: { text, plan: by } });
  }
  const override = overrideOf(proposed ?? [], [...new Set(wanted.teamCodes)]);
  if (!override) return;
  const payload = { text: overrideWords(override), ...override, plan: by, reason: wanted.overrideReason ?? null };
  await appendEvent(tx, { at, type: 'recommendation.overridden', actor, incidentId, payload });
}

const LEVEL_WORDS = ['', '一级', '二级增援', '三级增援'] as const;
