import type { PromisedOrder } from './ledger.js';
import type { Broken } from './promises.check.js';
import type { Sql } from './sql.js';

interface Owed {
  id: string;
  orderId: string;
  kind: string;
  chases: number;
  fired: number;
  missed: number;
  /** Its next chase should have been by now. */
  late: boolean;
  /** Its limit is past, nothing settled it, and it does not say so. */
  silent: boolean;
}

/** Later than this is not on time for a clock that looks every half second. */
const LATE = `now() - interval '3 s'`;

/** Every clock that was due was fired, as often as it counts, missed once at most; each chase was said once. */
export async function brokenClocks(sql: Sql, orders: readonly PromisedOrder[]): Promise<Broken[]> {
  const ids = orders.map(({ id }) => id);
  const owed = await sql.rows<Owed>(
    `SELECT ob.id, ob.order_id AS "orderId", ob.kind, ob.chases, COALESCE(e.fired, 0) AS fired, COALESCE(e.missed, 0) AS missed,
            COALESCE(ob.next_chase_at < ${LATE}, false) AS late,
            COALESCE(ob.due_at < ${LATE}, false) AND ob.state = 'open' AS silent
     FROM obligations ob LEFT JOIN LATERAL (
       SELECT count(*)::int AS fired, count(*) FILTER (WHERE type = 'obligation.missed')::int AS missed FROM event_log
       WHERE incident_id = ob.incident_id AND payload->>'obligationId' = ob.id::text
         AND type IN ('obligation.reminded', 'obligation.missed', 'obligation.insisted')) e ON true
     WHERE ob.order_id = ANY($1)`,
    [ids],
  );
  const wrong = owed.filter(
    ({ late, silent, chases, fired, missed }) => late || silent || chases !== fired || missed > 1,
  );
  return [...wrong.map((one) => `obligation ${JSON.stringify(one)}`), ...(await brokenChases(sql, orders, owed))];
}

/** Kinds whose chase is a text to the team; `insisted` says nothing to a team that was told it missed. */
const CHASED = ['muster', 'on_scene'];

/** Of an order nobody answered, each reminder and miss of a target made one push to the team's app and no second one. */
async function brokenChases(sql: Sql, orders: readonly PromisedOrder[], owed: readonly Owed[]): Promise<Broken[]> {
  const aged = orders.filter(({ fate }) => fate === 'aged').map(({ id }) => id);
  const rows = await sql.rows<{ id: string; said: number; due: number }>(
    `SELECT o.id, (SELECT count(*)::int FROM outgoing_messages m
                   WHERE m.order_id = o.id AND m.purpose = 'chase' AND m.channel = 'app') AS said,
            (SELECT count(*)::int FROM event_log e WHERE e.incident_id = o.incident_id AND e.payload->>'orderId' = o.id::text
               AND e.type IN ('obligation.reminded', 'obligation.missed') AND e.payload->>'kind' = ANY($2)) AS due
     FROM orders o WHERE o.id = ANY($1)`,
    [aged, CHASED],
  );
  return rows
    .filter(({ said, due }) => said !== due)
    .map(({ id, said, due }) => {
      const clocks = owed.filter(({ orderId }) => orderId === id).map(({ kind, fired }) => `${kind} ${fired}`);
      return `order ${id}: ${due} chases due, ${said} said (${clocks.join(', ')})`;
    });
}
