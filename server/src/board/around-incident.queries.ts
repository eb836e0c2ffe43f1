import type { IncidentDetail } from '@liandong/shared/board';
import type { IncidentView } from '@liandong/shared/incident';
import type { ObligationView } from '@liandong/shared/obligation';
import type { DataSource } from 'typeorm';
import { attachmentsOfIncident } from '../attachments/attachment.queries.js';
import { liveEvent, readTimeline } from '../events/event-log.queries.js';
import { feedbackOf } from '../feedback/feedback.queries.js';
import { readCalls, readMerged } from '../incidents/call.queries.js';
import { readReferrals } from '../incidents/referrals.js';
import { readUpwardReports } from '../incidents/send-upward-report.js';
import { readSituations } from '../incidents/situations.js';
import { OBLIGATION_JSON } from '../obligations/obligation.queries.js';
import { noticesOf } from '../supervision/notice.queries.js';

type Around = Omit<IncidentDetail, 'orders' | keyof IncidentView>;

/** What there is about an incident beside its orders: calls, clocks, reports, papers, the timeline. */
export async function aroundIncident(database: DataSource, id: string): Promise<Around> {
  const [calls, merged, obligations, situations, upwardReports, referrals, attachments, notices, feedback, timeline] =
    await Promise.all([
      readCalls(database, id),
      readMerged(database, id),
      obligationsOf(database, id),
      readSituations(database, id),
      readUpwardReports(database, id),
      readReferrals(database, id),
      attachmentsOfIncident(database, id),
      noticesOf(database, id),
      feedbackOf(database, id),
      readTimeline(database, id),
    ]);
  return {
    calls,
    merged,
    obligations,
    situations,
    upwardReports,
    referrals,
    attachments,
    notices,
    feedback,
    timeline: timeline
      .map(liveEvent)
      .map(({ position, at, type, actor, payload }) => ({ position, at, type, actor, payload })),
  };
}

/** Everything owed for an incident and its orders, the nearest due first. */
async function obligationsOf(database: DataSource, incidentId: string): Promise<ObligationView[]> {
  const rows: { owed: ObligationView }[] = await database.query(
    `SELECT ${OBLIGATION_JSON} AS owed FROM obligations ob WHERE ob.incident_id = $1 ORDER BY ob.due_at NULLS LAST, ob.id`,
    [incidentId],
  );
  return rows.map((row) => row.owed);
}
