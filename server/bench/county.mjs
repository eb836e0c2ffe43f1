import pg from 'pg';

/** What a dispatcher's desk sends for a call; the place is the town itself, the words change. */
const WORDS = [
  '两车追尾堵住路口，人没事',
  '电瓶车和轿车刮擦，双方在吵',
  '货车撞护栏，路上有散落物',
  '三轮车侧翻，货撒了一地',
];
let calls = 0;

export function call() {
  calls += 1;
  return {
    channel: '110',
    narrative: `${WORDS[calls % WORDS.length]}（第${calls}起）`,
    callerPhone: `100${String(calls).padStart(8, '0')}`,
    callerName: '演示来电',
    placeText: '市桥社区',
    location: { lon: 120.72 + (calls % 40) / 1000, lat: 28.84 + (calls % 30) / 1000 },
    typeCode: 'traffic_accident_minor',
    clientId: crypto.randomUUID(),
  };
}

const LISTED = 200;
const TEAMS_EACH = 3;

/**
 * 200 open incidents, each with three orders that their teams have acknowledged, and one more with an order to every
 * team, which is put aside: the floor takes its rows from it. Two at a time, so that numbers follow the calls.
 */
export async function fillBoard(ours, sql, teamCodes) {
  const numbers = Array.from({ length: LISTED }, (_, index) => index);
  const worker = async () => {
    for (let index = numbers.shift(); index !== undefined; index = numbers.shift())
      await openOne(ours, teamCodes, index);
  };
  await Promise.all([worker(), worker()]);
  const incident = (await ours.send('POST', '/api/incidents', call())).json();
  await ours.send('POST', `/api/incidents/${incident.id}/orders`, { teamCodes });
  await settled(sql);
  await sql.query(`UPDATE incidents SET status = 'closed' WHERE id = $1`, [incident.id]);
  await endOrders(sql, incident.id);
}

async function openOne(ours, teamCodes, index) {
  const { id } = (await ours.send('POST', '/api/incidents', call())).json();
  const sent = Array.from({ length: TEAMS_EACH }, (_, k) => teamCodes[(index * TEAMS_EACH + k) % teamCodes.length]);
  const { orders } = (await ours.send('POST', `/api/incidents/${id}/orders`, { teamCodes: sent })).json();
  for (const order of orders) {
    const report = { kind: 'acknowledged', source: 'verbal', clientId: crypto.randomUUID() };
    await ours.send('POST', `/api/orders/${order.id}/reports`, report);
  }
}

/** Take orders off the field without a trace in the measurement: nothing more is sent or chased, codes are free again. */
export async function endOrders(sql, incidentId = null) {
  const open = `status NOT IN ('cleared', 'declined', 'recalled')`;
  const mine = '($1::uuid IS NULL OR incident_id = $1)';
  await sql.query(`UPDATE orders SET status = 'cleared' WHERE ${open} AND ${mine}`, [incidentId]);
  await sql.query(`UPDATE obligations SET next_chase_at = NULL WHERE next_chase_at IS NOT NULL AND ${mine}`, [
    incidentId,
  ]);
  await sql.query(`UPDATE outgoing_messages SET state = 'cancelled' WHERE state = 'queued' AND ${mine}`, [incidentId]);
}

const GROWN = { members: 1_100, places: 5_000 };

/** A county of the size that is promised: the register filled up with people and names nobody asks for. */
export async function growCounty(sql) {
  await sql.query(
    `INSERT INTO team_members (id, team_code, name, post, phone)
     SELECT gen_random_uuid(), t.code, '演示-' || n, 'member', '10009' || lpad(n::text, 6, '0')
       FROM generate_series((SELECT count(*) FROM team_members) + 1, $1::int) n
       JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS at FROM teams) t
         ON t.at = n % (SELECT count(*) FROM teams)`,
    [GROWN.members],
  );
  await sql.query(
    `INSERT INTO places (code, name, kind, township_code, location, grade, basis)
     SELECT 'bench-' || n, '地名' || n, 'village', t.code, t.seat, '示意', '测试'
       FROM generate_series((SELECT count(*) FROM places) + 1, $1::int) n
       JOIN (SELECT code, seat, row_number() OVER (ORDER BY code) - 1 AS at FROM townships) t
         ON t.at = n % (SELECT count(*) FROM townships)`,
    [GROWN.places],
  );
  await sql.query('ANALYZE');
}

const WAIT_MS = 30_000;
const BEHIND = `SELECT (SELECT count(*) FROM event_log WHERE position IS NULL)
  + (SELECT count(*) FROM outgoing_messages WHERE state = 'sending' OR (state = 'queued' AND due_at <= now()))
  + (SELECT count(*) FROM event_log l, event_consumers c WHERE c.name = 'dispatch' AND l.position > c.position
       AND l.type IN ('messages.progressed', 'reply.received')) AS n`;

/** Wait until the product has sealed, sent and applied everything: the other side is measured in quiet. */
export async function settled(sql) {
  for (const end = Date.now() + WAIT_MS; ; ) {
    const { rows } = await sql.query(BEHIND);
    if (Number(rows[0].n) === 0) return;
    if (Date.now() > end) throw new Error(`still ${rows[0].n} rows of work behind`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** A few connections of the run's own. A connection the server ends at the very end is no fault. */
export function connect(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 2 });
  pool.on('error', () => {});
  return pool;
}
