import type { IncidentView } from '@liandong/shared/incident';
import type { UpwardStage } from '@liandong/shared/upward';
import type { EntityManager } from 'typeorm';
import { owes, stagesOwing } from '../obligations/obligation.queries.js';
import { type NewObligation, openObligations } from '../obligations/open-obligations.js';
import { meetIncidentObligation } from '../obligations/settle-obligations.js';
import { tightenObligation } from '../obligations/tighten-obligation.js';
import { waiveObligations } from '../obligations/waive-obligations.js';
import { readSettings } from '../settings/settings.queries.js';
import type { Settings } from '../settings/settings.table.js';
import { findTeams } from '../teams/team.queries.js';
import { firstReports, gradeOf, isMajor, SETTLED_STAGES } from './major.rules.js';

/** Who owes the reports upward, and the situation reports when no team leads. */
export const SHIFT_SUPERVISOR = '值班长';
const CENTRE = '指挥中心';

type Graded = Pick<IncidentView, 'severity' | 'markedMajor'>;

const upward = (
  incidentId: string,
  stage: UpwardStage,
  startedAt: Date,
  dueAt: Date,
  basis: string,
): NewObligation => ({
  kind: 'upward_report',
  stage,
  orderId: null,
  incidentId,
  teamCode: null,
  owedBy: SHIFT_SUPERVISOR,
  startedAt,
  dueAt,
  basis,
});

/** The first reports upward an incident owes from the moment it is known. */
export const owedUpward = (incidentId: string, incident: Graded, from: Date, settings: Settings): NewObligation[] =>
  firstReports(gradeOf(incident), from, settings).map(({ stage, dueAt, basis }) =>
    upward(incidentId, stage, from, dueAt, basis),
  );

/** A major incident with teams out owes a situation report; one clock at a time, the next begins with the report. */
export async function startSituationReports(
  tx: EntityManager,
  { id, leadTeamCode, ...incident }: Graded & Pick<IncidentView, 'id' | 'leadTeamCode' | 'firstIssuedAt' | 'status'>,
  at: Date,
): Promise<void> {
  if (incident.status !== 'open' || !incident.firstIssuedAt || !isMajor(incident)) return;
  if (await owes(tx, id, 'situation_report')) return;
  const settings = await readSettings(tx);
  const lead = await leaderOf(tx, leadTeamCode);
  const dueAt = new Date(at.getTime() + settings.situationReportSeconds * 1000);
  const basis = `重大警情每 ${settings.situationReportSeconds / 60} 分钟，本县约定`;
  const owed = { kind: 'situation_report' as const, orderId: null, incidentId: id, startedAt: at, dueAt, basis };
  await openObligations(tx, [{ ...owed, ...lead }], settings);
}

/** Who owes situation reports when this team leads; nobody leads: the centre itself. */
export async function leaderOf(
  tx: EntityManager,
  teamCode: string | null,
): Promise<{ teamCode: string | null; owedBy: string }> {
  const [team] = teamCode ? await findTeams(tx, [teamCode]) : [];
  return { teamCode, owedBy: team?.shortName ?? CENTRE };
}

/** It runs, and is large enough to be reported upward. */
const goesOn = (incident: IncidentView): boolean => incident.status === 'open' && gradeOf(incident) !== null;

/** A report went up: what it settles, and the next 续报 while the incident runs. */
export async function settleUpward(
  tx: EntityManager,
  incident: IncidentView,
  sent: { stage: UpwardStage; at: Date },
): Promise<void> {
  const stages = SETTLED_STAGES[sent.stage];
  const owed = { incidentId: incident.id, kind: 'upward_report' as const, stages };
  await meetIncidentObligation(tx, owed, { at: sent.at, evidence: 'verbal' });
  if (goesOn(incident) && sent.stage !== 'phone') await oweFollowUp(tx, incident.id, sent.at);
}

/** A round that is forgiven does not end the reporting: the next one begins. */
export async function nextRound(
  tx: EntityManager,
  incident: IncidentView,
  forgiven: { kind: string; stage: string | null },
  at: Date,
): Promise<void> {
  if (forgiven.kind === 'situation_report') await startSituationReports(tx, incident, at);
  if (forgiven.kind === 'upward_report' && forgiven.stage === 'follow_up' && goesOn(incident))
    await oweFollowUp(tx, incident.id, at);
}

