import { isDeepStrictEqual } from 'node:util';
import { call, endOrders, growCounty, settled } from './county.mjs';
import { inTurns, median, percentile, perSecond, timeEach, timeOne } from './measure.mjs';

/**
 * The rows of the speed table: each measures both sides in turns and answers figures.
 * `unit` ms: less is better; 1/s: more is better. `must`: how many times the floor it may cost; null: it is told only.
 */
const CONCURRENCY = 20;
const ROUNDS = 5;
const WARM_UP = 60;
const SPAN_MS = 2000;

/** One figure: medians over the rounds; the ratio is the median of each round's own ratio. Without a floor both are absent. */
export function figure(name, unit, must, found, pick) {
  const ours = found.ours.map(pick);
  const floor = found.floor.map(pick);
  const ratios = ours.map((value, round) => (unit === 'ms' ? value / floor[round] : floor[round] / value));
  return { name, unit, ours: median(ours), floor: median(floor), ratio: median(ratios), must, rounds: { ours, floor } };
}

/** A side's latency one after another, then its throughput; afterwards the product's own work is waited for. */
const latencyAndThroughput = (act, count, sql) => async () => {
  const samples = await timeEach(count, act);
  const rate = await perSecond(SPAN_MS, CONCURRENCY, act);
  await settled(sql);
  return { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95), rate };
};

/** Create an incident. */
export async function creating({ ours, floor, sql }) {
  const toOurs = () => ours.send('POST', '/api/incidents', call());
  const toFloor = () => floor.send('POST', '/incidents', call());
  for (const act of [toFloor, toOurs]) await timeEach(WARM_UP, act);
  await settled(sql.ours);
  const found = await inTurns(ROUNDS, {
    ours: latencyAndThroughput(toOurs, 150, sql.ours),
    floor: latencyAndThroughput(toFloor, 150, sql.ours),
  });
  return [
    figure('create an incident, p50', 'ms', 1.6, found, (f) => f.p50),
    figure('create an incident, p95', 'ms', 1.6, found, (f) => f.p95),
    figure('create incidents, 20 at once', '1/s', 1.6, found, (f) => f.rate),
  ];
}

/** List 200 open incidents. @throws Error when the two answers are not the same */
export async function listing({ ours, floor, sql }) {
  const toOurs = () => ours.send('GET', '/api/incidents?status=open');
  const toFloor = () => floor.send('GET', '/incidents');
  const [mine, theirs] = [(await toOurs()).json().items, (await toFloor()).json().items];
  if (mine.length !== 200 || !isDeepStrictEqual(mine, theirs)) throw new Error('the two lists differ');
  for (const act of [toFloor, toOurs]) await timeEach(15, act);
  const found = await inTurns(ROUNDS, {
    ours: latencyAndThroughput(toOurs, 25, sql.ours),
    floor: latencyAndThroughput(toFloor, 25, sql.ours),
  });
  return [
    figure('list 200 open incidents, p50', 'ms', 1.6, found, (f) => f.p50),
    figure('list 200 open incidents, 20 at once', '1/s', 1.6, found, (f) => f.rate),
  ];
}

const RECOMMENDED_A_ROUND = 60;

/** Whom to send, with 200 incidents open in a county of 40 teams, 1,100 members and 5,000 places. The floor is one statement. */
export async function recommending({ ours, floor, sql }) {
  for (const pool of Object.values(sql)) await growCounty(pool);
  const ids = (await ours.send('GET', '/api/incidents?status=open')).json().items.map(({ id }) => id);
  let turn = 0;
  const next = () => {
    turn += 1;
    return ids[turn % ids.length];
  };
  const toOurs = () => ours.send('GET', `/api/incidents/${next()}/recommendations`);
  const toFloor = () => floor.send('GET', `/incidents/${next()}/recommendations`);
  for (const act of [toFloor, toOurs]) await timeEach(WARM_UP, act);
  const latency = (act) => async () => {
    const samples = await timeEach(RECOMMENDED_A_ROUND, act);
    return { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95) };
  };
  const found = await inTurns(ROUNDS, { ours: latency(toOurs), floor: latency(toFloor) });
  return [
    figure('recommendation, p50', 'ms', null, found, (f) => f.p50),
    { ...figure('recommendation, p95', 'ms', null, found, (f) => f.p95), most: 15 },
  ];
}

const ORDERS_A_ROUND = 12;

/**
 * One order to every team. Each side makes its incident first, untimed, and ends the orders after, untimed.
 * @throws Error when the two sides did not write the same number of rows
 */
export async function ordering({ ours, floor, sql, teamCodes }) {
  // A desk says what had been proposed to it; without that the server works it out once more.
  const proposed = teamCodes.slice(0, 2);
  const one = (server, own, incidents, path) => async () => {
    const { id } = (await server.send('POST', incidents, call())).json();
    await settled(sql.ours);
    const milliseconds = await timeOne(() => server.send('POST', path(id), { teamCodes, proposed }));
    const written = await countRows(own, id);
    await settled(sql.ours);
    await endOrders(own);
    return { milliseconds, written };
  };
  const sides = {
    ours: one(ours, sql.ours, '/api/incidents', (id) => `/api/incidents/${id}/orders`),
    floor: one(floor, sql.floor, '/incidents', (id) => `/incidents/${id}/orders`),
  };
  for (let i = 0; i < 4; i += 1) for (const side of Object.values(sides)) await side();
  const found = await inTurns(ROUNDS * ORDERS_A_ROUND, sides);
  const kinds = new Set([...found.ours, ...found.floor].map((each) => JSON.stringify(each.written)));
  if (kinds.size !== 1) throw new Error(`the two sides wrote different rows: ${[...kinds].join(' ')}`);
  const rounds = (side) =>
    Array.from({ length: ROUNDS }, (_, round) =>
      found[side].slice(round * ORDERS_A_ROUND, (round + 1) * ORDERS_A_ROUND).map((each) => each.milliseconds),
    );
  const byRound = { ours: rounds('ours'), floor: rounds('floor') };
  const written = found.ours[0].written;
  return [
    figure('order to 40 teams, p50', 'ms', 2, byRound, (samples) => percentile(samples, 0.5)),
    { ...figure('order to 40 teams, p95', 'ms', 2, byRound, (samples) => percentile(samples, 0.95)), written },
  ];
}

async function countRows(sql, id) {
  const { rows } = await sql.query(
    `SELECT (SELECT count(*)::int FROM orders WHERE incident_id = $1) AS orders,
            (SELECT count(*)::int FROM obligations WHERE incident_id = $1) AS obligations,
            (SELECT count(*)::int FROM outgoing_messages WHERE incident_id = $1 AND purpose = 'order') AS messages,
            (SELECT count(*)::int FROM event_log WHERE incident_id = $1 AND type = 'order.issued') AS events`,
    [id],
  );
  return rows[0];
}
