import type { BoardRow } from '@liandong/shared/board';
import type { OrderView } from '@liandong/shared/order';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { EMPTY_BOARD } from './apply-batch';

export type ConnectionState = 'connecting' | 'live' | 'lost';

/** What the page sees of the live feed. `since`: server time (ms) at which the connection got into its state. */
export interface Live {
  rows: ReadonlyMap<string, BoardRow>;
  loaded: boolean;
  connection: ConnectionState;
  since: number;
  latencyMs: number | null;
  failed: boolean;
}

export const liveStore = createStore<Live>()(() => ({
  rows: EMPTY_BOARD.rows,
  loaded: false,
  connection: 'connecting',
  since: Date.now(),
  latencyMs: null,
  failed: false,
}));

export const useLive = <T>(select: (live: Live) => T): T => useStore(liveStore, select);
export const useRows = (): ReadonlyMap<string, BoardRow> => useLive((live) => live.rows);
export const useRow = (id: string | null): BoardRow | undefined =>
  useLive((live) => (id === null ? undefined : live.rows.get(id)));

/** One order replaced in its row: the answer to our own write is shown before the feed brings it. */
export function withOrder(rows: ReadonlyMap<string, BoardRow>, order: OrderView): ReadonlyMap<string, BoardRow> {
  const row = rows.get(order.incidentId);
  if (row === undefined) return rows;
  const known = row.orders.some((each) => each.id === order.id);
  const orders = known ? row.orders.map((each) => (each.id === order.id ? order : each)) : [...row.orders, order];
  return new Map(rows).set(row.id, { ...row, orders });
}