/** The next 续报; one clock at a time. */
async function oweFollowUp(tx: EntityManager, incidentId: string, from: Date): Promise<void> {
  if ((await stagesOwing(tx, incidentId, 'upward_report')).includes('follow_up')) return;
  const settings = await readSettings(tx);
  const dueAt = new Date(from.getTime() + settings.upwardFollowUpSeconds * 1000);
  const basis = `每 ${settings.upwardFollowUpSeconds / 60} 分钟续报，本县约定`;
  await openObligations(tx, [upward(incidentId, 'follow_up', from, dueAt, basis)], settings);
}

/** Severity or mark were changed: clocks begin, are drawn tighter, or are no longer owed. What was sent stays sent. */
export async function regrade(
  tx: EntityManager,
  incident: IncidentView,
  before: Graded,
  change: { at: Date; by: string; reason: string },
): Promise<void> {
  const was = gradeOf(before);
  const is = gradeOf(incident);
  const settings = await readSettings(tx);
  if (was === null && is !== null) await beginUpward(tx, incident, change.at, settings);
  if (was === 'larger' && is === 'major')
    for (const { stage, dueAt, basis } of firstReports(is, change.at, settings))
      await tightenObligation(
        tx,
        { incidentId: incident.id, kind: 'upward_report', stage },
        { dueAt, basis },
        settings,
      );
  const waiver = { code: 'other' as const, reason: change.reason, by: change.by, at: change.at };
  if (is === null && was !== null)
    await waiveObligations(tx, { incidentId: incident.id, kinds: ['upward_report'] }, waiver);
  if (is !== 'major') await waiveObligations(tx, { incidentId: incident.id, kinds: ['situation_report'] }, waiver);
  else await startSituationReports(tx, incident, change.at);
}

/** It is reported upward from now on: by the first reports, or, where the superior knows of it already, by how it goes on. */
async function beginUpward(tx: EntityManager, incident: IncidentView, at: Date, settings: Settings): Promise<void> {
  const sent = await readUpwardStages(tx, incident.id);
  // A first report that stayed owed over the end of the incident keeps its one clock.
  const running = await stagesOwing(tx, incident.id, 'upward_report');
  const done = new Set<string>([...running, ...sent.flatMap((stage) => SETTLED_STAGES[stage])]);
  const owed = owedUpward(incident.id, incident, at, settings).filter(({ stage }) => !done.has(stage ?? ''));
  await openObligations(tx, owed, settings);
  if (sent.some((stage) => stage !== 'phone')) await oweFollowUp(tx, incident.id, at);
}

async function readUpwardStages(tx: EntityManager, incidentId: string): Promise<UpwardStage[]> {
  const rows: { stage: UpwardStage }[] = await tx.query('SELECT stage FROM upward_reports WHERE incident_id = $1', [
    incidentId,
  ]);
  return rows.map((row) => row.stage);
}

/**
 * The incident is over (or merged, handed on): what still runs for it itself ends without fault, what was missed stays.
 * A first report upward that is still owed stays owed when the incident is closed, and the final one begins.
 */
export async function endReports(
  tx: EntityManager,
  incident: IncidentView,
  end: { at: Date; by: string; reason: string; closed: boolean },
): Promise<void> {
  const waiver = { code: 'stood_down' as const, reason: end.reason, by: end.by, at: end.at };
  await waiveObligations(tx, { incidentId: incident.id, kinds: ['situation_report'] }, waiver);
  const stages = end.closed ? ['follow_up'] : undefined;
  await waiveObligations(tx, { incidentId: incident.id, kinds: ['upward_report'], stages }, waiver);
  const reported = gradeOf(incident) !== null || (await readUpwardStages(tx, incident.id)).length > 0;
  if (!end.closed || !reported) return;
  const settings = await readSettings(tx);
  const dueAt = new Date(end.at.getTime() + settings.upwardFinalSeconds * 1000);
  const basis = `结案后 ${settings.upwardFinalSeconds / 3600} 小时内，本县约定`;
  await openObligations(tx, [upward(incident.id, 'final', end.at, dueAt, basis)], settings);
}

/** It runs again (reopened, unmerged): its clocks begin afresh; a final report that waited is not owed any more. */
export async function resumeReports(
  tx: EntityManager,
  incident: IncidentView,
  again: { at: Date; by: string; reason: string },
): Promise<void> {
  const waiver = { code: 'other' as const, ...again };
  await waiveObligations(tx, { incidentId: incident.id, kinds: ['upward_report'], stages: ['final'] }, waiver);
  await regrade(tx, incident, { severity: 'IV', markedMajor: false }, again);
}
