import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AddMember, AddTeam, EditStrengthRule, RegisterChange } from '@liandong/shared/register';
import { type Call, useApp } from '../../test/app.js';
import { TeamRegister1797000300000 } from '../database/migrations/1797000300000-team-register.js';

/** Drones over 横溪镇: a team the county did not have. */
const DRONES: AddTeam = {
  code: 'S17',
  name: '无人机侦察应急队伍',
  shortName: '无人机队',
  teamClass: 'professional',
  specialties: ['mountain_rescue'],
  leadDepartment: '县公安局',
  base: 'urban',
  townshipCode: '001',
  location: { lon: 120.731, lat: 28.8539 },
  datum: 'wgs84',
  alarmPhone: '0576 8777 0017',
  duties: '灾情侦察',
  baseAddress: '',
  reason: '新建队伍',
};
const reason = '年度调整';

describe('the register of teams', () => {
  const app = useApp();
  let admin: Call;
  let geology: Call;
  beforeAll(async () => {
    [admin, geology] = await Promise.all([app.as('admin'), app.as('s05')]);
  });
  const read = async (code: string) => (await admin('getTeam', { params: { code } })).body;
  const history = async (code: string, memberId?: string) =>
    (await admin('teamHistory', { params: { code }, query: memberId ? { memberId } : {} })).body.items;
  const newMember = (more: Partial<AddMember> = {}): AddMember => ({
    name: '演示-新人',
    post: 'member',
    phones: [{ phone: '100 3999-0001', label: '' }],
    specialty: null,
    note: '',
    clientId: randomUUID(),
    reason: '新入队',
    ...more,
  });
  const addTo = (code: string, more: Partial<AddMember> = {}, call = admin) =>
    call('addMember', { params: { code }, body: newMember(more) });
  const member = (change: RegisterChange, name: string) => change.team.members.find((one) => one.name === name)!;

  test('a new team is listed with its minimum and its gap, dated; its code is taken once', async () => {
    app.at('2026-07-14T06:00:00.000Z');
    const added = await admin('addTeam', { body: { ...DRONES, code: 's17' } });
    expect(added.status).toBe(201);
    expect(added.body.team).toMatchObject({
      code: 'S17',
      alarmPhone: '057687770017',
      minimumStrength: 12,
      minimumBasis: '本县约定',
      strength: 0,
      shortSince: '2026-07-14T06:00:00.000Z',
      commander: null,
      version: 1,
    });
    const { body } = await admin('listTeams');
    expect(body.items.find((team) => team.code === 'S17')).toMatchObject({ strength: 0, openOrders: 0 });
    const again = await admin('addTeam', { body: DRONES });
    expect(again.problem).toMatchObject({ status: 400, fields: [{ path: 'code' }] });
    expect(await history('S17')).toMatchObject([{ type: 'team.added', actor: '演示-管理员', reason: '新建队伍' }]);
  });

  test.each<[string, Partial<AddTeam>, string]>([
    ['an unknown township', { townshipCode: '999' }, 'townshipCode'],
    ['a base that does not fit its township', { townshipCode: '101' }, 'base'],
    ['a point far from it', { location: { lon: 121.4, lat: 28.8 } }, 'location'],
    ['an unknown specialty', { specialties: ['flying'] }, 'specialties.0'],
  ])('refused: %s', async (_, more, path) => {
    const { problem } = await admin('addTeam', { body: { ...DRONES, code: 'S18', ...more } });
    expect(problem.status).toBe(400);
    expect(problem.fields?.[0]?.path).toBe(path);
  });

  test('a point read from a map of another datum is kept as WGS-84, some hundred metres away', async () => {
    const { version, location } = await read('S05');
    const change = { location, datum: 'gcj02' as const, baseVersion: version };
    const { body } = await admin('editTeam', { params: { code: 'S05' }, body: change });
    const metres = Math.hypot(
      (body.team.location.lon - location.lon) * 97_500,
      (body.team.location.lat - location.lat) * 111_000,
    );
    expect(metres).toBeGreaterThan(200);
    expect(metres).toBeLessThan(900);
    await admin('editTeam', { params: { code: 'S05' }, body: { location, baseVersion: body.team.version } });
  });

  test('two editors: the second is told that there is a newer version and overwrites nothing', async () => {
    const { version } = await read('S04');
    const edit = (leadDepartment: string) =>
      admin('editTeam', { params: { code: 'S04' }, body: { leadDepartment, baseVersion: version, reason } });
    expect((await edit('县林业局')).body.team).toMatchObject({ leadDepartment: '县林业局', version: version + 1 });
    const second = await edit('县水利局');
    expect(second.problem).toMatchObject({ status: 409, state: String(version + 1) });
    expect((await read('S04')).leadDepartment).toBe('县林业局');
    expect((await history('S04'))[0]).toMatchObject({
      type: 'team.edited',
      reason,
      changes: [{ field: 'leadDepartment', to: '县林业局' }],
    });
  });

  test('a team’s account keeps its own address, phone, members; not its class or base, and no other team’s', async () => {
    const own = (await geology('getOwnTeam', { params: { code: 'S05' } })).body;
    const edit = (body: object, code = 'S05') =>
      geology('editTeam', { params: { code }, body: { baseVersion: own.version, ...body } });
    expect((await edit({ teamClass: 'public' })).status).toBe(403);
    expect((await edit({ location: own.location })).status).toBe(403);
    expect((await edit({ baseAddress: '城北路 8 号' }, 'S04')).status).toBe(403);
    expect((await edit({ baseAddress: '城北路 8 号' })).body.team.baseAddress).toBe('城北路 8 号');
    expect((await addTo('S05', {}, geology)).status).toBe(201);
    expect((await addTo('S04', {}, geology)).status).toBe(403);
    const foreign = (await read('S04')).members[3]!;
    const body = { name: '别人', baseVersion: foreign.version };
    expect((await geology('editMember', { params: { id: foreign.id }, body })).status).toBe(403);
    expect((await geology('getOwnTeam', { params: { code: 'S04' } })).status).toBe(403);
    const [one] = own.members;
    expect(
      (await geology('moveMember', { params: { id: one!.id }, body: { teamCode: 'S04', post: 'member', reason } }))
        .status,
    ).toBe(403);
  });

  test('a new member sent twice is one; his numbers are kept as the county writes them, in their order', async () => {
    const clientId = randomUUID();
    const phones = [
      { phone: '+86 100 3999 0101', label: '' },
      { phone: '0576-87770101', label: '单位' },
    ];
    const before = (await read('S06')).strength;
    const first = await addTo('S06', { clientId, name: '演示-双机', phones });
    const again = await addTo('S06', { clientId, name: '演示-双机', phones });
    expect(first.body.team.strength).toBe(before + 1);
    expect(again.body.team.strength).toBe(before + 1);
    expect(member(again.body, '演示-双机')).toMatchObject({
      phone: '10039990101',
      morePhones: [{ phone: '057687770101', label: '单位' }],
    });
    const elsewhere = await addTo('S07', { clientId });
    expect(elsewhere.problem).toMatchObject({ status: 400, fields: [{ path: 'clientId' }] });
  });

  test('one number twice is refused; one that another has too is taken, with a word', async () => {
    const twice = await addTo('S06', {
      phones: [
        { phone: '10039990102', label: '' },
        { phone: '100-3999-0102', label: '' },
      ],
    });
    expect(twice.problem.fields).toMatchObject([{ path: 'phones.1.phone' }]);
    const shared = await addTo('S08', { name: '演示-合用', phones: [{ phone: '057687770101', label: '合用' }] });
    expect(shared.status).toBe(201);
    expect(shared.body.warnings).toEqual([expect.stringMatching(/057687770101 也登记在矿山危化队演示-双机名下/)]);
  });

  test('one commander: the post passes in one act, or stays vacant for all to see', async () => {
    const team = await read('S09');
    const [chief, deputy] = team.members as [(typeof team.members)[0], (typeof team.members)[0]];
    const promote = (more: object) =>
      admin('editMember', {
        params: { id: deputy.id },
        body: { post: 'commander', baseVersion: deputy.version, ...more },
      });
    expect((await promote({})).problem).toMatchObject({ status: 409, state: 'commander_present' });
    const passed = (await promote({ formerCommanderPost: 'deputy', reason })).body;
    expect(passed.team.commander!.name).toBe(deputy.name);
    expect(member(passed, chief.name).post).toBe('deputy');
    const left = await admin('retireMember', { params: { id: deputy.id }, body: { reason: '退休' } });
    expect(left.body.team.commander).toBeNull();
    expect(left.body.warnings).toContain('本队暂无指挥');
    const named = await admin('editMember', {
      params: { id: chief.id },
      body: { post: 'commander', baseVersion: member(left.body, chief.name).version },
    });
    expect(named.body.team.commander!.name).toBe(chief.name);
    const back = await admin('restoreMember', { params: { id: deputy.id }, body: { reason: '返聘' } });
    expect(member(back.body, deputy.name).post).toBe('member');
  });

  test('the commander leaves and names who follows; a stranger cannot', async () => {
    const { members } = await read('S10');
    const [chief, deputy] = members as [(typeof members)[0], (typeof members)[0]];
    const stranger = (await read('S11')).members[0]!;
    const leave = (successorId: string) =>
      admin('retireMember', { params: { id: chief.id }, body: { reason: '调离', successorId } });
    expect((await leave(stranger.id)).problem.fields).toMatchObject([{ path: 'successorId' }]);
    const { team } = (await leave(deputy.id)).body;
    expect(team.commander!.name).toBe(deputy.name);
    expect(team.formerMembers.map((one) => one.name)).toEqual([chief.name]);
    expect((await leave(deputy.id)).problem).toMatchObject({ status: 409, state: 'retired' });
  });

  test('a member goes to another team: both tell of it, his own history tells it once', async () => {
    const from = await read('S12');
    const man = from.members.at(-1)!;
    const { body } = await admin('moveMember', {
      params: { id: man.id },
      body: { teamCode: 'S13', post: 'liaison', reason: '支援' },
    });
    expect(member(body, man.name)).toMatchObject({ post: 'liaison' });
    expect((await read('S12')).strength).toBe(from.strength - 1);
    expect((await history('S12'))[0]).toMatchObject({ type: 'team.member_left', subject: man.name });
    expect((await history('S13'))[0]).toMatchObject({
      type: 'team.member_joined',
      reason: '支援',
      changes: [
        { field: 'teamCode', from: 'S12', to: 'S13' },
        { field: 'post', from: 'member', to: 'liaison' },
      ],
    });
    expect(await history('S13', man.id)).toHaveLength(1);
  });

  test('a vehicle: its tracker is one vehicle’s; it is retired and comes back', async () => {
    const lorry = {
      plate: '浙J·演示01',
      kind: '抢险车',
      seats: 6,
      trackerId: 'BD-0001',
      note: '',
      clientId: randomUUID(),
      reason: '',
    };
    const added = await geology('addVehicle', { params: { code: 'S05' }, body: lorry });
    expect(added.body.team.vehicles).toMatchObject([{ plate: '浙J·演示01', trackerId: 'BD-0001' }]);
    const [vehicle] = added.body.team.vehicles;
    const other = { ...lorry, plate: '浙J·演示02', clientId: randomUUID() };
    const refused = await admin('addVehicle', { params: { code: 'S04' }, body: other });
    expect(refused.problem.fields).toMatchObject([{ path: 'trackerId' }]);
    const params = { id: vehicle!.id };
    const retired = await geology('retireVehicle', { params, body: { reason: '报废' } });
    expect(retired.body.team.vehicles[0]!.retiredAt).not.toBeNull();
    expect((await admin('addVehicle', { params: { code: 'S04' }, body: other })).status).toBe(201);
    const back = await geology('restoreVehicle', { params, body: { reason: '修复' } });
    expect(back.problem.fields).toMatchObject([{ path: 'trackerId' }]);
    const edit = await geology('editVehicle', { params, body: { kind: '皮卡', baseVersion: vehicle!.version + 1 } });
    expect(edit.problem).toMatchObject({ status: 409, state: 'retired' });
    expect((await history('S05')).map((entry) => entry.type)).toContain('team.vehicle_retired');
  });

  test('a number checked by hand is marked with the day and who; only a number of his', async () => {
    const man = (await read('S14')).members[0]!;
    const verify = (phone: string, call = admin) =>
      call('verifyPhone', { params: { id: man.id }, body: { phone, note: '电话核对' } });
    expect((await verify('10099999999')).problem.fields).toMatchObject([{ path: 'phone' }]);
    expect((await verify(man.phone, geology)).status).toBe(403);
    const { body } = await verify(man.phone);
    expect(member(body, man.name).verified).toMatchObject([{ phone: man.phone, how: 'hand', by: '演示-管理员' }]);
  });

  test('unknown ids are 404, whatever is asked of them', async () => {
    const id = randomUUID();
    const params = { id };
    expect((await admin('editMember', { params, body: { baseVersion: 1 } })).status).toBe(404);
    expect((await admin('retireMember', { params, body: { reason } })).status).toBe(404);
    expect((await admin('editVehicle', { params, body: { baseVersion: 1 } })).status).toBe(404);
    expect((await admin('editTeam', { params: { code: 'X99' }, body: { baseVersion: 1 } })).status).toBe(404);
    expect((await admin('teamHistory', { params: { code: 'X99' } })).status).toBe(404);
  });
});

