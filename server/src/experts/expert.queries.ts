import type { ExpertCallView, ExpertView } from '@liandong/shared/expert';
import type { DataSource, EntityManager } from 'typeorm';
import type { ExpertCall } from './expert.entity.js';

const EXPERT = 'id, name, category, specialty, phone, unit, title, more_phones AS "morePhones"';

/** The expert group, by category in the document's order. */
export function listExperts(tx: DataSource | EntityManager): Promise<ExpertView[]> {
  return tx.query(
    `SELECT ${EXPERT} FROM experts WHERE retired_at IS NULL
     ORDER BY array_position(ARRAY['自然灾害','事故灾难','公共卫生','社会安全','综合管理'], category), id`,
  );
}

/** One expert, in the group or not any more. */
export async function findExpert(
  tx: DataSource | EntityManager,
  id: string,
): Promise<(ExpertView & { retiredAt: Date | null }) | null> {
  const [row] = await tx.query(`SELECT ${EXPERT}, retired_at AS "retiredAt" FROM experts WHERE id = $1`, [id]);
  return row ?? null;
}

const CALL_VIEW = `
  SELECT c.id, c.incident_id AS "incidentId", i.number AS "incidentNumber", c.expert_id AS "expertId",
         c.expert_name AS "expertName", c.category, c.phone, c.place, c.task, c.drill, c.asked_at AS "askedAt",
         c.asked_by AS "askedBy", c.chased_at AS "chasedAt", c.answer, c.eta_minutes AS "etaMinutes", c.words,
         c.answered_at AS "answeredAt", c.answered_by AS "answeredBy", c.source
  FROM expert_calls c LEFT JOIN incidents i ON i.id = c.incident_id`;

/** Of one incident the oldest first; without one the newest two hundred. */
export function listExpertCalls(
  tx: DataSource | EntityManager,
  incidentId: string | undefined,
): Promise<ExpertCallView[]> {
  return incidentId
    ? tx.query(`${CALL_VIEW} WHERE c.incident_id = $1 ORDER BY c.asked_at, c.id`, [incidentId])
    : tx.query(`${CALL_VIEW} ORDER BY c.asked_at DESC, c.id DESC LIMIT 200`);
}

export function callsByClient(tx: EntityManager, clientId: string): Promise<ExpertCallView[]> {
  return tx.query(`${CALL_VIEW} WHERE c.client_id = $1 ORDER BY c.id`, [clientId]);
}

export async function readExpertCall(tx: EntityManager, id: string): Promise<ExpertCallView> {
  const [row] = await tx.query(`${CALL_VIEW} WHERE c.id = $1`, [id]);
  return row;
}

/** An answer belongs to a call of the last hours. 本县约定 */
export const CALL_OPEN_HOURS = 12;
export const askedAfter = (now: Date): Date => new Date(now.getTime() - CALL_OPEN_HOURS * 3_600_000);

const CALL_ROW = `id, incident_id AS "incidentId", expert_id AS "expertId", expert_name AS "expertName", phone, phones, place,
  task, drill, asked_at AS "askedAt", answer, eta_minutes AS "etaMinutes", words`;
export type CallRow = Pick<
  ExpertCall,
  | 'id'
  | 'incidentId'
  | 'expertId'
  | 'expertName'
  | 'phone'
  | 'phones'
  | 'place'
  | 'task'
  | 'drill'
  | 'askedAt'
  | 'answer'
  | 'etaMinutes'
  | 'words'
>;

/** Lock one call; null when there is none. */
export async function lockExpertCall(tx: EntityManager, id: string): Promise<CallRow | null> {
  const [row] = await tx.query(`SELECT ${CALL_ROW} FROM expert_calls WHERE id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}

/**
 * The calls a text from this phone may answer: of the last hours, while their incident is open; unanswered ones first, then
 * the newest (he adds to it).
 * @param drill only drills, or only what is none; null: whichever
 */
export function openCallsOf(
  tx: EntityManager,
  { phone, now, drill }: { phone: string; now: Date; drill: boolean | null },
): Promise<CallRow[]> {
  return tx.query(
    `SELECT ${CALL_ROW} FROM expert_calls
     WHERE asked_at > $2 AND $1 = ANY(phones) AND ($3::boolean IS NULL OR drill = $3)
       AND (incident_id IS NULL OR EXISTS (SELECT 1 FROM incidents i WHERE i.id = expert_calls.incident_id AND i.status = 'open'))
     ORDER BY answer IS NOT NULL, asked_at DESC, id DESC`,
    [phone, askedAfter(now), drill],
  );
}

/** Unanswered calls of these experts in the last hours, about this incident (or about none). */
export function unansweredCalls(
  tx: EntityManager,
  { expertIds, incidentId, now }: { expertIds: readonly string[]; incidentId: string | null; now: Date },
): Promise<{ expertId: string; expertName: string }[]> {
  return tx.query(
    `SELECT expert_id AS "expertId", expert_name AS "expertName" FROM expert_calls
     WHERE expert_id = ANY($1) AND incident_id IS NOT DISTINCT FROM $2::uuid AND answer IS NULL AND asked_at > $3`,
    [expertIds, incidentId, askedAfter(now)],
  );
}
