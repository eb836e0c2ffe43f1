import type { BoardRow } from '@liandong/shared/board';
import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';

/** An order a reply could belong to. */
export interface Candidate {
  order: OrderView;
  label: string;
}

/** All open orders, as `#37 地质 · 0117 山体滑坡`. */
export const openOrders = (rows: Iterable<BoardRow>): Candidate[] =>
  [...rows].flatMap((row) =>
    row.orders
      .filter((order) => isOpen(order.status))
      .map((order) => ({
        order,
        label: `#${order.code} ${order.teamShortName} · ${row.number.split('-').at(-1)} ${row.type?.name ?? ''}`.trim(),
      })),
  );

/** The sender's own team first, then by code. */
export const forSender = (candidates: readonly Candidate[], teamCode: string | null): Candidate[] =>
  [...candidates].sort(
    (a, b) =>
      Number(b.order.teamCode === teamCode) - Number(a.order.teamCode === teamCode) || a.order.code - b.order.code,
  );