describe('strength', () => {
  const app = useApp();
  const MONDAY = '2026-07-20T00:00:00.000Z';
  const stricter: EditStrengthRule = {
    minimum: 30,
    basis: '县府会议纪要',
    note: '',
    effectiveFrom: MONDAY,
    reason: '汛期加强',
  };
  const edit = async (scope: string, more: Partial<EditStrengthRule> = {}) =>
    (await app.as('admin'))('editStrengthRule', { params: { scope }, body: { ...stricter, ...more } });
  const team = async (code: string) => (await (await app.as('admin'))('getTeam', { params: { code } })).body;

  test('the minimum of each team follows from the document: own rule, township’s class, class', async () => {
    const { body } = await (await app.as('auditor'))('listStrengthRules', { query: {} });
    expect(body.items).toHaveLength(10);
    await team('P01');
    const minimum = async (code: string) => (await team(code)).minimumStrength;
    expect(await Promise.all(['P01', 'P02', 'P03', 'S01', 'S05', 'E01'].map(minimum))).toEqual([
      12, 20, 50, 50, 12, 12,
    ]);
  });

  test('a stricter rule opens a gap from its very instant; people who join close it, who leave open another', async () => {
    app.at('2026-07-14T06:00:00.000Z');
    expect((await edit('team-S05')).status).toBe(201);
    expect((await team('S05')).shortSince).toBeNull();
    app.at('2026-07-21T06:00:00.000Z');
    const { strength, shortSince, minimumStrength } = await team('S05');
    expect([minimumStrength, shortSince]).toEqual([30, MONDAY]);
    const admin = await app.as('admin');
    for (let n = strength; n < 30; n += 1)
      await admin('addMember', {
        params: { code: 'S05' },
        body: { name: `演示-补${n}`, post: 'member', phones: [{ phone: `100399902${n}` }], clientId: randomUUID() },
      });
    const full = await team('S05');
    expect([full.strength, full.shortSince]).toEqual([30, null]);
    app.at('2026-07-22T06:00:00.000Z');
    await admin('retireMember', { params: { id: full.members.at(-1)!.id }, body: { reason: '退出' } });
    expect((await team('S05')).shortSince).toBe('2026-07-22T06:00:00.000Z');
  });

  test('a rule of a team’s own ends with an empty version; a class keeps its minimum', async () => {
    app.at('2026-08-01T06:00:00.000Z');
    const now = app.now.toISOString();
    expect((await edit('class-public', { minimum: null, effectiveFrom: now })).problem.fields).toMatchObject([
      { path: 'minimum' },
    ]);
    expect((await edit('team-S05', { minimum: null, effectiveFrom: now })).status).toBe(201);
    expect((await team('S05')).minimumStrength).toBe(12);
  });

  test('nothing takes effect back in time; what has not taken effect can be withdrawn, once', async () => {
    expect((await edit('township-1', { effectiveFrom: MONDAY })).problem.fields).toMatchObject([
      { path: 'effectiveFrom' },
    ]);
    const { body } = await edit('township-1', { effectiveFrom: '2026-09-01T00:00:00.000Z' });
    const admin = await app.as('admin');
    const withdraw = (version: number) =>
      admin('withdrawStrengthRule', { params: { scope: 'township-1', version }, body: { reason: '暂缓' } });
    expect((await withdraw(body.version)).status).toBe(200);
    expect((await withdraw(body.version)).problem).toMatchObject({ status: 409, state: 'withdrawn' });
    expect((await withdraw(1)).problem).toMatchObject({ status: 409, state: 'in_effect' });
    expect((await withdraw(77)).status).toBe(404);
    expect((await edit('team-X99', { effectiveFrom: '2026-09-01T00:00:00.000Z' })).status).toBe(404);
    expect((await edit('village-7')).status).toBe(404);
  });

  test('an older county keeps what it had: a team with another minimum gets a rule of its own, and back', async () => {
    const migration = new TeamRegister1797000300000();
    const run = app.source.createQueryRunner();
    await migration.down(run);
    await run.query(`UPDATE teams SET minimum_strength = 33 WHERE code = 'P07'`);
    await migration.up(run);
    await run.release();
    expect((await team('P07')).minimumStrength).toBe(33);
    expect((await team('P08')).minimumStrength).toBeLessThanOrEqual(20);
  });
});
