import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { LiveBatch, LiveSnapshot } from '@liandong/shared/realtime';
import { PUSH_EVENT, SOCKET } from '@liandong/shared/realtime';
import { io, type Socket } from 'socket.io-client';
import { type Call, useApp } from '../../test/app.js';
import { order, takeCall } from '../../test/factories.js';

describe('live', () => {
  const app = useApp();
  let dispatcher: Call;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    await app.as('s05');
    await app.as('s06');
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });

  const connect = async (username: string | null, headers: Record<string, string> = {}): Promise<Socket> => {
    const cookie: Record<string, string> = username ? { cookie: app.cookie(username) } : {};
    const socket = io(app.url, {
      path: SOCKET.path,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { ...cookie, ...headers },
    });
    sockets.push(socket);
    await new Promise<void>((done, fail) => socket.once('connect', done).once('connect_error', fail));
    return socket;
  };
  const next = <T>(socket: Socket, event: string): Promise<T> => new Promise((done) => socket.once(event, done));
  /** Batches until one has an event of this type. */
  const batchWith = (socket: Socket, type: string): Promise<LiveBatch> =>
    new Promise((done) => {
      socket.on(SOCKET.batch, (batch: LiveBatch) => batch.events.some((event) => event.type === type) && done(batch));
    });

  test('without a session, or from another site, nobody connects', async () => {
    await expect(connect(null)).rejects.toThrow('not-signed-in');
    await expect(connect('dispatcher', { origin: 'https://elsewhere.example' })).rejects.toThrow('not-signed-in');
  });

  test('a desk sees an incident with its row the moment it is committed', async () => {
    const desk = await connect('dispatcher');
    const seen = batchWith(desk, 'incident.reported');
    const { id } = await takeCall(dispatcher);
    expect((await seen).rows).toMatchObject([{ id, orders: [], calls: 1 }]);
  });

  test('a closed incident leaves the board', async () => {
    const desk = await connect('dispatcher');
    const { id } = await takeCall(dispatcher);
    const seen = batchWith(desk, 'incident.closed');
    await dispatcher('closeIncident', { params: { id }, body: {} });
    expect((await seen).gone).toEqual([id]);
  });

  test('who comes back gets exactly what was missed; who knows nothing is told to load afresh', async () => {
    const first = await connect('dispatcher');
    first.emit(SOCKET.resume, null);
    const { last } = await next<LiveSnapshot>(first, SOCKET.snapshot);
    first.disconnect();
    const { id } = await takeCall(dispatcher);
    await order(dispatcher, id, 'S05');
    await app.until(async () =>
      (await dispatcher('getIncident', { params: { id } })).body.timeline.some((e) => e.type === 'order.delivered'),
    );
    const again = await connect('dispatcher');
    again.emit(SOCKET.resume, last);
    const missed = await next<LiveBatch>(again, SOCKET.batch);
    expect(missed.after).toBe(last);
    expect(missed.events.map((event) => event.position)).toEqual(missed.events.map((_, index) => last + 1 + index));
    expect(missed.events.map((event) => event.type)).toEqual(
      expect.arrayContaining(['incident.reported', 'order.issued', 'order.delivered']),
    );
    expect(missed.rows[0]).toMatchObject({ id, orders: [{ teamCode: 'S05', status: 'delivered' }] });
    again.emit(SOCKET.resume, 1_000_000);
    await next<LiveSnapshot>(again, SOCKET.snapshot);
  });

  test('a team hears of its own orders only, and its open app is a delivered channel', async () => {
    const own = await connect('s05');
    const other = await connect('s06');
    const heard: string[] = [];
    other.on(SOCKET.batch, (batch: LiveBatch) => heard.push(...batch.events.map((event) => event.type)));
    const pushed = new Promise<{ text: string }>((done) =>
      own.once(PUSH_EVENT, (content: { text: string }, confirm: () => void) => {
        confirm();
        done(content);
      }),
    );
    const seen = batchWith(own, 'order.issued');
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'S05');
    expect((await seen).events.map((event) => event.payload.orderId)).toContain(one!.id);
    expect((await pushed).text).toContain(`${one!.code}号令`);
    await app.until(async () => {
      const { body } = await dispatcher('getOrder', { params: { id: one!.id } });
      return body.messages.some((message) => message.channel === 'app' && message.state === 'delivered');
    });
    expect(heard).toEqual([]);
  });

  test('signing out closes the socket', async () => {
    const call = await app.as('commander');
    const socket = await connect('commander');
    const gone = next(socket, 'disconnect');
    await call('logout');
    await gone;
  });
});
