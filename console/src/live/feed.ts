import type { BoardRow } from '@liandong/shared/board';
import type { OrderView } from '@liandong/shared/order';
import type { LiveBatch, LiveSnapshot } from '@liandong/shared/realtime';
import { call } from '../api/client';
import { setServerNow } from '../ui/clock';
import { applyBatch, type Board, EMPTY_BOARD, mergeRows } from './apply-batch';
import { coalesce } from './coalesce';
import { liveStore, withOrder } from './store';
import { emitTouched } from './touched';

/** The board as applied; the page's store follows once per frame. */
let board: Board = EMPTY_BOARD;
/** Batches that arrive while the list is being fetched are laid over it afterwards. */
let during: LiveBatch[] | null = null;
let loading = 0;

const publish = coalesce(() => liveStore.setState({ rows: board.rows }));

export const position = (): number | null => board.position;

export function resetFeed(): void {
  board = EMPTY_BOARD;
  during = null;
  loading++;
  liveStore.setState({ rows: board.rows, loaded: false });
}

/** @returns false when something is missing before this batch: ask to resume from `position()`. */
export function takeBatch(batch: LiveBatch): boolean {
  setServerNow(batch.serverNow);
  const applied = applyBatch(board, batch);
  if (applied.outcome === 'gap') return false;
  if (applied.outcome === 'duplicate') return true;
  board = applied.board;
  during?.push(batch);
  publish();
  emitTouched({ incidents: applied.touched, events: batch.events });
  return true;
}

async function openIncidents(): Promise<BoardRow[]> {
  const items: BoardRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await call('listIncidents', { query: { status: 'open', limit: 500, cursor } });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

/** Wait before the list is asked for again after a failure. */
const RETRY_MS = 2_000;

async function fetchAll(token: number): Promise<void> {
  try {
    const items = await openIncidents();
    if (token !== loading) return;
    let rows: ReadonlyMap<string, BoardRow> = new Map(items.map((row) => [row.id, row]));
    for (const batch of during ?? []) rows = mergeRows(rows, batch.rows, batch.gone);
    during = null;
    board = { ...board, rows };
    liveStore.setState({ rows, loaded: true, failed: false });
    emitTouched({ incidents: new Set(rows.keys()), events: [] });
  } catch {
    if (token !== loading) return;
    liveStore.setState({ failed: true });
    setTimeout(() => token === loading && void fetchAll(token), RETRY_MS);
  }
}

/** Too much was missed: fetch the list of open incidents and go on from the snapshot's position. */
export function takeSnapshot(snapshot: LiveSnapshot): void {
  setServerNow(snapshot.serverNow);
  board = { ...board, position: snapshot.last };
  during = [];
  loading++;
  void fetchAll(loading);
}

/** Show the answer to our own write at once. */
export function patchOrder(order: OrderView): void {
  board = { ...board, rows: withOrder(board.rows, order) };
  publish();
}

/** Show an incident we just took at once; the feed completes it. */
export function patchRow(row: BoardRow): void {
  if (board.rows.has(row.id)) return;
  board = { ...board, rows: new Map(board.rows).set(row.id, row) };
  publish();
}
