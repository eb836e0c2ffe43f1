import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ObligationKind } from '@liandong/shared/obligation';
import type { CorrectedKind, OrderDetail, OrderView } from '@liandong/shared/order';
import { type Call, useApp } from '../app.js';
import { FAR_HENGXI, order, owedOf, report, takeCall, XIACHEN } from '../factories.js';
import { FakePhone } from '../fake-phone.js';

const app = useApp();
let dispatcher: Call;
let supervisor: Call;
beforeAll(async () => {
  [dispatcher, supervisor] = [await app.as('dispatcher'), await app.as('supervisor')];
});

/** Each story has a day of its own, so that its reports count nothing of the others. */
let day = 13;
const today = (time: string) => `${new Date(Date.UTC(2026, 6, day)).toISOString().slice(0, 10)}T${time}Z`;
const at = (time: string) => app.at(today(time));
const newDay = () => {
  day += 1;
  at('06:00:00');
};
const issued = async (teamCode = 'P07', more: object = {}): Promise<OrderView> => {
  const { id } = await takeCall(dispatcher, { severity: 'IV', ...more });
  return (await order(dispatcher, id, teamCode))[0]!;
};
const detail = async (id: string): Promise<OrderDetail> => (await dispatcher('getOrder', { params: { id } })).body;
const owed = async (id: string, kind: ObligationKind) =>
  (await detail(id)).obligations.find((one) => one.kind === kind)!;
const met = async (id: string, kind: ObligationKind) => {
  const { state, metAt } = await owed(id, kind);
  return [state, metAt && new Date(metAt).toISOString()];
};
const stampOf = async (id: string, kind: CorrectedKind) => (await detail(id)).stamps[kind];
const correct = (id: string, kind: CorrectedKind, time: string, more: object = {}, call = supervisor) =>
  call('correctOrder', {
    params: { id },
    body: { kind, occurredAt: today(time), reason: '通话录音为证', clientId: randomUUID(), ...more },
  });

describe('更正: a supervisor says when a step really was', () => {
  /** 14:00 issued, 14:02 answered, 14:25 at the scene (five minutes late, with position), 15:00 cleared. */
  async function lateArrival(): Promise<OrderView> {
    newDay();
    const one = await issued();
    const team = await app.as('p07');
    at('06:02:00');
    await report(team, one.id, 'acknowledged', { source: 'app' });
    at('06:25:00');
    await report(team, one.id, 'on_scene', { source: 'app', location: XIACHEN });
    at('07:00:00');
    await report(team, one.id, 'cleared', { source: 'app' });
    return one;
  }

  test('both are shown, and what the step settled is decided afresh: missed becomes met, and back again', async () => {
    const one = await lateArrival();
    expect(await met(one.id, 'on_scene')).toEqual(['missed', today('06:25:00.000')]);
    at('08:00:00');
    expect((await correct(one.id, 'on_scene', '06:19:00')).status).toBe(200);
    expect(await met(one.id, 'on_scene')).toEqual(['met', today('06:19:00.000')]);
    expect(await stampOf(one.id, 'on_scene')).toMatchObject({ at: today('06:25:00.000'), evidence: 'app_position' });
    await correct(one.id, 'on_scene', '06:21:00', { reason: '再核' });
    expect(await met(one.id, 'on_scene')).toEqual(['missed', today('06:21:00.000')]);
    expect((await detail(one.id)).corrections).toMatchObject([
      {
        kind: 'on_scene',
        at: today('06:21:00.000'),
        reason: '再核',
        by: '演示-值班长',
        correctedAt: today('08:00:00.000'),
      },
    ]);
  });

  test('the reports count the corrected instant, but no longer as verified', async () => {
    const one = await lateArrival();
    const times = async (basis: 'all' | 'verified') => {
      const query = { from: today('00:00:00'), to: today('23:00:00'), interval: 'response' as const, basis };
      return (await dispatcher('responseTimes', { query })).body.total;
    };
    expect(await times('verified')).toMatchObject({ n: 1, missing: 0, p50Seconds: 25 * 60 });
    await correct(one.id, 'on_scene', '06:19:00');
    expect(await times('all')).toMatchObject({ n: 1, missing: 0, p50Seconds: 19 * 60 });
    expect(await times('verified')).toMatchObject({ n: 1, missing: 1, p50Seconds: null });
  });

  test('sent twice it is one; its id cannot be used again; what was forgiven stays forgiven', async () => {
    const one = await lateArrival();
    const waiver = { code: 'other' as const, reason: '绕行' };
    await supervisor('waiveObligation', { params: { id: (await owed(one.id, 'on_scene')).id }, body: waiver });
    const clientId = randomUUID();
    for (const time of ['06:20:30', '06:24:00']) await correct(one.id, 'on_scene', time, { clientId });
    expect((await detail(one.id)).corrections.map((each) => each.at)).toEqual([today('06:20:30.000')]);
    expect(await owed(one.id, 'on_scene')).toMatchObject({ state: 'waived' });
    const other = await lateArrival();
    expect((await correct(other.id, 'on_scene', '06:20:30', { clientId })).problem.fields).toMatchObject([
      { path: 'clientId' },
    ]);
  });

  test.each<[string, CorrectedKind, string, object, object]>([
    ['without a reason', 'on_scene', '06:19:00', { reason: ' ' }, { fields: [{ path: 'reason' }] }],
    ['in the future', 'cleared', '07:00:00.001', {}, { fields: [{ path: 'occurredAt', message: '不能晚于现在' }] }],
    [
      'before the order',
      'acknowledged',
      '05:59:59.999',
      {},
      { fields: [{ path: 'occurredAt', message: '不能早于下达' }] },
    ],
    [
      'before the step before it',
      'on_scene',
      '06:01:59.999',
      {},
      { fields: [{ path: 'occurredAt', message: '不能早于上一步' }] },
    ],
    [
      'after the step behind it',
      'acknowledged',
      '06:25:00.001',
      {},
      { fields: [{ path: 'occurredAt', message: '不能晚于下一步' }] },
    ],
  ])('%s it is refused and names the field', async (_words, kind, time, more, problem) => {
    const one = await lateArrival();
    expect((await correct(one.id, kind, time, more)).problem).toMatchObject({ status: 400, ...problem });
    expect((await detail(one.id)).corrections).toEqual([]);
  });

  test('a step nobody reported cannot be corrected, and a dispatcher corrects nothing', async () => {
    const one = await lateArrival();
    expect((await correct(one.id, 'mustered', '06:10:00')).problem).toMatchObject({ status: 409, state: 'cleared' });
    expect((await correct(one.id, 'on_scene', '06:19:00', {}, dispatcher)).status).toBe(403);
  });
});

