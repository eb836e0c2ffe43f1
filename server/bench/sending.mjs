import { createECDH, randomBytes } from 'node:crypto';
import { call, endOrders } from './county.mjs';
import { client, inTurns, timeOne } from './measure.mjs';
import { figure } from './rows.mjs';
import { startOurs, startProvider } from './servers.mjs';

/**
 * From the commit to the provider: an order to every team, alone and beside a broadcast. The provider answers in 100 ms.
 * `most`: what the product itself may need, whatever the floor.
 */
const ROUNDS = 5;
const BROADCASTS = 3;
const RECIPIENTS = 10_000;
/** As many as the product hands over of a broadcast at the same time. */
const AT_ONCE = 48;
const MOST_MS = 1000;
const PATIENCE_MS = 180_000;

/** Ends `parts.ours`: from here on a server with real lines does the sending. */
export async function sending(parts) {
  await parts.ours.stop();
  const provider = await startProvider();
  await prepare(parts, provider);
  const ours = await startOurs(parts.own, (origin) => linesAt(provider.url, origin));
  try {
    return await measure({ ...parts, ours, provider });
  } finally {
    await ours.stop();
    await provider.stop();
  }
}

/** Texts by Aliyun, calls by Twilio, both at the provider. */
const linesAt = (url, origin) => ({
  SMS_PROVIDER: 'aliyun',
  VOICE_PROVIDER: 'twilio',
  PUBLIC_URL: origin,
  ALIYUN_ACCESS_KEY_ID: 'bench',
  ALIYUN_ACCESS_KEY_SECRET: 'bench',
  ALIYUN_SMS_SIGN: '仙居联动',
  ALIYUN_HOOK_SECRET: 'bench-bench-bench',
  ALIYUN_SMS_URL: url,
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'bench',
  TWILIO_FROM: '+15550001234',
  TWILIO_BASE_URL: url,
});

/** Aliyun has approved what is sent, and every team's app takes pushes. */
async function prepare({ sql, teamCodes }, { url }) {
  const variables = { order: 'code what what2 what3 team asked link', broadcast: 'text text2 text3' };
  const bodies = {
    order: '{code}号令：{what}，请{team}{asked}。回1收到 2出动 3到达 4完毕 0不能 +{code}{link}',
    broadcast: '{text}',
  };
  for (const [key, names] of Object.entries(variables)) {
    const approvals = { aliyun: { sms: `SMS_${key}`, variables: names.split(' ') } };
    await sql.ours.query(`INSERT INTO message_templates VALUES ($1, $2, $3, now(), 'bench')`, [
      key,
      bodies[key],
      approvals,
    ]);
  }
  for (const team of teamCodes) {
    const pair = createECDH('prime256v1');
    const keys = { p256dh: pair.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
    await sql.ours.query(
      `INSERT INTO push_subscriptions (endpoint, account_id, team_code, keys, created_at)
       SELECT $1, id, team_code, $2, now() FROM accounts WHERE team_code = $3`,
      [`${url}/push/${team}`, keys, team],
    );
  }
}

const tell = () => ({
  groups: [
    { kind: 'phones', phones: Array.from({ length: RECIPIENTS }, (_, index) => String(10_090_000_000 + index)) },
  ],
  text: '今晚到明晨有暴雨，各单位值班备勤，保持电话畅通。',
  clientId: crypto.randomUUID(),
});

async function measure({ ours, provider, sql, teamCodes }) {
  const order = () => orderAll(ours, provider, sql.ours, teamCodes);
  await order();
  const { count } = await order();
  const alone = await inTurns(ROUNDS, {
    ours: async () => (await order()).milliseconds,
    floor: () => bare(provider, count, count),
  });
  const broadcasts = [];
  const beside = await inTurns(BROADCASTS, {
    floor: async () => (await order()).milliseconds,
    ours: async () => {
      await provider.send('POST', '/forget');
      const begun = performance.now();
      const queueing = await timeOne(() => ours.send('POST', '/api/broadcasts', tell()));
      const { milliseconds } = await order();
      await until(async () => (await taken(provider)).broadcast.length >= RECIPIENTS);
      broadcasts.push({ queueing, whole: performance.now() - begun });
      return milliseconds;
    },
  });
  const floor = await bare(provider, RECIPIENTS, AT_ONCE);
  const pick = (value) => value;
  const of = (name, floors) => ({ ours: broadcasts.map((each) => each[name]), floor: floors ?? [] });
  return [
    { ...figure(`order → provider, last of ${count}`, 'ms', null, alone, pick), most: MOST_MS },
    { ...figure('the same beside a broadcast (floor: without)', 'ms', null, beside, pick), most: MOST_MS },
    figure(`broadcast of ${RECIPIENTS}: queued`, 'ms', null, of('queueing'), pick),
    figure(
      `broadcast of ${RECIPIENTS}: all handed over`,
      'ms',
      null,
      of(
        'whole',
        broadcasts.map(() => floor),
      ),
      pick,
    ),
  ];
}

/** Milliseconds from the answer to an order, which is after its commit, to the last of it taken by the provider. */
async function orderAll(ours, provider, sql, teamCodes) {
  const before = (await taken(provider)).order.length;
  const { id } = (await ours.send('POST', '/api/incidents', call())).json();
  await ours.send('POST', `/api/incidents/${id}/orders`, { teamCodes });
  const answered = performance.timeOrigin + performance.now();
  const left = `SELECT count(*)::int AS n FROM outgoing_messages
    WHERE incident_id = $1 AND state IN ('queued', 'sending') AND due_at <= now()`;
  await until(async () => (await sql.query(left, [id])).rows[0].n === 0);
  const own = (await taken(provider)).order.slice(before);
  await endOrders(sql, id);
  return { count: own.length, milliseconds: Math.max(...own) - answered };
}

/** As many requests to the provider by nobody but this process. */
async function bare(provider, count, atOnce) {
  const http = client(provider.url);
  let left = count;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      await http.send('POST', '/bare', {});
    }
  };
  const milliseconds = await timeOne(() => Promise.all(Array.from({ length: atOnce }, one)));
  http.close();
  return milliseconds;
}

const taken = async (provider) => (await provider.send('GET', '/taken')).json();

async function until(look) {
  for (const end = Date.now() + PATIENCE_MS; !(await look()); ) {
    if (Date.now() > end) throw new Error(`still not true: ${look}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
