import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../app.js';
import { order, orderOf, owedOf, report, sendUpward, takeCall, XIACHEN } from '../factories.js';

/** What somebody who wanted to break it found: each stays mended. */
describe('hard cases', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  beforeAll(async () => {
    [dispatcher, supervisor] = [await app.as('dispatcher'), await app.as('supervisor')];
    app.at('2026-07-14T06:00:00Z');
  });
  const reason = '核对后更改';
  const incidentNow = async (id: string) => (await dispatcher('getIncident', { params: { id } })).body;

  test('a target changed after the team has mustered is met by that muster', async () => {
    const { id } = await takeCall(dispatcher, { severity: 'IV', placeText: undefined, location: undefined });
    const [one] = await order(dispatcher, id, 'P01');
    app.pass({ minutes: 3 });
    await report(dispatcher, one!.id, 'mustered');
    await dispatcher('changeIncident', { params: { id }, body: { location: XIACHEN } });
    const { body } = await supervisor('rebaseOrder', { params: { id: one!.id }, body: { reason } });
    expect(body.target.measure).toBe('mustered');
    expect(body.obligations.find((owed) => owed.kind === 'muster')).toMatchObject({ state: 'met' });
  });

  test('who never came writes no form; told afterwards that it did, it owes one', async () => {
    const { id } = await takeCall(dispatcher, { severity: 'IV' });
    const [one] = await order(dispatcher, id, 'P07');
    app.pass({ minutes: 10 });
    await report(dispatcher, one!.id, 'cleared', { note: '途中返回' });
    const form = { params: { id: one!.id }, body: { content: {}, baseVersion: 0, clientId: randomUUID() } };
    expect((await dispatcher('saveFeedback', form)).status).toBe(409);
    const earlier = new Date(app.now.getTime() - 120_000).toISOString();
    await report(dispatcher, one!.id, 'on_scene', { source: 'backfill', occurredAt: earlier });
    expect(await owedOf(dispatcher, id, 'feedback')).toMatchObject([{ state: 'open' }]);
    expect((await dispatcher('saveFeedback', form)).status).toBe(200);
  });

  test('a situation of before the round says nothing about it, and words have to be said', async () => {
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'S05');
    const team = await app.as('s05');
    app.pass({ minutes: 20 });
    const early = new Date(app.now.getTime() - 600_000).toISOString();
    await report(team, one!.id, 'situation', { source: 'app', note: '正在搜救' });
    await report(team, one!.id, 'situation', { source: 'app', note: '早先的情况', occurredAt: early });
    await report(team, one!.id, 'situation', { source: 'app', casualties: {} });
    const rounds = (await owedOf(dispatcher, id, 'situation_report')).map((owed) => owed.state);
    expect(rounds).toEqual(['met', 'open']);
    expect((await incidentNow(id)).situations).toHaveLength(2);
  });

  test('an id is the same in capitals: nothing merges into itself, what is sent twice is one', async () => {
    const { id } = await takeCall(dispatcher, { severity: 'IV' });
    const into = { params: { id }, body: { intoId: id.toUpperCase(), reason } };
    expect((await supervisor('mergeIncident', into)).status).toBe(400);
    const clientId = randomUUID();
    for (const one of [clientId.toUpperCase(), clientId])
      expect(
        (await dispatcher('addSituation', { params: { id }, body: { text: '已疏散', clientId: one } })).status,
      ).toBe(201);
    expect((await incidentNow(id.toUpperCase())).situations).toHaveLength(1);
  });

  test('an id another team or the desk has used is refused in words', async () => {
    const clientId = randomUUID();
    await takeCall(dispatcher, { clientId });
    const own = { narrative: '村口山火', townshipCode: '101', clientId };
    expect((await (await app.as('p02'))('takeOnHotline', { body: own })).problem).toMatchObject({
      status: 400,
      fields: [{ path: 'clientId' }],
    });
    const [a, b] = [await takeCall(dispatcher, { severity: 'IV' }), await takeCall(dispatcher, { severity: 'IV' })];
    const shared = randomUUID();
    const join = (id: string) =>
      dispatcher('joinCall', { params: { id }, body: { channel: '110', narrative: '又一电话', clientId: shared } });
    const both = await Promise.all([join(a.id), join(b.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400]);
  });

  test('a waived miss takes its notice with it; a waived 续报 starts the next', async () => {
    const { id } = await takeCall(dispatcher, { location: XIACHEN });
    const [one] = await order(dispatcher, id, 'P07');
    await sendUpward(dispatcher, id, 'written');
    app.pass({ minutes: 31 });
    const missed = await app.until(async () => {
      const owed = (await orderOf(dispatcher, id, 'P07')).obligations.find((each) => each.kind === 'on_scene')!;
      return owed.state === 'missed' && owed;
    });
    const notice = { params: { id: missed.id }, body: { clientId: randomUUID() } };
    expect((await supervisor('issueNotice', notice)).status).toBe(201);
    await supervisor('waiveOrder', { params: { id: one!.id }, body: { code: 'road_cut', reason } });
    await app.until(async () => (await incidentNow(id)).notices[0]?.state === 'closed');
    expect(await owedOf(dispatcher, id, 'supervision')).toMatchObject([{ state: 'waived' }]);
    const [followUp] = await owedOf(dispatcher, id, 'upward_report', 'follow_up');
    await supervisor('waiveObligation', { params: { id: followUp!.id }, body: { code: 'other', reason } });
    const states = (await owedOf(dispatcher, id, 'upward_report', 'follow_up')).map((owed) => owed.state);
    expect(states.toSorted()).toEqual(['open', 'waived']);
  });

  test('a drill and the real thing are never one, and a call goes to what still lives', async () => {
    const [real, drill] = [await takeCall(dispatcher), await takeCall(dispatcher, { drill: true })];
    const merge = (id: string, intoId: string) =>
      supervisor('mergeIncident', { params: { id }, body: { intoId, reason } });
    expect((await merge(real.id, drill.id)).status).toBe(400);
    const target = await takeCall(dispatcher);
    await merge(real.id, target.id);
    const call = () => ({ channel: '110' as const, narrative: '又一电话', clientId: randomUUID() });
    const joined = await dispatcher('joinCall', { params: { id: real.id }, body: call() });
    expect(joined.body.number).toBe(`${target.number}/2`);
    await supervisor('invalidateIncident', { params: { id: drill.id }, body: { code: 'other', reason } });
    expect((await dispatcher('joinCall', { params: { id: drill.id }, body: call() })).status).toBe(409);
  });

  test('a team called after the lead fell out leads, and owes the round that runs', async () => {
    const { id } = await takeCall(dispatcher);
    await order(dispatcher, id, 'S06');
    await report(dispatcher, (await orderOf(dispatcher, id, 'S06')).id, 'declined', { note: '车辆故障' });
    expect(await owedOf(dispatcher, id, 'situation_report')).toMatchObject([{ owedBy: '指挥中心' }]);
    await order(dispatcher, id, 'P01');
    expect(await owedOf(dispatcher, id, 'situation_report')).toMatchObject([{ teamCode: 'P01' }]);
  });

  test('corrected clearing moves the form’s limit', async () => {
    const { id } = await takeCall(dispatcher, { severity: 'IV' });
    const [one] = await order(dispatcher, id, 'S05');
    await report(dispatcher, one!.id, 'on_scene');
    app.pass({ minutes: 60 });
    await report(dispatcher, one!.id, 'cleared');
    const occurredAt = new Date(app.now.getTime() - 1_800_000).toISOString();
    const body = { kind: 'cleared' as const, occurredAt, reason, clientId: randomUUID() };
    await supervisor('correctOrder', { params: { id: one!.id }, body });
    const [form] = await owedOf(dispatcher, id, 'feedback');
    expect(Date.parse(form!.dueAt!) - Date.parse(occurredAt)).toBe(86_400_000);
  });

  test('a seat area far away is refused in words, not by a fault', async () => {
    const admin = await app.as('admin');
    const corner = (lon: number, lat: number) => ({ lon, lat });
    const ring = [corner(-180, -90), corner(180, -90), corner(180, 90), corner(-180, 90)];
    const edit = { params: { code: '101' }, body: { radiusMeters: 3000, ring, reason } };
    expect((await admin('editSeatArea', edit)).problem).toMatchObject({ status: 400, fields: [{ path: 'ring' }] });
  });
});
