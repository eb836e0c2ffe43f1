import type { World } from './acts.js';

/** Said by nobody in particular, when and how often depends on the sending worker's batches. */
const OF_THE_MACHINE = ['messages.progressed'];
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * A story's log with names in place of ids, in the order of its instants. What several workers did of the same instant has
 * no order among itself: it is put in the order of its words.
 */
export async function readableLog({ app, incidentId, orders }: World): Promise<string[]> {
  const rows: { at: Date; type: string; actor: string; payload: unknown }[] = await app.source.query(
    `SELECT at, type, actor_name AS actor, payload FROM event_log
     WHERE incident_id = $1 AND type <> ALL($2) ORDER BY position`,
    [incidentId, OF_THE_MACHINE],
  );
  const names = new Map(orders.map((order, index) => [order.id, `order ${index}`]));
  const codes = new Map(orders.map((order, index) => [order.code, `code ${index}`]));
  return rows
    .map(({ at, type, actor, payload }) => {
      const words = JSON.stringify(payload, (key, value) => (key === 'code' ? (codes.get(value) ?? value) : value));
      return `${at.toISOString()} ${type} ${actor} ${words.replace(UUID, (id) => names.get(id) ?? 'id')}`;
    })
    .toSorted();
}
