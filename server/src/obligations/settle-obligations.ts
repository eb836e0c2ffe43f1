import type { ObligationKind, WAIVER_CODES } from '@liandong/shared/obligation';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../settings/settings.table.js';
import { nextChaseAt } from './obligation.rules.js';

/**
 * A report came: what it settles is met, or missed with the true instant kept. Settled once: a later report changes nothing.
 * @param at the instant that counts
 */
export async function meetObligations(
  tx: EntityManager,
  orderId: string,
  kinds: readonly ObligationKind[],
  report: { at: Date; evidence: string },
): Promise<void> {
  // The same comparison as settledState(), made where the row is.
  await tx.query(
    `UPDATE obligations
     SET state = CASE WHEN due_at IS NULL OR $3 <= due_at THEN 'met' ELSE 'missed' END,
         met_at = $3, met_evidence = $4, next_chase_at = NULL
     WHERE order_id = $1 AND kind = ANY($2) AND met_at IS NULL AND state IN ('open', 'missed')`,
    [orderId, kinds, report.at, report.evidence],
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

export interface Waiver {
  code: (typeof WAIVER_CODES)[number];
  reason: string;
  by: string;
  at: Date;
}

/**
 * What still runs is waived, with code, reason and person. What is past its limit is missed and stays missed, whether
 * its clock has fired yet or not, unless `alsoMissed`: only a supervisor's own waiver takes a miss back.
 * @returns how many were still to be decided or, with `alsoMissed`, forgiven
 */
export async function waiveObligations(
  tx: EntityManager,
  orderIds: readonly string[],
  { code, reason, by, at }: Waiver,
  options: { kinds?: readonly ObligationKind[]; alsoMissed?: boolean } = {},
): Promise<number> {
  const alsoMissed = options.alsoMissed ?? false;
  const kinds = options.kinds ?? null;
  await tx.query(
    `UPDATE obligations SET state = 'missed', next_chase_at = NULL
     WHERE order_id = ANY($1)
       AND (state = 'missed' OR (state = 'open' AND due_at < $2 AND ($3::text[] IS NULL OR kind = ANY($3))))`,
    [orderIds, at, kinds],
  );
  const [, count] = await tx.query(
    `UPDATE obligations SET state = 'waived', waived_code = $2, waived_reason = $3, waived_by = $4, next_chase_at = NULL
     WHERE order_id = ANY($1) AND (state = 'open' OR (state = 'missed' AND $5)) AND ($6::text[] IS NULL OR kind = ANY($6))`,
    [orderIds, code, reason, by, alsoMissed, kinds],
  );
  return count;
}

/** A team that declined did not come: its target is missed at once and chased no more. A supervisor may waive it. */
export async function giveUpObligations(tx: EntityManager, orderId: string): Promise<void> {
  await tx.query(
    `UPDATE obligations SET state = 'missed', next_chase_at = NULL WHERE order_id = $1 AND met_at IS NULL AND state IN ('open', 'missed')`,
    [orderId],
  );
}
