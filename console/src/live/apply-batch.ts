import type { BoardRow } from '@liandong/shared/board';
import type { LiveBatch } from '@liandong/shared/realtime';

/** What the desk knows: the open incidents, and the position of the log they stand for (null: nothing known yet). */
export interface Board {
  rows: ReadonlyMap<string, BoardRow>;
  position: number | null;
}
export const EMPTY_BOARD: Board = { rows: new Map(), position: null };

export type Applied =
  | { outcome: 'applied'; board: Board; touched: ReadonlySet<string> }
  | { outcome: 'duplicate' }
  | { outcome: 'gap' };

/** Rows as they are now replace what was known; what is gone or no longer open leaves. */
export function mergeRows(
  rows: ReadonlyMap<string, BoardRow>,
  changed: readonly BoardRow[],
  gone: readonly string[],
): ReadonlyMap<string, BoardRow> {
  const merged = new Map(rows);
  for (const row of changed) {
    if (row.status === 'open') merged.set(row.id, row);
    else merged.delete(row.id);
  }
  for (const id of gone) merged.delete(id);
  return merged;
}

/**
 * Apply one batch of the live feed.
 * A batch that starts after our position has a gap before it: nothing is applied, the caller asks to resume.
 * A batch that ends at or before our position brings nothing new. One that overlaps is applied: rows are whole.
 */
export function applyBatch(board: Board, batch: LiveBatch): Applied {
  if (board.position === null || batch.after > board.position) return { outcome: 'gap' };
  if (batch.last <= board.position) return { outcome: 'duplicate' };
  const known = board.position;
  const touched = new Set<string>([...batch.gone, ...batch.rows.map((row) => row.id)]);
  for (const event of batch.events) {
    if (event.position > known && event.incidentId !== null) touched.add(event.incidentId);
  }
  return {
    outcome: 'applied',
    board: { rows: mergeRows(board.rows, batch.rows, batch.gone), position: batch.last },
    touched,
  };
}
