import { describe, expect, test } from '@jest/globals';
import { useApp } from '../../test/app.js';
import { TEST_PASSWORD } from '../../test/databases.mjs';

describe('a password whose slip was lost', () => {
  const app = useApp();
  const reason = '密码条丢失';
  const renew = async (username: string, as = 'admin') =>
    (await app.as(as))('renewPassword', { params: { username }, body: { reason } });
  const signIn = async (password: string, username = 'p07'): Promise<number> =>
    (
      await app.raw('/api/auth/login', {
        method: 'POST',
        body: JSON.stringify({ username, password }),
        headers: { 'content-type': 'application/json' },
      })
    ).status;

  test('the administrator gives a new one, told once; the old one is void, and whoever was signed in is signed out', async () => {
    await app.as('p07');
    const signedIn = async (): Promise<number> => (await app.raw('/api/auth/me', { as: 'p07' })).status;
    expect(await signedIn()).toBe(200);
    const { status, body } = await renew('P07');
    expect(status).toBe(200);
    expect(body).toMatchObject({ username: 'p07', role: 'team' });
    expect(body.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    await app.until(async () => (await signedIn()) === 401);
    expect(await signIn(TEST_PASSWORD)).toBe(401);
    expect(await signIn(body.password)).toBe(200);
  });

  test('it is on record with who and why, without the password', async () => {
    const { body } = await renew('p08');
    const [row] = await app.source.query(
      `SELECT actor_name AS by, payload::text AS told FROM event_log WHERE type = 'account.password_renewed' ORDER BY id DESC LIMIT 1`,
    );
    expect(row).toMatchObject({ by: '演示-管理员', told: expect.stringContaining(reason) });
    expect(row.told).not.toContain(body.password);
  });

  test('who was locked out by wrong passwords may sign in with the new one at once', async () => {
    for (let wrong = 0; wrong < 6; wrong++) await signIn('not-the-password', 'p09');
    const { body } = await renew('p09');
    expect(await signIn(body.password, 'p09')).toBe(200);
  });

  test('only the administrator may, and only for an account that is there', async () => {
    expect((await renew('p10', 'supervisor')).status).toBe(403);
    expect((await renew('nobody')).status).toBe(404);
    const { items } = (await (await app.as('admin'))('listAccounts')).body;
    expect(items).toContainEqual({ username: 'p10', displayName: '田市分队', role: 'team' });
    expect((await (await app.as('p10'))('listAccounts')).status).toBe(403);
  });
});
