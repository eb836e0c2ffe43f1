import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IncidentDetail } from '@liandong/shared/board';
import type { IncidentView } from '@liandong/shared/incident';
import type { OrderDetail, OrderView } from '@liandong/shared/order';
import { copyDatabase, TEST_PASSWORD } from '../databases.mjs';
import { LANDSLIDE } from '../factories.js';
import { ServerProcess } from '../server-process.js';

const ALL_TEAMS = [...numbered('P', 23), ...numbered('S', 16), 'E01'];

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
}

/** Milliseconds from the request to the kill: before, within and after the transaction and the sending. */
const KILL_AFTER_MS = [10, 40, 90, 200];

describe('the server is killed in the middle of a 40-team order', () => {
  let place: Awaited<ReturnType<typeof copyDatabase>>;
  let server: ServerProcess;
  let cookie = '';
  beforeAll(async () => {
    place = await copyDatabase();
    await restart();
  });
  afterAll(async () => {
    await server.kill();
    await place.drop();
  });

  const settings = () => ({
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.url,
    DEMO: '1',
    DEMO_PASSWORD: TEST_PASSWORD,
  });
  const restart = async (): Promise<void> => {
    server = await ServerProcess.start(settings());
    const answer = await ask('POST', '/api/auth/login', { username: 'dispatcher', password: TEST_PASSWORD });
    cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  };
  const ask = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    });
  const json = async <T>(method: string, path: string, body?: object): Promise<T> =>
    (await ask(method, path, body)).json() as Promise<T>;
  const detail = (id: string): Promise<OrderDetail> => json('GET', `/api/orders/${id}`);
  const takeCall = (): Promise<IncidentView> => json('POST', '/api/incidents', LANDSLIDE);
  /** The orders, if the server lived long enough to answer 201. */
  const orderAll = async (incidentId: string): Promise<OrderView[]> => {
    const response = await ask('POST', `/api/incidents/${incidentId}/orders`, { teamCodes: ALL_TEAMS });
    if (response.status !== 201) return [];
    return ((await response.json()) as { orders: OrderView[] }).orders;
  };

  test('no order answered 201 misses a message or an obligation, and every first rung is attempted after the restart', async () => {
    const answered: OrderView[] = [];
    for (const delay of KILL_AFTER_MS) {
      const incident = await takeCall();
      const request = orderAll(incident.id).catch(() => [] as OrderView[]);
      await new Promise((later) => setTimeout(later, delay));
      await server.kill();
      answered.push(...(await request));
      await restart();
      // An order nobody was told of is either wholly there or not at all.
      const { orders } = await json<IncidentDetail>('GET', `/api/incidents/${incident.id}`);
      expect([0, ALL_TEAMS.length]).toContain(orders.length);
    }
    const last = await takeCall();
    answered.push(...(await orderAll(last.id)));
    await server.kill();
    await restart();

    expect(answered.length).toBeGreaterThanOrEqual(ALL_TEAMS.length);
    for (const order of answered) await expectWhole(order);
  }, 240_000);

  async function expectWhole(order: OrderView): Promise<void> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const now = await detail(order.id);
      expect(now.obligations.map((owed) => owed.kind)).toEqual(order.obligations.map((owed) => owed.kind));
      const first = now.messages.filter((message) => message.step === 0 && message.purpose === 'order');
      expect(new Set(first.map((message) => message.channel))).toEqual(new Set(['app', 'sms', 'voice']));
      expect(new Set(now.messages.map((message) => message.step))).toEqual(new Set([0, 1, 2]));
      if (first.every((message) => ['sent', 'delivered', 'failed'].includes(message.state))) return;
      if (Date.now() > deadline) throw new Error(`order ${order.code}: ${first.map((m) => m.state)}`);
      await new Promise((later) => setTimeout(later, 200));
    }
  }

  test('a second process on the same data is refused in words, or shares a database server in peace', async () => {
    const second = ServerProcess.start(settings());
    if (place.url) await (await second).stop();
    else await expect(second).rejects.toThrow('正被另一进程');
  });

  test('on SIGTERM it finishes and leaves with nothing to complain of', async () => {
    expect(await server.stop()).toBe(0);
    await restart();
  });
});
