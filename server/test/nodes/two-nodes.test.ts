import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IncidentView } from '@liandong/shared/incident';
import type { PracticePhone } from '@liandong/shared/message';
import type { OrderDetail, OrderView } from '@liandong/shared/order';
import { type LiveBatch, PUSH_EVENT, SOCKET } from '@liandong/shared/realtime';
import { io, type Socket } from 'socket.io-client';
import { copyDatabase, TEST_PASSWORD } from '../databases.mjs';
import { LANDSLIDE } from '../factories.js';
import { ServerProcess } from '../server-process.js';

/** Two servers, one database, one Redis: whoever does something on one, everybody sees it on the other. */
describe('two nodes', () => {
  let place: Awaited<ReturnType<typeof copyDatabase>>;
  let left: ServerProcess;
  let right: ServerProcess;
  const cookies: Record<string, string> = {};
  const sockets: Socket[] = [];

  beforeAll(async () => {
    place = await copyDatabase();
    const settings = { DATABASE_URL: place.url, REDIS_URL: process.env.TEST_REDIS_URL, DEMO_PASSWORD: TEST_PASSWORD };
    left = await ServerProcess.start(settings);
    right = await ServerProcess.start(settings);
    for (const username of ['dispatcher', 's05']) {
      const answer = await post(left, '/api/auth/login', { username, password: TEST_PASSWORD });
      cookies[username] = answer.headers.get('set-cookie')!.split(';')[0]!;
    }
  });
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await left.kill();
    await right.stop();
    await place.drop();
  });

  const post = (node: ServerProcess, path: string, body: object, as?: string): Promise<Response> =>
    fetch(`${node.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(as ? { cookie: cookies[as]! } : {}) },
      body: JSON.stringify(body),
    });
  const get = async <T>(node: ServerProcess, path: string): Promise<T> =>
    (await fetch(`${node.url}${path}`, { headers: { cookie: cookies.dispatcher! } })).json() as Promise<T>;
  const connect = async (node: ServerProcess, as: string): Promise<Socket> => {
    const socket = io(node.url, {
      path: SOCKET.path,
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie: cookies[as]! },
    });
    sockets.push(socket);
    await new Promise<void>((done) => socket.once('connect', done));
    return socket;
  };
  const orderOn = async (node: ServerProcess): Promise<OrderView> => {
    const incident = (await (await post(node, '/api/incidents', LANDSLIDE, 'dispatcher')).json()) as IncidentView;
    const answer = await post(node, `/api/incidents/${incident.id}/orders`, { teamCodes: ['S05'] }, 'dispatcher');
    return ((await answer.json()) as { orders: OrderView[] }).orders[0]!;
  };
  const until = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
    for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((later) => setTimeout(later, 50))) {
      const seen = await look();
      if (seen) return seen;
    }
    throw new Error(`still not true: ${look}`);
  };

  test('a desk on the right sees what was filed on the left, without gaps', async () => {
    const desk = await connect(right, 'dispatcher');
    const batches: LiveBatch[] = [];
    desk.on(SOCKET.batch, (batch: LiveBatch) => batches.push(batch));
    const order = await orderOn(left);
    const batch = await until(async () =>
      batches.find((one) => one.events.some((event) => event.type === 'order.issued')),
    );
    for (const [index, one] of batches.slice(1).entries()) expect(one.after).toBe(batches[index]!.last);
    expect(batch.rows.flatMap((row) => row.orders.map((one) => one.id))).toContain(order.id);
  });

  test('an order issued on the left rings the app connected on the right', async () => {
    const app = await connect(right, 's05');
    const rung = new Promise<string>((done) =>
      app.once(PUSH_EVENT, (content: { text: string }, confirm: () => void) => {
        confirm();
        done(content.text);
      }),
    );
    const order = await orderOn(left);
    expect(await rung).toContain(`${order.code}号令`);
    await until(async () =>
      (await get<OrderDetail>(right, `/api/orders/${order.id}`)).messages.some(
        (m) => m.channel === 'app' && m.state === 'delivered',
      ),
    );
  });

  test('a reply is applied once, though both nodes listen', async () => {
    const order = await orderOn(left);
    const { items } = await get<{ items: PracticePhone[] }>(right, '/api/simulator/phones');
    const phone = items.find((one) => one.teamCode === 'S05' && one.post === 'commander')!;
    await post(right, `/api/simulator/phones/${phone.number}/reply`, { text: `1 ${order.code}` }, 'dispatcher');
    const detail = await until(async () => {
      const seen = await get<OrderDetail>(left, `/api/orders/${order.id}`);
      return seen.reports.length > 0 && seen;
    });
    expect(detail.reports.map((report) => report.effect)).toEqual(['step']);
  });

  test('one node dies: the other sends what is still owed, once', async () => {
    const order = await orderOn(left);
    await left.kill();
    const sent = await until(async () => {
      const { messages } = await get<OrderDetail>(right, `/api/orders/${order.id}`);
      const first = messages.filter((message) => message.step === 0);
      return first.every((message) => ['sent', 'delivered', 'failed'].includes(message.state)) && first;
    });
    expect(new Set(sent.map((message) => message.channel))).toEqual(new Set(['app', 'sms', 'voice']));
  });
});
