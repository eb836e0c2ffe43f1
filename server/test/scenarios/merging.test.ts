import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../app.js';
import { DOWNTOWN, incidentOf, order, orderOf, owedOf, report, takeCall } from '../factories.js';
import { FakePhone } from '../fake-phone.js';

const app = useApp();
let dispatcher: Call;
let supervisor: Call;
beforeAll(async () => {
  [dispatcher, supervisor] = [await app.as('dispatcher'), await app.as('supervisor')];
});
// Far enough apart that one story's calls are no likeness of another's.
beforeEach(() => app.pass({ minutes: 24 * 60 }));

const reason = '同一处滑坡';
const detail = (id: string) => incidentOf(dispatcher, id);
const take = (more: object = {}) => takeCall(dispatcher, more);
const merge = (id: string, intoId: string, call = supervisor) =>
  call('mergeIncident', { params: { id }, body: { intoId, reason } });
const unmerge = (id: string) => supervisor('unmergeIncident', { params: { id }, body: { reason: '实为两处' } });
const join = (id: string, clientId: string = randomUUID()) =>
  dispatcher('joinCall', {
    params: { id },
    body: { channel: '119', narrative: '山上还在掉石头', callerPhone: '10000000972', clientId },
  });
const reopen = (id: string) => supervisor('reopenIncident', { params: { id }, body: { reason: '仍需处置' } });
const numbers = async (id: string) => (await detail(id)).calls.map((call) => call.number);
const actsOf = (id: string, type: string) =>
  app.until(async () => {
    const found = (await detail(id)).timeline.filter((event) => event.type === type);
    return found.length > 0 && found;
  });

describe('several calls about one incident', () => {
  test('each has its own number; sent twice it is one; five at once get five numbers', async () => {
    const { id, number } = await take();
    const clientId = randomUUID();
    for (let sent = 0; sent < 2; sent += 1) expect((await join(id, clientId)).body.number).toBe(`${number}/2`);
    await Promise.all(Array.from({ length: 5 }, () => join(id)));
    expect((await numbers(id)).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7].map((no) => `${number}/${no}`));
    const other = await take();
    expect((await join(other.id, clientId)).problem.fields).toMatchObject([{ path: 'clientId' }]);
  });

  test('the likeliest double is shown first, with the reasons; what is far in place or time is not', async () => {
    const first = await take({ callerPhone: '100 0000-0971' });
    app.pass({ minutes: 4 });
    const near = await take({ location: { lon: 120.463, lat: 28.738 }, callerPhone: '10000000971' });
    await take({ narrative: '南峰街道电梯困人', placeText: '南峰街道', location: DOWNTOWN });
    const { body } = await dispatcher('findDuplicates', { params: { id: near.id } });
    expect(body.items).toMatchObject([{ incidentId: first.id, dispatched: false }]);
    expect(body.items[0]!.reasons).toEqual([
      expect.stringMatching(/^相距 \d+ 米$/),
      '同一地名：下陈村',
      '同一类型',
      '同一来电号码',
      '4 分钟前',
    ]);
    app.pass({ minutes: 181 });
    expect((await dispatcher('findDuplicates', { params: { id: (await take()).id } })).body.items).toEqual([]);
  });
});

