import Fastify from 'fastify';
import pg from 'pg';
import { readSample, writeOrders } from './floor-orders.mjs';

/**
 * The floor to measure against: the same rows by the shortest way. No session, no validation, no rules, no workers.
 * As many connections as the product's pool has.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
const app = Fastify();
const sample = await readSample(pool);

async function transaction(work) {
  const db = await pool.connect();
  try {
    await db.query('BEGIN');
    const result = await work(db);
    await db.query('COMMIT');
    return result;
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}

const NUMBER = `INSERT INTO daily_numbers (day, last) VALUES ($1, 1)
  ON CONFLICT (day) DO UPDATE SET last = daily_numbers.last + 1 RETURNING last`;
const INCIDENT = `INSERT INTO incidents (id, number, status, type_code, severity, narrative, place_text, township_code,
  location, warnings, drill, channel, received_at, scene_command, client_id)
  VALUES ($1, $2, 'open', $3, $4, $5, $6, $7, ST_SetSRID(ST_MakePoint($8, $9), 4326), $10, false, $11, $12, $13, $14)`;
const CALL = `INSERT INTO calls (id, number, incident_id, channel, caller_phone, caller_name, narrative, place_text,
  received_at, taken_by_id, taken_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const EVENT = `INSERT INTO event_log (at, type, actor_id, actor_name, actor_role, incident_id, payload)
  VALUES ($1, 'incident.reported', $2, $3, 'dispatcher', $4, $5)`;

const BY = { id: crypto.randomUUID(), name: '演示-调度员' };
const DAY = '20990101';

app.post('/incidents', async ({ body }, reply) => {
  reply.code(201);
  return transaction(async (db) => {
    const at = new Date();
    const { rows } = await db.query(NUMBER, [DAY]);
    const number = `${DAY}-${String(rows[0].last).padStart(4, '0')}`;
    const id = crypto.randomUUID();
    const { channel, narrative, callerPhone, callerName, placeText, location, typeCode, clientId } = body;
    const type = { code: typeCode, name: '交通事故（无伤亡）', incidentClass: '一般性' };
    const { lon, lat } = location;
    const who = '主责队伍负责人';
    const incident = [
      id,
      number,
      typeCode,
      'IV',
      narrative,
      placeText,
      '001',
      lon,
      lat,
      [],
      channel,
      at,
      who,
      clientId,
    ];
    await db.query(INCIDENT, incident);
    const call = [crypto.randomUUID(), `${number}/1`, id, channel, callerPhone, callerName, narrative, placeText, at];
    await db.query(CALL, [...call, BY.id, BY.name]);
    const payload = { number, channel, severity: 'IV', type: type.name, place: placeText };
    await db.query(EVENT, [at, BY.id, BY.name, id, JSON.stringify(payload)]);
    return {
      id,
      number,
      status: 'open',
      type,
      severity: 'IV',
      narrative,
      placeText,
      location,
      channel,
      receivedAt: at,
    };
  });
});

const OBLIGATION = `
      'id', ob.id, 'kind', ob.kind, 'stage', ob.stage, 'orderId', ob.order_id, 'incidentId', ob.incident_id,
      'teamCode', ob.team_code, 'owedBy', ob.owed_by, 'startedAt', ob.started_at, 'dueAt', ob.due_at, 'state', ob.state,
      'metAt', ob.met_at, 'waivedCode', ob.waived_code, 'waivedReason', ob.waived_reason, 'waivedBy', ob.waived_by,
      'chases', ob.chases, 'givenUp', ob.given_up, 'basis', ob.basis`;

const COMING = `o.status IN ('acknowledged', 'mustered', 'en_route', 'on_scene')`;
const RUNNING = `o.status NOT IN ('cleared', 'declined', 'recalled')`;

/** One statement: each table is read and grouped once, then joined. The answer is the product's own, row for row. */
const LIST = `
  WITH page AS (SELECT * FROM incidents WHERE status = 'open' ORDER BY id DESC LIMIT 200),
  owed AS (
    SELECT ob.order_id, json_agg(json_build_object(${OBLIGATION}) ORDER BY ob.id) AS rows
    FROM obligations ob JOIN page ON page.id = ob.incident_id GROUP BY ob.order_id),
  reporting AS (
    SELECT ob.incident_id, json_agg(json_build_object(${OBLIGATION}) ORDER BY ob.due_at, ob.id) AS rows
    FROM obligations ob JOIN page ON page.id = ob.incident_id
    WHERE ob.order_id IS NULL AND ob.met_at IS NULL AND NOT ob.given_up AND ob.state IN ('open', 'missed')
    GROUP BY ob.incident_id),
  ordered AS (
    SELECT o.incident_id, json_agg(json_build_object(
      'id', o.id, 'code', o.code, 'incidentId', o.incident_id, 'teamCode', o.team_code, 'teamName', t.name,
      'teamShortName', t.short_name, 'status', o.status, 'task', o.task, 'issuedAt', o.issued_at, 'issuedBy', o.issued_by, 'duty', o.duty,
      'deliveredAt', o.delivered_at, 'target', o.target, 'stamps', o.stamps, 'headcount', o.headcount,
      'etaMinutes', o.eta_minutes, 'endReason', o.end_reason, 'callKind', o.call_kind,
      'replaces', CASE WHEN r.id IS NULL THEN NULL ELSE
        json_build_object('id', r.id, 'code', r.code, 'teamShortName', rt.short_name) END,
      'rebased', o.rebased, 'corrections', o.corrections, 'obligations', COALESCE(owed.rows, '[]'))
      ORDER BY o.issued_at, o.id) AS rows,
      max((o.plan->>'requiredStrength')::int) AS required,
      COALESCE(sum(o.headcount) FILTER (WHERE ${COMING}), 0)::int AS promised, count(*) FILTER (WHERE ${RUNNING}) AS running,
      (count(*) FILTER (WHERE ${RUNNING} AND (o.headcount IS NULL OR NOT ${COMING})))::int AS silent
    FROM orders o JOIN page ON page.id = o.incident_id JOIN teams t ON t.code = o.team_code
    LEFT JOIN orders r ON r.id = o.replaces_id LEFT JOIN teams rt ON rt.code = r.team_code
    LEFT JOIN owed ON owed.order_id = o.id GROUP BY o.incident_id),
  called AS (SELECT c.incident_id, count(*)::int AS n FROM calls c JOIN page ON page.id = c.incident_id GROUP BY 1),
  waiting AS (
    SELECT o.incident_id, count(*)::int AS n FROM incoming_replies r JOIN orders o ON o.id = r.order_id
    WHERE r.state = 'queued' GROUP BY 1)
  SELECT json_build_object(
    'id', i.id, 'number', i.number, 'status', i.status, 'severity', i.severity, 'narrative', i.narrative,
    'type', CASE WHEN ty.code IS NULL THEN NULL ELSE
      json_build_object('code', ty.code, 'name', ty.name, 'incidentClass', ty.incident_class) END,
    'placeText', i.place_text, 'townshipCode', i.township_code, 'townshipName', ts.name,
    'location', CASE WHEN i.location IS NULL THEN NULL ELSE
      json_build_object('lon', ST_X(i.location::geometry), 'lat', ST_Y(i.location::geometry)) END,
    'warnings', i.warnings, 'drill', i.drill, 'channel', i.channel, 'receivedAt', i.received_at,
    'firstIssuedAt', i.first_issued_at, 'closedAt', i.closed_at, 'endReason', i.end_reason,
    'sceneCommand', i.scene_command, 'sceneCommander', i.scene_commander, 'leadTeamCode', i.lead_team_code,
    'major', i.marked_major OR i.severity IN ('I', 'II'), 'markedMajor', i.marked_major,
    'mergedInto', CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id, 'number', m.number) END,
    'originTeamCode', i.origin_team_code, 'centreTookAt', i.centre_took_at,
    'calls', called.n, 'orders', COALESCE(ordered.rows, '[]'),
    'strength', CASE WHEN i.first_issued_at IS NOT NULL AND ordered.required IS NOT NULL AND ordered.running > 0 THEN
      json_build_object('required', ordered.required, 'promised', ordered.promised, 'silent', ordered.silent,
        'checkAt', i.first_issued_at + make_interval(secs => COALESCE(st.value, 180))) END,
    'openReplies', COALESCE(waiting.n, 0), 'owed', COALESCE(reporting.rows, '[]'),
    'awaitsReceipt', handed.incident_id IS NOT NULL) AS row
  FROM page i LEFT JOIN incident_types ty ON ty.code = i.type_code LEFT JOIN townships ts ON ts.code = i.township_code
  LEFT JOIN incidents m ON m.id = i.merged_into_id LEFT JOIN reporting ON reporting.incident_id = i.id
  LEFT JOIN (SELECT DISTINCT incident_id FROM referrals WHERE received_at IS NULL) handed ON handed.incident_id = i.id
  LEFT JOIN settings st ON st.key = 'strengthCheckSeconds'
  LEFT JOIN called ON called.incident_id = i.id LEFT JOIN ordered ON ordered.incident_id = i.id
  LEFT JOIN waiting ON waiting.incident_id = i.id ORDER BY i.id DESC`;

