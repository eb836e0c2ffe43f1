import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { newId } from '../platform/ids.js';
import type { Settings } from '../settings/settings.table.js';
import { Obligation } from './obligation.entity.js';
import { nextChaseAt, type Owed } from './obligation.rules.js';

export interface OrderOwing {
  orderId: string;
  incidentId: string;
  teamCode: string;
  owed: Owed[];
}

/** Write what orders owe, each with the instant of its first chase. Clearing is chased only once the team is on scene. */
export function openObligations(tx: EntityManager, orders: readonly OrderOwing[], settings: Settings): Promise<void> {
  const rows = orders.flatMap(({ owed, ...subject }) =>
    owed.map((one) => ({
      ...subject,
      ...one,
      id: newId(),
      nextChaseAt: one.kind === 'clear' ? null : nextChaseAt(one, one.startedAt, settings),
      chases: 0,
    })),
  );
  return insertRows(tx, Obligation, rows);
}
