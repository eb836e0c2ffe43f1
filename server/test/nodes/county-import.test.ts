import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ImportView } from '@liandong/shared/county';
import type { IncidentView } from '@liandong/shared/incident';
import pg from 'pg';
import { workbookOf } from '../county-workbook.mjs';
import { copyDatabase, TEST_PASSWORD } from '../databases.mjs';
import { LANDSLIDE } from '../factories.js';
import { ServerProcess } from '../server-process.js';

/** An import takes its time: here another transaction keeps it waiting, or stands for it. */
describe('while a county is brought in', () => {
  let place: Awaited<ReturnType<typeof copyDatabase>>;
  let left: ServerProcess;
  let right: ServerProcess;
  let slow: pg.Client;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    place = await copyDatabase();
    const settings = { DATABASE_URL: place.url, REDIS_URL: process.env.TEST_REDIS_URL, DEMO_PASSWORD: TEST_PASSWORD };
    left = await ServerProcess.start({ ...settings, NODE_ENV: 'test', TEST_CLOCK: '1' });
    right = await ServerProcess.start({ ...settings, NODE_ENV: 'test', TEST_CLOCK: '1' });
    for (const username of ['dispatcher', 'admin']) {
      const answer = await call(left, 'POST', '/api/auth/login', { username, password: TEST_PASSWORD });
      cookies[username] = answer.headers.get('set-cookie')!.split(';')[0]!;
    }
  });
  afterAll(async () => {
    await left.kill();
    await right.stop();
    await place.drop();
  });
  beforeEach(async () => {
    slow = new pg.Client(place.url);
    await slow.connect();
    await slow.query('BEGIN');
  });
  afterEach(() => slow.end());

  const call = (node: ServerProcess, method: string, path: string, body?: object | Buffer, as?: string) =>
    fetch(`${node.url}${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': Buffer.isBuffer(body) ? EXCEL : 'application/json' }),
        ...(as && { cookie: cookies[as]! }),
      },
      ...(body && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
    });
  const view = async (node: ServerProcess, id: string): Promise<ImportView> =>
    (await (await call(node, 'GET', `/api/county/imports/${id}`, undefined, 'admin')).json()) as ImportView;
  const until = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
    for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((later) => setTimeout(later, 50))) {
      const seen = await look();
      if (seen) return seen;
    }
    throw new Error(`still not true: ${look}`);
  };
  /** How many wait for such a lock of a table of this county. */
  const waitingFor = async (mode: string): Promise<number> =>
    (
      await slow.query(
        `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE d.datname = current_database() AND l.mode = $1 AND NOT l.granted`,
        [mode],
      )
    ).rows[0].n;

  test('an order for a team goes out at once, even one that somebody is about to retire', async () => {
    await slow.query('LOCK TABLE teams IN SHARE ROW EXCLUSIVE MODE');
    await slow.query(`UPDATE teams SET duties = '先期处置' WHERE code = 'S04'`);
    const retired = call(right, 'POST', '/api/teams/S05/retire', { reason: '撤并' }, 'admin');
    await until(async () => (await waitingFor('RowExclusiveLock')) > 0);
    const incident = (await (
      await call(left, 'POST', '/api/incidents', LANDSLIDE, 'dispatcher')
    ).json()) as IncidentView;
    const teamCodes = ['S04', 'S05'];
    const order = await call(left, 'POST', `/api/incidents/${incident.id}/orders`, { teamCodes }, 'dispatcher');
    expect(order.status).toBe(201);
    await slow.query('COMMIT');
    expect((await retired).status).toBe(409);
  });

  test('nobody begins it again while it is written, however long that takes; when its process died, anybody may', async () => {
    const file = await workbookOf({
      人员: [
        ['队伍', '姓名', '职务', '手机'],
        ['S05', '演示-新人', '队员', '10040000001'],
      ],
    });
    const query = new URLSearchParams({ fileName: '人员.xlsx', clientId: randomUUID(), datum: 'wgs84' });
    const { id } = (await (
      await call(left, 'POST', `/api/county/imports?${query}`, file, 'admin')
    ).json()) as ImportView;
    await until(async () => (await view(left, id)).state === 'ready');
    // Beforehand, so that little time goes by while it waits: nobody waits for a lock for more than five seconds.
    const later = new Date(Date.now() + 10 * 60_000).toISOString();
    await call(right, 'PUT', '/api/test/clock', { now: later });
    await slow.query('LOCK TABLE team_members IN ROW EXCLUSIVE MODE');
    const apply = (node: ServerProcess) => call(node, 'POST', `/api/county/imports/${id}/apply`, undefined, 'admin');
    await apply(left);
    await until(async () => (await waitingFor('ShareRowExclusiveLock')) > 0);
    expect((await view(right, id)).state).toBe('applying');
    expect((await (await apply(right)).json()) as ImportView).toMatchObject({ state: 'applying' });
    expect(await waitingFor('ShareRowExclusiveLock')).toBe(1);

    await left.kill();
    await slow.query('COMMIT');
    await until(async () => (await view(right, id)).state === 'ready');
    await apply(right);
    await until(async () => (await view(right, id)).state === 'applied');
    const { rows } = await slow.query(`SELECT 1 FROM event_log WHERE type = 'county.imported'`);
    expect(rows).toHaveLength(1);
  });
});

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
