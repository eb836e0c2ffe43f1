import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CreatePlan, EditPlan } from '@liandong/shared/plan';
import { type Call, useApp } from '../../test/app.js';
import { incidentOf, order, takeCall } from '../../test/factories.js';
import { FakeOsrm } from '../../test/fakes/osrm.js';
import { Plans1797000500000 } from '../database/migrations/1797000500000-plans.js';

const LEVELS: EditPlan['levels'] = [
  { steps: [{ team: 'S05' }, { local: 'township' }], requiredStrength: 20 },
  { steps: [{ neighbours: 2 }, { nearest: 'medical' }], requiredStrength: 45 },
];

describe('response plans', () => {
  const osrm = new FakeOsrm();
  beforeAll(() => osrm.start());
  afterAll(() => osrm.stop());
  const app = useApp(() => ({ ROUTING_URL: osrm.url }));
  let admin: Call;
  let dispatcher: Call;
  beforeAll(async () => {
    admin = await app.as('admin');
    dispatcher = await app.as('dispatcher');
  });

  const content = (more: Partial<EditPlan> = {}): EditPlan => ({
    name: '山体滑坡处置预案',
    severities: [],
    townshipCodes: [],
    levels: LEVELS,
    taskText: '搜救被困人员',
    sceneCommand: null,
    basis: '本县约定',
    retired: false,
    effectiveFrom: app.now.toISOString(),
    reason: '汛期调整',
    ...more,
  });
  const edit = async (more: Partial<EditPlan> = {}, code = 'landslide', as = 'admin') =>
    (await app.as(as))('editResponsePlan', { params: { code }, body: content(more) });
  const create = (more: Partial<CreatePlan> = {}) =>
    admin('createResponsePlan', {
      body: { ...content(), typeCode: 'landslide', clientId: randomUUID(), ...more },
    });
  const recommended = async (id: string) => (await dispatcher('recommendTeams', { params: { id } })).body;
  const timeline = async (id: string, type: string) =>
    (await app.until(async () => {
      const found = (await incidentOf(dispatcher, id)).timeline.filter((entry) => entry.type === type);
      return found.length > 0 && found;
    }))!;

  test('the county begins with a version 1 of each of its plans, its teams at level one; the big ones have a second', async () => {
    const { items } = (await dispatcher('listResponsePlans')).body;
    expect(items).toHaveLength(32);
    expect(items.every(({ version, editedBy }) => version === 1 && editedBy === null)).toBe(true);
    const levels = (code: string) => items.find((plan) => plan.code === code)!.levels.length;
    expect(['landslide', 'flood', 'forest_fire', 'hazmat_leak', 'house_collapse', 'public_help'].map(levels)).toEqual([
      2, 3, 3, 2, 2, 1,
    ]);
  });

  test('what a county had planned before there were versions is its first', async () => {
    const run = app.source.createQueryRunner();
    await run.startTransaction();
    const migration = new Plans1797000500000();
    await migration.down(run);
    await migration.up(run);
    const [row] = await run.query(`SELECT version, levels FROM response_plans WHERE code = 'landslide'`);
    expect(row).toEqual({
      version: 1,
      levels: [
        { steps: [{ team: 'S05' }, { local: 'township' }, { team: 'P01' }, { team: 'P02' }], requiredStrength: 30 },
      ],
    });
    await run.rollbackTransaction();
    await run.release();
  });

  test('a second alarm proposes the teams it adds; orders keep the version and level, and more people are wanted', async () => {
    const { id } = await takeCall(dispatcher, { typeCode: 'landslide' });
    const first = await recommended(id);
    expect(first.plan).toMatchObject({ code: 'landslide', version: 1, level: 0, promised: 0 });
    expect(first.plan!.levels.map(({ requiredStrength }) => requiredStrength)).toEqual([30, 60]);
    await order(dispatcher, id, 'S05', 'P07', 'P01', 'P02');
    const second = await recommended(id);
    expect(second.plan!.level).toBe(1);
    const proposed = second.items.filter((team) => team.planLevel === 2).map((team) => team.teamCode);
    expect(proposed).toEqual(['P16', 'P08', 'P03', 'S10']);

    const body = { teamCodes: proposed, proposed, level: 2, clientId: randomUUID() };
    expect((await dispatcher('issueOrders', { params: { id }, body })).status).toBe(201);
    expect((await recommended(id)).plan!.level).toBe(2);
    const plans = await app.source.query(
      `SELECT DISTINCT plan->>'version' AS version, plan->>'level' AS level FROM orders WHERE incident_id = $1 ORDER BY level`,
      [id],
    );
    expect(plans).toEqual([
      { version: '1', level: '1' },
      { version: '1', level: '2' },
    ]);
    const row = (await dispatcher('listIncidents')).body.items.find((one) => one.id === id)!;
    expect(row.strength!.required).toBe(60);
    expect((await timeline(id, 'plan.raised'))[0]!.payload.text).toBe('山体滑坡处置预案（第 1 版）二级增援');
    expect((await incidentOf(dispatcher, id)).timeline.some(({ type }) => type === 'recommendation.overridden')).toBe(
      false,
    );
  });

  test('a level the plan has no more stands in no order’s way: the highest there is counts', async () => {
    const { id } = await takeCall(dispatcher, { typeCode: 'landslide' });
    const answer = await dispatcher('issueOrders', { params: { id }, body: { teamCodes: ['S05'], level: 3 } });
    expect(answer.status).toBe(201);
    expect((await recommended(id)).plan!.level).toBe(2);
  });

  test('a team’s own call follows no plan; what the centre sends first is measured against it', async () => {
    const team = await app.as('p07');
    const narrative = '横溪镇下陈村后山塌方';
    const own = { narrative, typeCode: 'landslide', townshipCode: '101', clientId: randomUUID() };
    const { incident } = (await team('takeOnHotline', { body: own })).body;
    await timeline(incident.id, 'order.acknowledged');
    const all = (await incidentOf(dispatcher, incident.id)).timeline;
    expect(all.some(({ type }) => type === 'recommendation.overridden')).toBe(false);
    expect((await recommended(incident.id)).plan!.level).toBe(0);
    await order(dispatcher, incident.id, 'S05', 'P08');
    const [told] = await timeline(incident.id, 'recommendation.overridden');
    expect(told).toMatchObject({ actor: '演示-调度员', payload: { added: ['P08'] } });
  });

  test('what was raised by mistake and recalled is wanted no more', async () => {
    const { id } = await takeCall(dispatcher, { typeCode: 'landslide' });
    await order(dispatcher, id, 'S05', 'P07');
    const { orders } = (
      await dispatcher('issueOrders', {
        params: { id },
        body: { teamCodes: ['P03'], level: 2, clientId: randomUUID() },
      })
    ).body;
    const required = async () =>
      (await dispatcher('listIncidents')).body.items.find((one) => one.id === id)!.strength!.required;
    expect(await required()).toBe(60);
    const supervisor = await app.as('supervisor');
    await supervisor('recallOrder', { params: { id: orders[0]!.id }, body: { reason: '误派二级' } });
    expect(await required()).toBe(30);
  });

  test('other teams than proposed: left out and added stand on the timeline with who and why', async () => {
    const { id } = await takeCall(dispatcher, { typeCode: 'landslide' });
    const body = { teamCodes: ['P07', 'P01', 'P02', 'P08'], overrideReason: '地质队在外地' };
    await dispatcher('issueOrders', { params: { id }, body });
    const [told] = await timeline(id, 'recommendation.overridden');
    expect(told).toMatchObject({
      actor: '演示-调度员',
      payload: { text: '未按推荐：未派 S05，加派 P08', reason: '地质队在外地', plan: { version: 1, level: 1 } },
    });
  });

  test('followed, it is not mentioned', async () => {
    const { id } = await takeCall(dispatcher, { typeCode: 'landslide' });
    await order(dispatcher, id, 'P01', 'S05', 'P02', 'P07');
    const { timeline: all } = await incidentOf(dispatcher, id);
    expect(all.some(({ type }) => type === 'recommendation.overridden')).toBe(false);
  });

  test('a routing service gives the minutes where it answers; where it fails the straight line is said to be an estimate', async () => {
    osrm.seconds = 1500;
    const { id } = await takeCall(dispatcher, { typeCode: 'landslide', location: { lon: 120.4701, lat: 28.7345 } });
    const byRoad = (await recommended(id)).items.find((team) => team.teamCode === 'P07')!;
    expect(byRoad).toMatchObject({ expectedMinutes: 30, expectedBy: 'road', meetsTarget: false });
    expect(byRoad.reasons).toContain('⚠ 预计超出时限 10 分钟');
    await osrm.feels({ silent: 'untouched' });
    const elsewhere = await takeCall(dispatcher, { typeCode: 'landslide', location: { lon: 120.471, lat: 28.734 } });
    const estimated = (await recommended(elsewhere.id)).items.find((team) => team.teamCode === 'P07')!;
    expect(estimated).toMatchObject({ expectedMinutes: 6, expectedBy: 'estimate', meetsTarget: true });
    expect(estimated.reasons).toContain('约 6 分钟可到（估算）');
    await osrm.feels({ down: true });
  });

  test('a new version waits for its instant; what was issued keeps the old', async () => {
    const effectiveFrom = new Date(app.now.getTime() + 3_600_000).toISOString();
    const made = await edit({ effectiveFrom });
    expect(made.body).toMatchObject({ version: 2, effectiveFrom, steps: LEVELS[0]!.steps, requiredStrength: 20 });
    const { id } = await takeCall(dispatcher, { typeCode: 'landslide' });
    expect((await recommended(id)).plan!.version).toBe(1);
    const listed = (await dispatcher('listResponsePlans')).body.items.filter((plan) => plan.code === 'landslide');
    expect(listed.map(({ version }) => version)).toEqual([1, 2]);
    app.at(effectiveFrom);
    const now = await recommended(id);
    expect(now.plan!.version).toBe(2);
    expect(now.items.filter((team) => team.ticked).map((team) => team.teamCode)).toEqual(['S05', 'P07']);
    const gone = await admin('withdrawResponsePlan', {
      params: { code: 'landslide', version: 2 },
      body: { reason: '误' },
    });
    expect(gone.status).toBe(400);
    const late = await admin('withdrawResponsePlan', {
      params: { code: 'landslide', version: 2 },
      body: { reason: '误改' },
    });
    expect(late.problem).toMatchObject({ status: 409, state: 'in_effect' });
  });

  test('a plan for one township and severity holds there alone; it names the post at the scene, and can be retired', async () => {
    const clientId = randomUUID();
    const special = { name: '横溪重大滑坡', severities: ['II' as const], townshipCodes: ['101'], clientId };
    const levels = [{ steps: [{ team: 'P01' }], requiredStrength: null }];
    const sceneCommand = '县公安局局长';
    const once = await create({ ...special, sceneCommand, levels });
    const twice = await create({ ...special, sceneCommand, levels });
    expect([once.status, once.body.code, twice.body.code]).toEqual([201, 'landslide-2', 'landslide-2']);

    const call = { typeCode: 'landslide', severity: 'II' as const };
    const { id } = await takeCall(dispatcher, call);
    expect((await recommended(id)).plan!.name).toBe('横溪重大滑坡');
    await order(dispatcher, id, 'P01');
    expect(await incidentOf(dispatcher, id)).toMatchObject({ sceneCommand, sceneCommander: { name: '演示-周局' } });
    const lesser = await takeCall(dispatcher, { typeCode: 'landslide', severity: 'III' });
    expect((await recommended(lesser.id)).plan!.code).toBe('landslide');

    // With a post nobody holds yet goes nobody’s phone: never that of whoever held the one before.
    await app.source.query(`UPDATE command_posts SET name = '', phone = '' WHERE post = $1`, [sceneCommand]);
    const unmanned = await takeCall(dispatcher, call);
    await order(dispatcher, unmanned.id, 'P01');
    expect(await incidentOf(dispatcher, unmanned.id)).toMatchObject({ sceneCommand, sceneCommander: null });

    await edit({ ...special, retired: true }, 'landslide-2');
    const after = await takeCall(dispatcher, call);
    expect((await recommended(after.id)).plan!.code).toBe('landslide');
  });

  test('a trial says whom such an incident would call, by the plan in force and by levels thought of', async () => {
    const body = { typeCode: 'flood', severity: 'III' as const, townshipCode: '102' };
    const { teams, plan } = (await dispatcher('tryResponsePlan', { body })).body;
    expect(plan).toMatchObject({ code: 'flood', version: 1 });
    expect(teams.filter(({ level }) => level === 1).map(({ teamCode }) => teamCode)).toEqual([
      'S03',
      'P08',
      'P01',
      'P03',
    ]);
    expect(teams[0]!.target).toMatchObject({ measure: 'mustered', seconds: 900 });
    const thought = await dispatcher('tryResponsePlan', {
      body: { ...body, levels: [{ steps: [{ nearest: 'power' }] }] },
    });
    expect(thought.body.teams.map(({ teamCode }) => teamCode)).toEqual(['S08']);
    const wrong = await dispatcher('tryResponsePlan', { body: { ...body, typeCode: 'nonsense' } });
    expect([wrong.status, wrong.problem.fields?.[0]?.path]).toEqual([400, 'typeCode']);
  });

  test.each<[string, Partial<EditPlan>, string]>([
    ['a team nobody knows', { levels: [{ steps: [{ team: 'Z99' }], requiredStrength: null }] }, 'levels.0.steps.0'],
    [
      'a team twice',
      { levels: [{ steps: [{ team: 'S05' }, { team: 'S05' }], requiredStrength: null }] },
      'levels.0.steps.1',
    ],
    ['no step at all', { levels: [{ steps: [], requiredStrength: null }] }, 'levels.0.steps'],
    [
      'a specialty nobody knows',
      { levels: [{ steps: [{ nearest: 'magic' }], requiredStrength: null }] },
      'levels.0.steps.0',
    ],
    ['a township nobody knows', { townshipCodes: ['999'] }, 'townshipCodes.0'],
    ['a post there is not', { sceneCommand: '太上皇' }, 'sceneCommand'],
    ['without a reason', { reason: ' ' }, 'reason'],
    ['back in time', { effectiveFrom: '2020-01-01T00:00:00Z' }, 'effectiveFrom'],
  ])('%s is refused, and the field is named', async (_name, wrong, path) => {
    const before = (await dispatcher('listResponsePlans', { query: { history: '1' } })).body.items.length;
    const answer = await edit(wrong);
    expect([answer.status, answer.problem.fields?.[0]?.path]).toEqual([400, path]);
    expect((await dispatcher('listResponsePlans', { query: { history: '1' } })).body.items).toHaveLength(before);
  });

  test('a retired team is neither recommended nor taken into a plan', async () => {
    await app.source.query(`UPDATE teams SET retired_at = $1 WHERE code = 'S16'`, [app.now]);
    const { id } = await takeCall(dispatcher, { typeCode: 'online_rumour' });
    expect((await recommended(id)).items.some(({ teamCode }) => teamCode === 'S16')).toBe(false);
    const answer = await edit({ levels: [{ steps: [{ team: 'S16' }], requiredStrength: null }] });
    expect(answer.problem.fields).toEqual([{ path: 'levels.0.steps.0', message: 'S16 已停用' }]);
    await app.source.query(`UPDATE teams SET retired_at = NULL WHERE code = 'S16'`);
  });

  test('is for the administrator alone, and for a plan there is', async () => {
    for (const role of ['dispatcher', 'supervisor', 'commander', 'auditor', 'p01'])
      expect((await edit({}, 'landslide', role)).status).toBe(403);
    expect((await edit({}, 'nonsense')).status).toBe(404);
  });

  test('every change is on record with before, after and why', async () => {
    const [event] = await app.source.query(
      `SELECT payload FROM event_log WHERE type = 'plan.edited' AND payload->>'code' = 'landslide' ORDER BY id LIMIT 1`,
    );
    expect(event.payload).toMatchObject({ version: 2, reason: '汛期调整', after: { levels: LEVELS } });
    expect(event.payload.before.levels).toHaveLength(2);
  });

  test('how far the roads of a township wind can be changed, with a reason, and changes the minutes', async () => {
    const detours = async () => (await dispatcher('listDetours')).body.items;
    const of = async (code: string) => (await detours()).find((one) => one.townshipCode === code)!.percent;
    expect(await detours()).toHaveLength(20);
    expect([await of('001'), await of('200')]).toEqual([130, 180]);
    const trial = { typeCode: 'flood', severity: 'III' as const, location: { lon: 120.5266, lat: 28.7612 } };
    const minutes = async () => (await dispatcher('tryResponsePlan', { body: trial })).body.teams[0]!.expectedMinutes!;
    const before = await minutes();
    const body = { percent: 250, reason: '国道封闭' };
    const edited = await admin('editDetour', { params: { code: '102' }, body });
    expect(edited.body).toMatchObject({ townshipName: '埠头镇', percent: 250 });
    expect(await minutes()).toBeGreaterThan(before);
    expect((await admin('editDetour', { params: { code: '999' }, body })).status).toBe(404);
    expect((await admin('editDetour', { params: { code: '102' }, body: { ...body, percent: 99 } })).status).toBe(400);
    expect((await dispatcher('editDetour', { params: { code: '102' }, body })).status).toBe(403);
  });
});
