import { describe, expect, test } from '@jest/globals';
import type { IssuedLogin } from '@liandong/shared/county-set-up';
import { useApp, useNewCounty } from '../../../test/app.js';
import { madeUpCounty, SMALL } from '../../../test/county-workbook.mjs';
import { TEST_PASSWORD } from '../../../test/databases.mjs';
import { bringIn, makeAdministrator, setupKey } from '../../../test/new-county.js';

describe('a county that is not 仙居, from an empty database to its first order', () => {
  const app = useNewCounty({ COUNTY_TZ: 'Asia/Urumqi' });
  const sheets = madeUpCounty(SMALL);
  const logins = new Map<string, IssuedLogin>();
  const signIn = async (username: string, password: string): Promise<number> =>
    (
      await app.raw('/api/auth/login', {
        method: 'POST',
        body: JSON.stringify({ username, password }),
        headers: { 'content-type': 'application/json' },
      })
    ).status;

  test('only whoever holds the printed key makes the first administrator, once, with a long password', async () => {
    expect(await (await app.raw('/api/setup')).json()).toEqual({ open: true });
    expect((await makeAdministrator(app, { password: 'short' })).status).toBe(400);
    expect((await makeAdministrator(app, { key: 'guessed-key' })).status).toBe(403);
    const key = await setupKey(app);
    const made = await makeAdministrator(app, { key });
    expect(made.status).toBe(201);
    expect(await (await app.raw('/api/setup')).json()).toEqual({ open: false });
    expect((await makeAdministrator(app, { key, username: 'second' })).status).toBe(409);
    expect((await app.source.query('SELECT username FROM accounts')).length).toBe(1);
    expect((await app.source.query('SELECT 1 FROM setup_keys')).length).toBe(0);
  });

  test('before anything is filled in, the list says what is missing, and the county cannot be opened', async () => {
    const admin = await app.as('admin');
    const { body } = await admin('getSetup');
    expect(body.inServiceAt).toBeNull();
    expect(body.gaps.filter(({ must }) => must).map(({ code }) => code)).toEqual([
      'name',
      'centrePhone',
      'townships',
      'teams',
      'rules',
      'dispatcher',
      'supervisor',
    ]);
    const refused = await admin('openCounty');
    expect([refused.status, refused.problem.state]).toEqual([409, 'incomplete']);
    expect(refused.problem.detail).toContain('没有乡镇街道');
    expect((await admin('getCountyState')).body).toEqual({ name: '应急大联动', inService: false });
  });

  test('name, phone and zone are said, and hold at once; what the process fixes comes first and is told', async () => {
    const admin = await app.as('admin');
    const { body } = await admin('editCounty', {
      body: { name: '云溪县', centrePhone: '0599-1234567', zone: 'Asia/Shanghai' },
    });
    expect(body.county).toEqual({
      name: '云溪县',
      title: '云溪县应急大联动',
      centrePhone: '05991234567',
      zone: 'Asia/Shanghai',
      fixed: ['zone'],
    });
    expect((await admin('me')).body).toMatchObject({
      county: '云溪县应急大联动',
      centrePhone: '05991234567',
      // Of the process, which comes first.
      zone: 'Asia/Urumqi',
    });
    const wrong = await admin('editCounty', { body: { name: '云溪县', centrePhone: '110', zone: 'Asia/Nowhere' } });
    expect([wrong.status, wrong.problem.fields?.[0]?.message]).toEqual([400, '没有这个时区']);
  });

  test('townships, teams and people come by Excel; rules are taken over with what they rest on', async () => {
    const admin = await app.as('admin');
    const { 县域: _, ...register } = sheets;
    await bringIn(app, register);
    expect(
      (await admin('listTownships')).body.items.map(({ name, urban, outlineBasis }) => [name, urban, outlineBasis]),
    ).toEqual([
      ['云台街道', true, '示意'],
      ['溪口街道', true, '示意'],
      ['青石镇', false, '示意'],
    ]);
    const offered = await admin('getDefaultRules');
    expect(offered.body.rules.map(({ basis }) => basis)).toEqual([
      '文件依据',
      '文件依据',
      '文件依据',
      '本县约定',
      '本县约定',
    ]);
    const { body } = await admin('confirmRules');
    expect(body.rulesConfirmedBy).toBe('演示-管理员');
    expect(body.counts).toMatchObject({ townships: 3, urbanTownships: 2, teams: 5, members: 40, rules: 5 });
    await admin('confirmRules');
    expect((await app.source.query(`SELECT 1 FROM event_log WHERE type = 'county.rules_confirmed'`)).length).toBe(1);
  });

  test('accounts are made with passwords told once; a name that is taken is refused', async () => {
    const admin = await app.as('admin');
    const staff = [
      { username: 'diaodu', displayName: '演示-调度', role: 'dispatcher' as const },
      { username: 'zhiban', displayName: '演示-值班长', role: 'supervisor' as const },
    ];
    const made = await admin('issueAccounts', { body: { staff, teams: true } });
    for (const login of made.body.items) logins.set(login.username, login);
    expect([...logins.keys()]).toEqual(['diaodu', 'zhiban', 'p01', 'p02', 'p03', 's01', 's02']);
    expect(new Set(made.body.items.map(({ password }) => password)).size).toBe(7);
    expect(await signIn('diaodu', logins.get('diaodu')!.password)).toBe(200);
    const again = await admin('issueAccounts', { body: { staff: [staff[0]!], teams: true } });
    expect([again.status, again.problem.fields]).toEqual([
      400,
      [{ path: 'staff.0.username', message: '用户名已有人用' }],
    ]);
    expect((await admin('issueAccounts', { body: { staff: [], teams: true } })).body.items).toEqual([]);
    const trail = await app.source.query(`SELECT payload::text AS told FROM event_log WHERE type = 'account.created'`);
    for (const { password } of logins.values())
      expect(trail.some((row: { told: string }) => row.told.includes(password))).toBe(false);
  });

  test('then it is opened, and a call becomes orders with the minutes of the document', async () => {
    const admin = await app.as('admin');
    const opened = await admin('openCounty');
    expect([opened.status, opened.body.inServiceAt]).toEqual([200, app.now.toISOString()]);
    expect(opened.body.gaps.map(({ code, must }) => [code, must])).toEqual([
      ['duty', false],
      ['commanderAccount', false],
      ['auditor', false],
    ]);
    expect((await admin('getCountyState')).body.inService).toBe(true);
    const dispatcher = await app.signedIn('diaodu', logins.get('diaodu')!.password);
    const taken = await dispatcher('createIncident', {
      body: {
        channel: '110',
        narrative: '青石镇政府旁山体滑坡，1人被困',
        placeText: '青石镇',
        location: { lon: 118.42, lat: 27.4 },
        typeCode: 'landslide',
      },
    });
    expect(taken.body).toMatchObject({ townshipName: '青石镇', number: '20260714-0001' });
    const offered = await dispatcher('recommendTeams', { params: { id: taken.body.id } });
    expect(offered.body.items[0]).toMatchObject({ teamCode: 'P03' });
    const issued = await dispatcher('issueOrders', {
      params: { id: taken.body.id },
      body: { teamCodes: ['P03', 'S01'] },
    });
    expect(issued.status).toBe(201);
    expect(issued.body.orders.map(({ teamCode, target }) => [teamCode, target.measure, target.seconds])).toEqual([
      ['P03', 'on_scene', 1200],
      ['S01', 'mustered', 900],
    ]);
    const texts = await app.source.query(`SELECT text FROM outgoing_messages WHERE text LIKE '%青石镇%' LIMIT 1`);
    expect(texts.length).toBe(1);
    expect(texts[0].text).not.toContain('仙居');
  });

  test('a restart keeps what the county says of itself', async () => {
    await app.pause();
    await app.resume();
    const admin = await app.as('admin');
    expect((await admin('me')).body.county).toBe('云溪县应急大联动');
    expect(TEST_PASSWORD.length).toBeGreaterThanOrEqual(12);
  });
});

describe('guessing the key', () => {
  const app = useNewCounty();
  test('has to wait after five tries, with the right one too', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 6; n += 1) answers.push((await makeAdministrator(app, { key: `guess-${n}` })).status);
    expect(answers).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await makeAdministrator(app)).status).toBe(429);
    app.pass({ seconds: 61 });
    expect((await makeAdministrator(app)).status).toBe(201);
  });
});

describe('the demo county', () => {
  const app = useApp();
  test('is in service from the beginning and awaits no administrator', async () => {
    const admin = await app.as('admin');
    expect((await admin('getCountyState')).body).toEqual({ name: '仙居县应急大联动', inService: true });
    expect(await (await app.raw('/api/setup')).json()).toEqual({ open: false });
    const { body } = await admin('getSetup');
    expect(body.gaps.filter(({ must }) => must)).toEqual([]);
    expect((await admin('openCounty')).body.inServiceAt).toBe('2012-03-12T16:00:00.000Z');
  });
});