describe('补报: a step that was skipped is told of afterwards', () => {
  const backfill = (id: string, kind: CorrectedKind, time: string | null) =>
    report(dispatcher, id, kind, { source: 'backfill', ...(time && { occurredAt: today(time) }) });
  /** Silent until it reports at 14:30 that it is at the scene: the answer is missed. */
  async function silentArrival(): Promise<OrderView> {
    newDay();
    const one = await issued();
    at('06:30:00');
    await app.until(async () => (await owed(one.id, 'on_scene')).state === 'missed');
    await report(dispatcher, one.id, 'on_scene');
    return one;
  }

  test('it fills the empty stamp with the grade of a back-fill, and its clock is decided afresh; the status stays', async () => {
    const one = await silentArrival();
    expect(await met(one.id, 'acknowledge')).toEqual(['missed', today('06:30:00.000')]);
    expect((await backfill(one.id, 'acknowledged', '06:02:30')).status).toBe(200);
    expect(await stampOf(one.id, 'acknowledged')).toMatchObject({ at: today('06:02:30.000'), evidence: 'backfill' });
    expect(await met(one.id, 'acknowledge')).toEqual(['met', today('06:02:30.000')]);
    expect(await detail(one.id)).toMatchObject({ status: 'on_scene', reports: [{}, { effect: 'filled' }] });
    expect((await backfill(one.id, 'acknowledged', '06:01:00')).status).toBe(200);
    expect(await stampOf(one.id, 'acknowledged')).toMatchObject({ at: today('06:02:30.000') });
  });

  test.each([
    ['without its instant', null, '补报须写明时刻'],
    ['in the future', '06:30:00.001', '不能晚于现在'],
    ['before the order', '05:59:59.999', '不能早于下达'],
  ])('%s it is refused and leaves no report behind', async (_words, time, message) => {
    const one = await silentArrival();
    const { problem } = await backfill(one.id, 'acknowledged', time);
    expect(problem).toMatchObject({ status: 400, fields: [{ path: 'occurredAt', message }] });
    expect((await detail(one.id)).reports).toHaveLength(1);
  });

  test('it lies between its neighbours', async () => {
    const one = await silentArrival();
    await backfill(one.id, 'en_route', '06:10:00');
    expect((await backfill(one.id, 'mustered', '06:10:00.001')).problem.fields).toMatchObject([
      { message: '不能晚于下一步' },
    ]);
    expect((await backfill(one.id, 'mustered', '06:10:00')).status).toBe(200);
    expect((await detail(one.id)).status).toBe('on_scene');
  });

  test('an app without a line for an hour: the earlier step it kept still counts when it was made', async () => {
    const one = await silentArrival();
    const team = await app.as('p07');
    const late = (more: object) => report(team, one.id, 'acknowledged', { source: 'app', ...more });
    expect((await late({})).problem).toMatchObject({ status: 409, type: '/problems/out-of-order' });
    expect((await late({ occurredAt: today('06:01:00'), deviceOffsetSeconds: 3600 })).status).toBe(409);
    at('07:30:00');
    expect((await late({ occurredAt: today('06:01:05'), deviceOffsetSeconds: 5 })).status).toBe(200);
    expect(await stampOf(one.id, 'acknowledged')).toMatchObject({
      at: today('06:01:00.000'),
      receivedAt: today('07:30:00.000'),
      evidence: 'app',
    });
    expect(await met(one.id, 'acknowledge')).toEqual(['met', today('06:01:00.000')]);
  });

  test('only the desk back-fills, and an arrival told of after the end brings the form that is owed for it', async () => {
    newDay();
    const one = await issued();
    at('06:10:00');
    await report(dispatcher, one.id, 'cleared', { note: '途中返回' });
    const claimed = await report(await app.as('p07'), one.id, 'on_scene', {
      source: 'backfill',
      occurredAt: today('06:09:00'),
    });
    expect(claimed.problem.fields).toMatchObject([{ path: 'source' }]);
    await backfill(one.id, 'on_scene', '06:09:00');
    expect(await owed(one.id, 'on_scene')).toMatchObject({ state: 'waived' });
    const [form] = await owedOf(dispatcher, one.incidentId, 'feedback');
    expect(Date.parse(form!.dueAt!) - Date.parse(today('06:10:00'))).toBe(24 * 3_600_000);
  });
});

