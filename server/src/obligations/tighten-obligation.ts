import type { ObligationKind } from '@liandong/shared/obligation';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../settings/settings.table.js';
import { nextChaseAt, type Owed } from './obligation.rules.js';

/** A stricter limit takes the place of a later one, on what still runs; never a later one. */
export async function tightenObligation(
  tx: EntityManager,
  which: { incidentId: string; kind: ObligationKind; stage: string },
  limit: { dueAt: Date; basis: string },
  settings: Settings,
): Promise<void> {
  const rows: (Owed & { id: string })[] = await tx.query(
    `SELECT id, kind, state, started_at AS "startedAt", due_at AS "dueAt" FROM obligations
     WHERE incident_id = $1 AND kind = $2 AND stage = $3 AND state = 'open' AND due_at > $4 FOR UPDATE`,
    [which.incidentId, which.kind, which.stage, limit.dueAt],
  );
  for (const row of rows) {
    const next = nextChaseAt({ ...row, dueAt: limit.dueAt }, row.startedAt, settings);
    await tx.query('UPDATE obligations SET due_at = $2, basis = $3, next_chase_at = $4 WHERE id = $1', [
      row.id,
      limit.dueAt,
      limit.basis,
      next,
    ]);
  }
}