app.get('/incidents', async (_, reply) => {
  const { rows } = await pool.query(LIST);
  reply.type('application/json');
  return JSON.stringify({ items: rows.map((each) => each.row) });
});

/** Forty teams with what is asked of each, in the plan's order, then by distance: one statement. */
const RECOMMEND = `
  SELECT t.code, t.name, t.short_name, step.at AS step, ST_Distance(t.location, i.location) / 1000 AS km,
    (SELECT m.name FROM duty_shifts d JOIN team_members m ON m.id = d.member_id
      WHERE d.team_code = t.code AND d.starts_at <= now() AND d.ends_at > now() LIMIT 1) AS on_duty,
    (SELECT count(*)::int FROM team_members m WHERE m.team_code = t.code AND m.retired_at IS NULL) AS strength,
    (SELECT count(*)::int FROM orders o WHERE o.team_code = t.code AND ${RUNNING}) AS committed
  FROM incidents i CROSS JOIN teams t LEFT JOIN LATERAL (
    SELECT s.at FROM response_plans p, jsonb_array_elements(p.levels->0->'steps') WITH ORDINALITY s(step, at)
     WHERE p.code = i.type_code AND p.version = 1 AND (s.step->>'team' = t.code
        OR (s.step ? 'local' AND t.township_code = i.township_code AND 'local' = ANY(t.specialties)))
     ORDER BY s.at LIMIT 1) step ON true
  WHERE i.id = $1 AND t.team_class <> 'expert' ORDER BY step.at NULLS LAST, km`;

app.get('/incidents/:id/recommendations', async ({ params }) => ({
  items: (await pool.query(RECOMMEND, [params.id])).rows,
}));

app.post('/incidents/:id/orders', async ({ params }, reply) => {
  reply.code(201);
  return transaction((db) => writeOrders(db, params.id, sample));
});

process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
  process.exit(0);
});
await app.listen({ host: '127.0.0.1', port: 0 });
process.send(app.server.address().port);
