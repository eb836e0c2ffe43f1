import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { IncidentView, Severity } from '@liandong/shared/incident';
import type { ChangeIncident } from '@liandong/shared/incident.acts';
import type { ObligationView } from '@liandong/shared/obligation';
import type { UpwardStage } from '@liandong/shared/upward';
import { type Call, useApp } from '../app.js';
import { order, owedOf, report, sendUpward, takeCall } from '../factories.js';

const app = useApp();
let dispatcher: Call;
let supervisor: Call;
/** When the story began; everything below is minutes after it. */
let start = 0;
beforeAll(async () => {
  [dispatcher, supervisor] = [await app.as('dispatcher'), await app.as('supervisor')];
});
beforeEach(() => {
  app.pass({ minutes: 60 * 48 });
  start = app.now.getTime();
});

const minute = (minutes: number) => app.at(new Date(start + minutes * 60_000));
const minutesOf = (iso: string | null) => iso && (Date.parse(iso) - start) / 60_000;
const takeOf = (severity: Severity) => takeCall(dispatcher, { severity });
const change = (id: string, body: Partial<ChangeIncident>) =>
  dispatcher('changeIncident', { params: { id }, body: { reason: '现场核实', ...body } });
const close = (id: string) => dispatcher('closeIncident', { params: { id }, body: {} });
const send = (id: string, stage: UpwardStage, clientId: string = randomUUID()) =>
  dispatcher('sendUpwardReport', {
    params: { id },
    body: { stage, recipient: '县政府办公室', spokenTo: '演示-赵主任', text: '按已知情况上报，详情续报。', clientId },
  });
/** Every clock of one kind: stage, state, minutes until it runs out. */
const clocks = async (id: string, kind: 'upward_report' | 'situation_report' = 'upward_report') =>
  (await owedOf(dispatcher, id, kind)).map((one) => [one.stage, one.state, minutesOf(one.dueAt)]);
const newest = async (id: string): Promise<ObligationView> => (await owedOf(dispatcher, id, 'upward_report')).at(-1)!;

describe('which reports upward are owed, by severity', () => {
  test.each<[Severity, unknown[][]]>([
    [
      'I',
      [
        ['phone', 'open', 15],
        ['written', 'open', 30],
      ],
    ],
    [
      'II',
      [
        ['phone', 'open', 15],
        ['written', 'open', 30],
      ],
    ],
    [
      'III',
      [
        ['phone', 'open', 30],
        ['written', 'open', 60],
      ],
    ],
    ['IV', []],
  ])('%s', async (severity, expected) => {
    const { id, major } = await takeOf(severity);
    expect(await clocks(id)).toEqual(expected);
    expect(major).toBe(severity === 'I' || severity === 'II');
  });

  test('raised, the clocks begin with the change; raised again they are drawn tighter, never later', async () => {
    const { id } = await takeOf('IV');
    minute(10);
    expect((await change(id, { severity: 'III', reason: undefined })).problem.fields).toMatchObject([
      { path: 'reason' },
    ]);
    await change(id, { severity: 'III' });
    expect(await clocks(id)).toEqual([
      ['phone', 'open', 40],
      ['written', 'open', 70],
    ]);
    minute(30);
    await change(id, { severity: 'II' });
    expect(await clocks(id)).toEqual([
      ['phone', 'open', 40],
      ['written', 'open', 60],
    ]);
    minute(40);
    await send(id, 'phone');
    expect(await clocks(id)).toEqual([
      ['phone', 'met', 40],
      ['written', 'open', 60],
    ]);
  });

  test('lowered below 较大 nothing more is owed, with the reason given; what was missed stays missed', async () => {
    const { id } = await takeOf('II');
    minute(15.5);
    await app.until(async () => (await owedOf(dispatcher, id, 'upward_report', 'phone'))[0]!.state === 'missed');
    await change(id, { severity: 'IV', reason: '核实为轻微滑坡' });
    const [phone, written] = await owedOf(dispatcher, id, 'upward_report');
    expect(phone).toMatchObject({ state: 'missed', givenUp: true });
    expect(written).toMatchObject({ state: 'waived', waivedReason: '核实为轻微滑坡', waivedBy: '演示-调度员' });
  });

  test('marked 重大 by hand it owes them too; raised again, only what has not gone up', async () => {
    const { id } = await takeOf('IV');
    expect((await change(id, { major: true })).body).toMatchObject({ major: true, severity: 'IV' });
    await send(id, 'phone');
    await change(id, { major: false });
    expect(await clocks(id)).toEqual([
      ['phone', 'met', 15],
      ['written', 'waived', 30],
    ]);
    minute(20);
    await change(id, { severity: 'I' });
    expect(await clocks(id)).toEqual([
      ['phone', 'met', 15],
      ['written', 'waived', 30],
      ['written', 'open', 50],
    ]);
  });
});

