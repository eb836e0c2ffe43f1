import type { OrderView } from '@liandong/shared/order';

type Entry = { type: string; payload: Record<string, unknown> };

/** Housekeeping that says nothing to the person at the desk. */
const SILENT: readonly RegExp[] = [/^messages\./, /^consumer\./, /^session\./, /^access\./];
export const isTold = ({ type }: Entry): boolean => !SILENT.some((pattern) => pattern.test(type));

/** Facts of a payload worth a word as they stand, in the order they are said. */
const FACTS = ['text', 'note', 'reason', 'narrative', 'task', 'why', 'comment', 'demand', 'answer'] as const;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The words that stand in a payload, whatever the event. */
export function payloadWords(payload: Record<string, unknown>): string {
  return FACTS.map((key) => text(payload[key]))
    .filter((word) => word !== null)
    .join(' · ');
}

/** Which order an event is about: by id, by code, or by team. */
export function orderOf(payload: Record<string, unknown>, orders: readonly OrderView[]): OrderView | null {
  const { orderId, code, orderCode, teamCode } = payload;
  return (
    orders.find((order) => order.id === orderId) ??
    orders.find((order) => order.code === code || order.code === orderCode) ??
    orders.find((order) => order.teamCode === teamCode) ??
    null
  );
}
