import type { EntityManager } from 'typeorm';
import { insertTogether, type Rows, rowsOf } from '../database/insert-rows.js';
import { newId } from '../platform/ids.js';
import type { Settings } from '../settings/settings.table.js';
import { Obligation } from './obligation.entity.js';
import { nextChaseAt, type Owed } from './obligation.rules.js';

/**
 * One thing that will be owed. `orderId` null: owed for the incident itself. `teamCode` null: no team owes it but a post or
 * a unit, named in `owedBy`. `subjectId`: the follow-up or notice it is about.
 */
export type NewObligation = Omit<Owed, 'state'> & {
  incidentId: string;
  orderId: string | null;
  teamCode: string | null;
  owedBy: string;
  stage?: string | null;
  subjectId?: string | null;
  basis?: string | null;
};

/** What is owed as rows, each with the instant of its first chase, for a use case that writes them with its own. */
export function obligationRows(owing: readonly NewObligation[], settings: Settings): Rows {
  return rowsOf(
    Obligation,
    owing.map((one) => {
      const owed = { ...one, state: 'open' as const };
      return { ...owed, id: newId(), nextChaseAt: firstChaseAt(owed, settings), chases: 0, givenUp: false };
    }),
  );
}

/** Clearing is chased only once the team is on scene. */
const firstChaseAt = (owed: Owed, settings: Settings): Date | null =>
  owed.kind === 'clear' ? null : nextChaseAt(owed, owed.startedAt, settings);

/** Write what is owed. */
export async function openObligations(
  tx: EntityManager,
  owing: readonly NewObligation[],
  settings: Settings,
): Promise<void> {
  if (owing.length > 0) await insertTogether(tx, [obligationRows(owing, settings)]);
}
