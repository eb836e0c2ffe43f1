import { beforeAll, describe, expect, test } from '@jest/globals';
import { api } from '@liandong/shared/api';
import { allows, PERMISSIONS, type Permission, ROLES, type Role } from '@liandong/shared/auth';
import type { Route } from '@liandong/shared/route';
import { useApp } from '../../test/app.js';
import { TEST_PASSWORD } from '../../test/databases.mjs';

const USER_OF: Record<Role, string> = {
  dispatcher: 'dispatcher',
  supervisor: 'supervisor',
  commander: 'commander',
  admin: 'admin',
  auditor: 'auditor',
  team: 's05',
};

describe('sign-in', () => {
  const app = useApp();
  const login = (username: string, password: string) =>
    app.raw('/api/auth/login', {
      method: 'POST',
      body: JSON.stringify({ username, password }),
      headers: { 'content-type': 'application/json' },
    });

  beforeAll(async () => {
    for (const user of Object.values(USER_OF)) await app.as(user);
  });

  test('the cookie is for this site and this server alone, and not for scripts', async () => {
    const response = await login('dispatcher', TEST_PASSWORD);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect(await response.json()).toMatchObject({ username: 'dispatcher', role: 'dispatcher', teamCode: null });
  });

  test('an unknown name and a wrong password get the same answer, and both lock out after five tries', async () => {
    for (const name of ['nobody-here', 'commander']) {
      const answers = [];
      for (let attempt = 0; attempt < 6; attempt += 1) answers.push((await login(name, 'wrong')).status);
      expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
    }
    expect((await login('commander', TEST_PASSWORD)).status).toBe(429);
    app.pass({ seconds: 61 });
    expect((await login('commander', TEST_PASSWORD)).status).toBe(200);
  });

  test('signing out ends the session at once', async () => {
    const cookie = (await login('admin', TEST_PASSWORD)).headers.get('set-cookie')!.split(';')[0]!;
    const me = () => app.raw('/api/auth/me', { headers: { cookie } });
    expect((await me()).status).toBe(200);
    expect((await app.raw('/api/auth/logout', { method: 'POST', headers: { cookie } })).status).toBe(200);
    expect((await me()).status).toBe(401);
  });

  test('a session ends after four silent hours', async () => {
    const cookie = (await login('auditor', TEST_PASSWORD)).headers.get('set-cookie')!.split(';')[0]!;
    const me = () => app.raw('/api/auth/me', { headers: { cookie } });
    app.pass({ minutes: 239 });
    expect((await me()).status).toBe(200);
    app.pass({ minutes: 240 });
    expect((await me()).status).toBe(401);
  });

  test('a page of another site cannot write in our name', async () => {
    const response = await app.raw('/api/auth/logout', {
      as: 'dispatcher',
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ type: '/problems/foreign-origin' });
  });

  test('every role meets every endpoint: exactly what the permission table says', async () => {
    for (const user of Object.values(USER_OF)) await app.as(user).then((call) => call('me'));
    const wrong: string[] = [];
    for (const row of Object.values(api) as Route[]) {
      if (row.permission === 'public' || row.path === '/api/auth/logout') continue;
      const path = row.path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');
      const ask = (as?: string) => app.raw(path, { ...(as ? { as } : {}), method: row.method });
      if ((await ask()).status !== 401) wrong.push(`nobody ${row.method} ${path}`);
      for (const role of ROLES) {
        const may = !(row.permission in PERMISSIONS) || allows(role, row.permission as Permission);
        const { status } = await ask(USER_OF[role]);
        if ((status === 403) === may || status === 401) wrong.push(`${role} ${row.method} ${path} ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a refusal is on record', async () => {
    const team = await app.as('s05');
    await team('listTeams');
    const auditor = await app.as('auditor');
    const seen = await app.until(async () => {
      const { body } = await auditor('readTrail', { query: { limit: 1000 } });
      return body.items.find(
        (event) =>
          event.type === 'access.denied' &&
          event.payload.method === 'GET' &&
          event.payload.path === '/api/teams' &&
          event.actor === '地质灾害队',
      );
    });
    expect(seen.payload).toMatchObject({ path: '/api/teams' });
  });
});
