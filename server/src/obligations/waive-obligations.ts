import type { ObligationKind, WaiverCode } from '@liandong/shared/obligation';
import type { EntityManager } from 'typeorm';
import { OWING } from './owing.sql.js';

/** Why something is not owed any more, and who says so; published with the reports. */
export interface Waiver {
  code: WaiverCode;
  reason: string;
  by: string;
  at: Date;
}

/** Which obligations: of these orders, of an incident itself (never its orders'), or this one. `kinds`, `stages` absent: all. */
export interface Which {
  orderIds?: readonly string[];
  incidentId?: string;
  id?: string;
  kinds?: readonly ObligationKind[];
  stages?: readonly string[];
}

const SELECTED = `(order_id = ANY($1::uuid[]) OR (incident_id = $2::uuid AND order_id IS NULL AND subject_id IS NULL) OR id = $3::uuid)
  AND ($4::text[] IS NULL OR kind = ANY($4)) AND ($5::text[] IS NULL OR stage = ANY($5))`;

/**
 * What still runs is waived, with code, reason and person. What is past its limit is missed and stays missed, whether
 * its clock has fired yet or not, unless `alsoMissed`: only a supervisor's own waiver takes a miss back.
 * @returns how many were still to be decided or, with `alsoMissed`, forgiven
 */
export async function waiveObligations(
  tx: EntityManager,
  which: Which,
  { code, reason, by, at }: Waiver,
  options: { alsoMissed?: boolean } = {},
): Promise<number> {
  const selected = [which.orderIds ?? [], which.incidentId ?? null, which.id ?? null, which.kinds ?? null];
  const parameters = [...selected, which.stages ?? null];
  if (!options.alsoMissed) await keepMissed(tx, parameters, at);
  const [, count] = await tx.query(
    `UPDATE obligations SET state = 'waived', waived_code = $6, waived_reason = $7, waived_by = $8, next_chase_at = NULL
     WHERE ${SELECTED} AND (state = 'open' OR (state = 'missed' AND $9))`,
    [...parameters, code, reason, by, options.alsoMissed ?? false],
  );
  return count;
}

async function keepMissed(tx: EntityManager, parameters: readonly unknown[], at: Date): Promise<void> {
  await tx.query(
    `UPDATE obligations SET state = 'missed', next_chase_at = NULL, given_up = true
     WHERE ${SELECTED} AND ${OWING} AND (state = 'missed' OR due_at < $6)`,
    [...parameters, at],
  );
}

/** What is owed about one thing (the answer to a notice) is not owed any more. */
export async function waiveSubject(tx: EntityManager, subjectId: string, { code, reason, by }: Waiver): Promise<void> {
  await tx.query(
    `UPDATE obligations SET state = 'waived', waived_code = $2, waived_reason = $3, waived_by = $4, next_chase_at = NULL
     WHERE subject_id = $1 AND ${OWING}`,
    [subjectId, code, reason, by],
  );
}
