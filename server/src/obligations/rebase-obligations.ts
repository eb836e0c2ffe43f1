import type { Target } from '@liandong/shared/response-rule';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/ids.js';
import type { Settings } from '../settings/settings.table.js';
import { basisOf, nextChaseAt } from './obligation.rules.js';

/** Does the order's target clock still run, and is its limit still to come? */
export async function owesTarget(tx: EntityManager, orderId: string, now: Date): Promise<boolean> {
  const [row] = await tx.query(
    `SELECT 1 FROM obligations WHERE order_id = $1 AND kind IN ('muster', 'on_scene') AND state = 'open' AND due_at >= $2`,
    [orderId, now],
  );
  return row !== undefined;
}

/**
 * The target was chosen once more. The same measure: its limit moves. Muster instead of arrival: that is owed with the new
 * limit, and arrival stays owed without fixed minutes. Arrival instead of muster: the muster is not asked for any more.
 */
export async function rebaseObligations(
  tx: EntityManager,
  order: { id: string; issuedAt: Date; target: Target },
  target: Target,
  settings: Settings,
): Promise<void> {
  const kind = KIND[target.measure];
  const before = KIND[order.target.measure];
  const dueAt = new Date(target.dueAt);
  const next = nextChaseAt({ kind, startedAt: order.issuedAt, dueAt, state: 'open' }, order.issuedAt, settings);
  if (kind === 'muster' && before === 'on_scene') {
    await tx.query(
      `INSERT INTO obligations (id, kind, order_id, incident_id, team_code, owed_by, started_at, state)
       SELECT $2, 'muster', order_id, incident_id, team_code, owed_by, started_at, 'open'
       FROM obligations WHERE order_id = $1 AND kind = 'on_scene'`,
      [order.id, newId()],
    );
    await tx.query(
      `UPDATE obligations SET due_at = NULL, next_chase_at = NULL, basis = $2 WHERE order_id = $1 AND kind = 'on_scene'`,
      [order.id, basisOf({ kind: 'on_scene', dueAt: null }, target.basis)],
    );
  }
  if (kind === 'on_scene' && before === 'muster')
    await tx.query(`DELETE FROM obligations WHERE order_id = $1 AND kind = 'muster'`, [order.id]);
  await tx.query(
    `UPDATE obligations SET due_at = $3, next_chase_at = $4, basis = $5 WHERE order_id = $1 AND kind = $2`,
    [order.id, kind, dueAt, next, target.basis],
  );
}

const KIND = { mustered: 'muster', on_scene: 'on_scene' } as const;