describe('并案', () => {
  test('the calls keep their numbers and are shown with the other; nothing is owed for the double; both timelines tell', async () => {
    const [double, main] = [await take(), await take()];
    await join(double.id);
    const { body } = await merge(double.id, main.id);
    expect(body).toMatchObject({ status: 'merged', mergedInto: { id: main.id, number: main.number } });
    const { calls, merged } = await detail(main.id);
    expect(calls.map((call) => call.number).toSorted()).toEqual([
      `${double.number}/1`,
      `${double.number}/2`,
      `${main.number}/1`,
    ]);
    expect(merged).toMatchObject([{ id: double.id, number: double.number }]);
    for (const owed of await owedOf(dispatcher, double.id, 'upward_report'))
      expect(owed).toMatchObject({ state: 'waived', waivedReason: `并入 ${main.number}` });
    for (const id of [double.id, main.id])
      expect(await actsOf(id, 'incident.merged')).toMatchObject([
        { payload: { from: double.number, into: main.number } },
      ]);
    expect((await join(main.id)).body.number).toBe(`${main.number}/2`);
  });

  test('it can be undone: the calls go back, the reports upward are owed anew', async () => {
    const [double, main] = [await take(), await take()];
    await merge(double.id, main.id);
    app.pass({ minutes: 7 });
    expect((await unmerge(double.id)).body).toMatchObject({ status: 'open', mergedInto: null });
    expect(await numbers(main.id)).toEqual([`${main.number}/1`]);
    const running = (await owedOf(dispatcher, double.id, 'upward_report')).filter((owed) => owed.state === 'open');
    const minutes = running.map(({ dueAt }) => (Date.parse(dueAt!) - app.now.getTime()) / 60_000);
    expect(minutes).toEqual([15, 30]);
    expect((await unmerge(double.id)).problem).toMatchObject({ status: 409, state: 'open' });
    await order(dispatcher, double.id, 'S05');
    await actsOf(main.id, 'incident.unmerged');
  });

  test('a chain holds together: what was merged into the double comes along, and leaves with it', async () => {
    const [a, b, c] = [await take(), await take(), await take()];
    await merge(a.id, b.id);
    await merge(b.id, c.id);
    expect((await detail(c.id)).merged.map((one) => one.id).toSorted()).toEqual([a.id, b.id].toSorted());
    expect(await numbers(c.id)).toHaveLength(3);
    await unmerge(b.id);
    expect(await numbers(c.id)).toEqual([`${c.number}/1`]);
    expect((await numbers(b.id)).toSorted()).toEqual([`${a.number}/1`, `${b.number}/1`]);
  });

  test('not into itself, not into what is over, not with teams called, not by a dispatcher, not in a circle', async () => {
    const [one, two, over] = [await take(), await take(), await take()];
    expect((await merge(one.id, one.id)).problem.fields).toMatchObject([{ path: 'intoId' }]);
    expect((await merge(one.id, two.id, dispatcher)).status).toBe(403);
    await dispatcher('closeIncident', { params: { id: over.id }, body: {} });
    expect((await merge(one.id, over.id)).problem).toMatchObject({ status: 409, state: 'closed' });
    const both = await Promise.all([merge(one.id, two.id), merge(two.id, one.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const called = await take();
    await order(dispatcher, called.id, 'S05');
    expect((await merge(called.id, (await take()).id)).problem).toMatchObject({
      status: 409,
      advice: '请把另一起并入本警情',
    });
    expect((await merge(randomUUID(), called.id)).status).toBe(404);
  });

  test('of a double no team is called, and it is in no figure', async () => {
    const [double, main] = [await take(), await take()];
    await merge(double.id, main.id);
    const orders = await dispatcher('issueOrders', { params: { id: double.id }, body: { teamCodes: ['S05'] } });
    expect(orders.problem).toMatchObject({ status: 409, state: 'merged' });
    await order(dispatcher, main.id, 'S05');
    const { body } = await dispatcher('measuredOrders', { query: { from: app.now.toISOString() } });
    expect(body.items.map((one) => one.incidentNumber)).toEqual([main.number]);
    expect((await reopen(double.id)).problem).toMatchObject({ status: 409, state: 'merged' });
    const { items } = (await dispatcher('listIncidents', { query: { status: 'open', q: double.number } })).body;
    expect(items).toEqual([]);
  });
});

describe('分流: no emergency, but somebody’s business', () => {
  const body = { unit: '县水利局', phone: '100 0000-0999', reason: '一般性咨询' };
  const transfer = (id: string) => dispatcher('transferIncident', { params: { id }, body });

  test('the unit gets a text and gives a receipt, once', async () => {
    const { id, number } = await take();
    expect((await transfer(id)).body).toMatchObject({ status: 'transferred', endReason: '县水利局：一般性咨询' });
    const [text] = await app.until(async () => {
      const sent = await app.source.query(
        `SELECT text FROM outgoing_messages WHERE phone = '10000000999' AND state = 'delivered'`,
      );
      return sent.length > 0 && sent;
    });
    expect(text.text).toContain(`分流${number}：`);
    expect(text.text).toContain('请县水利局办理');
    const [referral] = (await detail(id)).referrals;
    expect(referral).toMatchObject({ unit: '县水利局', phone: '10000000999', receivedAt: null });
    const confirm = () =>
      dispatcher('confirmTransfer', { params: { id: referral!.id }, body: { receivedBy: '演示-孙科员' } });
    expect((await confirm()).body).toMatchObject({ receivedBy: '演示-孙科员', receivedAt: expect.any(String) });
    expect((await confirm()).problem).toMatchObject({ status: 409, state: 'received' });
    for (const owed of await owedOf(dispatcher, id, 'upward_report')) expect(owed).toMatchObject({ state: 'waived' });
  });

  test('not while teams are at work, not twice; taken up again it runs as before, and the paper of it stays', async () => {
    const { id } = await take();
    await order(dispatcher, id, 'S05');
    expect((await transfer(id)).problem).toMatchObject({ status: 409, type: '/problems/open-feedback' });
    await report(dispatcher, (await orderOf(dispatcher, id, 'S05')).id, 'cleared', { note: '无需处置' });
    await transfer(id);
    expect((await transfer(id)).problem).toMatchObject({ status: 409, state: 'transferred' });
    expect((await reopen(id)).body).toMatchObject({ status: 'open', endReason: null });
    await order(dispatcher, id, 'S05');
    expect((await detail(id)).referrals).toHaveLength(1);
    expect(await actsOf(id, 'incident.reopened')).toMatchObject([
      { payload: { was: 'transferred', reason: '仍需处置' } },
    ]);
  });
});

describe('双轨制: a team takes a call on its own hotline', () => {
  const call = { narrative: '横溪镇下陈村老屋倒塌', placeText: '横溪镇下陈村' };
  const takeOwn = async (clientId: string = randomUUID()) =>
    (await app.as('p07'))('takeOnHotline', { body: { ...call, clientId } });

  test('incident, own order and answer are one act: nobody is rung up, and the centre sees it at once', async () => {
    const { status, body } = await takeOwn();
    expect(status).toBe(201);
    expect(body.incident).toMatchObject({
      channel: 'hotline',
      originTeamCode: 'P07',
      leadTeamCode: 'P07',
      centreTookAt: null,
    });
    expect(body.order).toMatchObject({
      teamCode: 'P07',
      status: 'acknowledged',
      stamps: { acknowledged: { evidence: 'app' } },
    });
    expect(body.order.obligations.find((owed) => owed.kind === 'acknowledge')).toMatchObject({ state: 'met' });
    expect((await dispatcher('listIncidents', { query: { status: 'open' } })).body.items[0]!.id).toBe(body.incident.id);
    const phone = await FakePhone.of(app, 'P07');
    app.pass({ minutes: 5 });
    await phone.replies(`2 ${body.order.code}`);
    await app.until(async () => (await orderOf(dispatcher, body.incident.id, 'P07')).status === 'en_route');
    const { messages } = (await dispatcher('getOrder', { params: { id: body.order.id } })).body;
    expect(messages.filter((one) => one.state !== 'cancelled')).toEqual([]);
  });

  test('sent twice, also at once, it is one incident and one order', async () => {
    const clientId = randomUUID();
    const answers = await Promise.all([takeOwn(clientId), takeOwn(clientId)]);
    answers.push(await takeOwn(clientId));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => `${body.incident.id} ${body.order.id}`)).size).toBe(1);
  });

  test('the centre takes command once, and calls more teams', async () => {
    const { id } = (await takeOwn()).body.incident;
    const takeCommand = () => dispatcher('takeCommand', { params: { id }, body: {} });
    expect(Date.parse((await takeCommand()).body.centreTookAt!)).toBe(app.now.getTime());
    expect((await takeCommand()).problem).toMatchObject({
      status: 409,
      detail: expect.stringContaining('已由中心指挥'),
    });
    expect(await order(dispatcher, id, 'P01')).toMatchObject([{ callKind: 'reinforcement' }]);
    await actsOf(id, 'centre.took_command');
    const own = await take();
    expect((await dispatcher('takeCommand', { params: { id: own.id }, body: {} })).status).toBe(409);
  });

  test('only a team has a hotline', async () => {
    expect((await dispatcher('takeOnHotline', { body: { ...call, clientId: randomUUID() } })).status).toBe(403);
  });
});
