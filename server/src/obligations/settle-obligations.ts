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
}

/**
 * What is still open is waived, with code, reason and person. What was already missed stays missed unless `alsoMissed`:
 * only a supervisor's own waiver takes a miss back, never a recall or a closing.
 */
export async function waiveObligations(
  tx: EntityManager,
  orderIds: readonly string[],
  waiver: Waiver,
  options: { kinds?: readonly ObligationKind[]; alsoMissed?: boolean } = {},
): Promise<number> {
  const [, count] = await tx.query(
    `UPDATE obligations
     SET state = CASE WHEN state = 'missed' AND NOT $5 THEN state ELSE 'waived' END,
         waived_code = CASE WHEN state = 'missed' AND NOT $5 THEN NULL ELSE $2 END,
         waived_reason = CASE WHEN state = 'missed' AND NOT $5 THEN NULL ELSE $3 END,
         waived_by = CASE WHEN state = 'missed' AND NOT $5 THEN NULL ELSE $4 END,
         next_chase_at = NULL
     WHERE order_id = ANY($1) AND (state = 'open' OR state = 'missed') AND ($6::text[] IS NULL OR kind = ANY($6))
       AND ($5 OR met_at IS NULL)`,
    [orderIds, waiver.code, waiver.reason, waiver.by, options.alsoMissed ?? false, options.kinds ?? null],
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