describe('situation reports', () => {
  test('are owed every 30 minutes from the moment an incident is both 重大 and has teams out, and no longer', async () => {
    const { id } = await takeOf('IV');
    await order(dispatcher, id, 'S05');
    expect(await clocks(id, 'situation_report')).toEqual([]);
    minute(5);
    await change(id, { severity: 'II' });
    expect(await clocks(id, 'situation_report')).toEqual([[null, 'open', 35]]);
    await change(id, { severity: 'III' });
    expect(await clocks(id, 'situation_report')).toEqual([[null, 'waived', 35]]);
    const without = await takeOf('I');
    expect(await clocks(without.id, 'situation_report')).toEqual([]);
  });

  test('count whoever tells: the centre by telephone, the team by app; sent twice it is one; a headcount alone is none', async () => {
    const { id } = await takeOf('II');
    const [one] = await order(dispatcher, id, 'S05');
    minute(10);
    await report(dispatcher, one!.id, 'situation', { headcount: 12 });
    expect(await clocks(id, 'situation_report')).toEqual([[null, 'open', 30]]);
    const clientId = randomUUID();
    for (let sent = 0; sent < 2; sent += 1)
      await dispatcher('addSituation', { params: { id }, body: { text: '山体仍在滑动', clientId } });
    expect(await clocks(id, 'situation_report')).toEqual([
      [null, 'met', 30],
      [null, 'open', 40],
    ]);
    minute(20);
    await report(await app.as('s05'), one!.id, 'situation', { source: 'app', casualties: { trapped: 2 } });
    expect(await clocks(id, 'situation_report')).toEqual([
      [null, 'met', 30],
      [null, 'met', 40],
      [null, 'open', 50],
    ]);
    const { situations } = (await dispatcher('getIncident', { params: { id } })).body;
    expect(situations.map(({ no, from, text }) => [no, from, text])).toEqual([
      [1, '演示-调度员', '山体仍在滑动'],
      [2, '地质灾害队', ''],
    ]);
  });
});

describe('sending reports upward', () => {
  let incident: IncidentView;
  beforeEach(async () => {
    incident = await takeOf('II');
  });

  test('the written one says what the phone call would have; from it on every two hours a follow-up is owed', async () => {
    minute(12);
    await send(incident.id, 'written');
    expect(await clocks(incident.id)).toEqual([
      ['phone', 'met', 15],
      ['written', 'met', 30],
      ['follow_up', 'open', 132],
    ]);
    minute(140);
    await app.until(async () => (await newest(incident.id)).state === 'missed');
    await send(incident.id, 'follow_up');
    const [late, next] = (await owedOf(dispatcher, incident.id, 'upward_report')).slice(2);
    expect([late!.state, minutesOf(late!.metAt), minutesOf(next!.dueAt)]).toEqual(['missed', 140, 260]);
  });

  test('each is numbered and kept word for word; sent twice it is one, and its id is not for another incident', async () => {
    const clientId = randomUUID();
    for (let sent = 0; sent < 2; sent += 1) await send(incident.id, 'phone', clientId);
    const text = await sendUpward(dispatcher, incident.id, 'written');
    const { upwardReports } = (await dispatcher('getIncident', { params: { id: incident.id } })).body;
    expect(upwardReports).toMatchObject([
      { no: 1, stage: 'phone', spokenTo: '演示-赵主任', by: '演示-调度员' },
      { no: 2, stage: 'written', recipient: '县政府办公室', text },
    ]);
    const other = await takeOf('II');
    expect((await send(other.id, 'phone', clientId)).problem.fields).toMatchObject([{ path: 'clientId' }]);
  });

  test('终报 only when it is over, 续报 only while it runs; a first report that is late may come after the end', async () => {
    expect((await send(incident.id, 'final')).problem).toMatchObject({ status: 409, state: 'open' });
    await close(incident.id);
    expect(await clocks(incident.id)).toEqual([
      ['phone', 'open', 15],
      ['written', 'open', 30],
      ['final', 'open', 24 * 60],
    ]);
    expect((await send(incident.id, 'follow_up')).problem).toMatchObject({ status: 409, state: 'closed' });
    minute(10);
    expect((await send(incident.id, 'written')).status).toBe(201);
    expect((await send(incident.id, 'final')).status).toBe(201);
    expect((await clocks(incident.id)).map(([, state]) => state)).toEqual(['met', 'met', 'met']);
  });

  test('of what turned out invalid nothing is owed and nothing goes up', async () => {
    const body = { code: 'false_alarm' as const, reason: '误报' };
    await dispatcher('invalidateIncident', { params: { id: incident.id }, body });
    expect((await clocks(incident.id)).map(([, state]) => state)).toEqual(['waived', 'waived']);
    expect((await send(incident.id, 'phone')).problem).toMatchObject({ status: 409, state: 'invalid' });
  });

  test('closed and taken up again: the final one is not owed any more, and what was still owed keeps its one clock', async () => {
    minute(5);
    await send(incident.id, 'phone');
    await close(incident.id);
    minute(10);
    const reopen = () => supervisor('reopenIncident', { params: { id: incident.id }, body: { reason: '再次滑坡' } });
    expect((await reopen()).body).toMatchObject({ status: 'open', closedAt: null, endReason: null });
    const states = (await owedOf(dispatcher, incident.id, 'upward_report')).map((one) => `${one.stage} ${one.state}`);
    expect(states.toSorted()).toEqual(['final waived', 'phone met', 'written open']);
    expect((await reopen()).problem).toMatchObject({ status: 409, state: 'open' });
  });

  test('taken up again after the written report: the next 续报 is owed; a second written report starts no second clock', async () => {
    await send(incident.id, 'written');
    await close(incident.id);
    await supervisor('reopenIncident', { params: { id: incident.id }, body: { reason: '再次滑坡' } });
    const followUps = async () =>
      (await owedOf(dispatcher, incident.id, 'upward_report', 'follow_up')).filter((one) => one.state === 'open');
    expect(await followUps()).toHaveLength(1);
    await send(incident.id, 'written');
    expect(await followUps()).toHaveLength(1);
  });
});