describe('不能出动', () => {
  test('from the app or by word of mouth it needs a reason', async () => {
    newDay();
    const one = await issued();
    for (const [call, source] of [
      [await app.as('p07'), 'app'],
      [dispatcher, 'verbal'],
    ] as const) {
      const { problem } = await report(call, one.id, 'declined', { source });
      expect(problem).toMatchObject({ status: 400, fields: [{ path: 'note', message: '不能出动须说明原因' }] });
    }
    expect((await detail(one.id)).reports).toEqual([]);
    expect((await report(await app.as('p07'), one.id, 'declined', { source: 'app', note: '车辆故障' })).status).toBe(
      200,
    );
  });

  test('a text of one digit is enough: the dispatcher asks', async () => {
    newDay();
    const one = await issued();
    await (await FakePhone.of(app, 'P07')).replies(`0 ${one.code}`);
    await app.until(async () => (await detail(one.id)).status === 'declined');
    expect(await detail(one.id)).toMatchObject({ endReason: null, stamps: { declined: { evidence: 'sms' } } });
  });
});

describe('改换时限: the place became known', () => {
  const UNKNOWN = { placeText: undefined, location: undefined, narrative: '山体滑坡，位置说不清' };
  const rebase = (id: string, call = supervisor, reason = '已查明在横溪镇山上') =>
    call('rebaseOrder', { params: { id }, body: { reason } });
  const placeKnown = (incidentId: string) =>
    dispatcher('changeIncident', { params: { id: incidentId }, body: { location: FAR_HENGXI } });

  test('arrival within 20 minutes becomes mustering within 15, counted from the issue; arrival stays owed without minutes', async () => {
    newDay();
    const one = await issued('P07', UNKNOWN);
    expect(one.target).toMatchObject({ placeUnknown: true, measure: 'on_scene', seconds: 1200 });
    at('06:05:00');
    expect((await rebase(one.id)).problem).toMatchObject({
      status: 409,
      detail: expect.stringContaining('地点仍未查明'),
    });
    await placeKnown(one.incidentId);
    expect((await rebase(one.id, dispatcher)).status).toBe(403);
    expect((await rebase(one.id, supervisor, '')).problem.fields).toMatchObject([{ path: 'reason' }]);
    const { body } = await rebase(one.id);
    expect(body.target).toMatchObject({ measure: 'mustered', ruleNo: 4, dueAt: today('06:15:00.000') });
    expect(body.rebased).toMatchObject({ by: '演示-值班长', reason: '已查明在横溪镇山上', before: one.target });
    expect(await owed(one.id, 'on_scene')).toMatchObject({ state: 'open', dueAt: null });
    expect((await rebase(one.id)).problem).toMatchObject({ status: 409, detail: expect.stringContaining('一次') });
    at('06:15:00.001');
    await app.until(async () => (await owed(one.id, 'muster')).state === 'missed');
    await report(dispatcher, one.id, 'on_scene');
    expect(await met(one.id, 'on_scene')).toEqual(['met', today('06:15:00.001')]);
  });

  test('not when the place was known, not when it is decided, not when the new limit is past already', async () => {
    newDay();
    const known = await issued();
    expect((await rebase(known.id)).problem).toMatchObject({
      status: 409,
      detail: expect.stringContaining('地点已明'),
    });
    const [arrived, slow, late] = [
      await issued('P07', UNKNOWN),
      await issued('P07', UNKNOWN),
      await issued('P07', UNKNOWN),
    ];
    for (const one of [arrived, slow, late]) await placeKnown(one.incidentId);
    await report(dispatcher, arrived.id, 'on_scene');
    expect((await rebase(arrived.id)).problem).toMatchObject({ detail: expect.stringContaining('已有结果') });
    at('06:15:00');
    expect((await rebase(slow.id)).problem).toMatchObject({ detail: expect.stringContaining('已经超时') });
    at('06:20:00.001');
    expect((await rebase(late.id)).problem).toMatchObject({ status: 409, detail: expect.stringContaining('已有结果') });
  });
});
