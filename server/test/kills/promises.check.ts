import type { Ledger, PromisedOrder } from './ledger.js';
import type { Sql } from './sql.js';

type News = ReturnType<Ledger['news']>;

/** One promise that is not kept, in words. */
export type Broken = string;

const name = ({ code, teamCode, id, kill, fate }: PromisedOrder): string =>
  `order ${code} ${teamCode} (${id}, ${fate}, kill ${kill})`;

/** What was answered 201 or 2xx and is not, or not yet, what it has to be. */
export async function brokenPromises(sql: Sql, news: News): Promise<Broken[]> {
  return [
    ...(await firstSteps(sql, news.orders)),
    ...(await doubleOrders(sql, news.orders)),
    ...(await replies(sql, news.replies)),
    ...(await recalls(sql, news.recalled)),
  ];
}

/** Every channel of the first step was tried, or says in words why it cannot be; of an order nobody ended, not cancelled. */
async function firstSteps(sql: Sql, orders: readonly PromisedOrder[]): Promise<Broken[]> {
  const rows = await sql.rows<{ orderId: string; channel: string; state: string; tried: boolean; told: boolean }>(
    `SELECT m.order_id AS "orderId", m.channel, m.state,
            EXISTS (SELECT 1 FROM message_attempts a WHERE a.message_id = m.id) AS tried,
            m.state IN ('failed', 'undelivered') AND m.provider_code IS NOT NULL AS told
     FROM outgoing_messages m WHERE m.order_id = ANY($1) AND m.purpose = 'order' AND m.step = 0`,
    [orders.map(({ id }) => id)],
  );
  return orders.flatMap((order) => {
    const own = rows.filter(({ orderId }) => orderId === order.id);
    const ended = order.fate === 'answered' || order.fate === 'recalled';
    const missing = order.channels.filter((channel) => !own.some((row) => row.channel === channel));
    const untried = own.filter(({ tried, told, state }) => !tried && !told && !(ended && state === 'cancelled'));
    return [
      ...missing.map((channel) => `${name(order)}: no message by ${channel}`),
      ...untried.map(({ channel, state }) => `${name(order)}: ${channel} ${state}, never tried`),
    ];
  });
}

/** Asked again after a kill, an order is still one order. */
async function doubleOrders(sql: Sql, orders: readonly PromisedOrder[]): Promise<Broken[]> {
  const rows = await sql.rows<{ id: string; n: number }>(
    `SELECT incident_id || ' ' || team_code AS id, count(*)::int AS n FROM orders WHERE incident_id = ANY($1)
     GROUP BY 1 HAVING count(*) > 1`,
    [orders.map(({ incidentId }) => incidentId)],
  );
  return rows.map(({ id, n }) => `${n} orders instead of one: incident and team ${id}`);
}

/** Each reply is there once, settled, and made one report if it made any. */
async function replies(sql: Sql, promised: News['replies']): Promise<Broken[]> {
  const rows = await sql.rows<{ key: string; state: string; reports: number; received: number }>(
    `SELECT i.provider_key AS key, i.state, (SELECT count(*)::int FROM order_reports r WHERE r.client_id = i.id) AS reports,
            (SELECT count(*)::int FROM event_log e WHERE e.type = 'reply.received' AND e.at = i.received_at
               AND e.payload->>'replyId' = i.id::text) AS received
     FROM incoming_replies i WHERE i.provider_key = ANY($1)`,
    [promised.map(({ key }) => key)],
  );
  return promised.flatMap((reply) => {
    const who = `reply ${reply.key} "${reply.text}" (kill ${reply.kill}, told ${reply.tries} times)`;
    const own = rows.filter(({ key }) => key === reply.key);
    if (own.length !== 1) return [`${who}: there ${own.length} times`];
    const { state, reports, received } = own[0]!;
    if (state === 'received') return [`${who}: not applied`];
    const wanted = state === 'applied' ? 1 : 0;
    return reports === wanted && received === 1 ? [] : [`${who}: ${state}, ${reports} reports, ${received} events`];
  });
}

async function recalls(sql: Sql, orderIds: readonly string[]): Promise<Broken[]> {
  const rows = await sql.rows<{ id: string; events: number; messages: number }>(
    `SELECT o.id, (SELECT count(*)::int FROM event_log e WHERE e.incident_id = o.incident_id AND e.type = 'order.recalled'
                     AND e.payload->>'orderId' = o.id::text) AS events,
            (SELECT count(*)::int FROM outgoing_messages m WHERE m.order_id = o.id AND m.purpose = 'recall') AS messages
     FROM orders o WHERE o.id = ANY($1)`,
    [orderIds],
  );
  return rows
    .filter(({ events, messages }) => events !== 1 || messages === 0)
    .map(({ id, events, messages }) => `recall of ${id}: ${events} events, ${messages} messages`);
}
