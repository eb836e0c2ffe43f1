import type { ObligationKind } from '@liandong/shared/obligation';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../settings/settings.table.js';
import { nextChaseAt, OWED_BY_ORDER, type Settled } from './obligation.rules.js';
import { OWING } from './owing.sql.js';

/** When something was done, and what vouches for it. */
interface Done {
  at: Date;
  evidence: string;
}

// The same comparison as settledState(), made where the row is.
const MEET = `UPDATE obligations
   SET state = CASE WHEN due_at IS NULL OR $1 <= due_at THEN 'met' ELSE 'missed' END,
       met_at = $1, met_evidence = $2, next_chase_at = NULL WHERE ${OWING}`;

/**
 * A report came: what it settles is met, or missed with the true instant kept. Settled once: a later report changes nothing.
 * @param done `at`: the instant that counts
 */
export async function meetObligations(
  tx: EntityManager,
  orderId: string,
  kinds: readonly ObligationKind[],
  { at, evidence }: Done,
): Promise<void> {
  await tx.query(`${MEET} AND order_id = $3 AND kind = ANY($4)`, [at, evidence, orderId, kinds]);
}

/** What is owed about one thing (a follow-up, a notice) is done. */
export async function meetObligation(
  tx: EntityManager,
  { subjectId }: { subjectId: string },
  { at, evidence }: Done,
): Promise<void> {
  await tx.query(`${MEET} AND subject_id = $3`, [at, evidence, subjectId]);
}

/**
 * What an incident itself owes is done: a situation report, or one stage of the reports upward. A situation of before the
 * round began says nothing about it.
 */
export async function meetIncidentObligation(
  tx: EntityManager,
  owed: { incidentId: string; kind: 'situation_report' | 'upward_report'; stages?: readonly string[] },
  { at, evidence }: Done,
): Promise<void> {
  await tx.query(
    `${MEET} AND incident_id = $3 AND kind = $4 AND ($5::text[] IS NULL OR stage = ANY($5)) AND (kind <> 'situation_report' OR started_at <= $1)`,
    [at, evidence, owed.incidentId, owed.kind, owed.stages ?? null],
  );
}

/**
 * An order's stamps were corrected or filled in: what they settled is decided afresh by the instants that hold now. What was
 * waived stays waived.
 */
export async function settleAfresh(tx: EntityManager, orderId: string, settled: readonly Settled[]): Promise<void> {
  await tx.query(
    `UPDATE obligations o SET met_at = s.at, met_evidence = s.evidence, next_chase_at = NULL, given_up = false,
            state = CASE WHEN o.due_at IS NULL OR s.at <= o.due_at THEN 'met' ELSE 'missed' END
     FROM unnest($2::text[], $3::timestamptz[], $4::text[]) AS s(kind, at, evidence)
     WHERE o.order_id = $1 AND o.kind = s.kind AND o.state <> 'waived'`,
    [orderId, settled.map((one) => one.kind), settled.map((one) => one.at), settled.map((one) => one.evidence)],
  );
}

/** From arrival on, clearing is owed and reminded of. */
export async function startClearing(
  tx: EntityManager,
  orderId: string,
  onSceneAt: Date,
  settings: Settings,
): Promise<void> {
  const next = nextChaseAt({ kind: 'clear', startedAt: onSceneAt, dueAt: null, state: 'open' }, onSceneAt, settings);
  await tx.query(
    `UPDATE obligations SET started_at = $2, next_chase_at = $3 WHERE order_id = $1 AND kind = 'clear' AND state = 'open'`,
    [orderId, onSceneAt, next],
  );
}

/** The form is owed from another instant of clearing; one that was returned has a clock of its own. */
export async function restartFeedback(
  tx: EntityManager,
  orderId: string,
  clearedAt: Date,
  settings: Settings,
): Promise<void> {
  const dueAt = new Date(clearedAt.getTime() + settings.feedbackSeconds * 1000);
  const next = nextChaseAt({ kind: 'feedback', startedAt: clearedAt, dueAt, state: 'open' }, clearedAt, settings);
  await tx.query(
    `UPDATE obligations SET started_at = $2, due_at = $3, next_chase_at = $4
     WHERE order_id = $1 AND kind = 'feedback' AND stage IS NULL AND state = 'open'`,
    [orderId, clearedAt, dueAt, next],
  );
}

/** A team that declined did not come: its target is missed at once and chased no more. A supervisor may waive it. */
export async function giveUpObligations(tx: EntityManager, orderId: string): Promise<void> {
  await tx.query(
    `UPDATE obligations SET state = 'missed', next_chase_at = NULL, given_up = true
     WHERE order_id = $1 AND kind = ANY($2) AND ${OWING}`,
    [orderId, OWED_BY_ORDER],
  );
}

/** Another team owes it from now on: the same clock, another name. */
export async function handOver(
  tx: EntityManager,
  owed: { incidentId: string; kind: ObligationKind },
  to: { teamCode: string | null; owedBy: string },
): Promise<void> {
  await tx.query(
    `UPDATE obligations SET team_code = $3, owed_by = $4 WHERE incident_id = $1 AND kind = $2 AND ${OWING}`,
    [owed.incidentId, owed.kind, to.teamCode, to.owedBy],
  );
}
