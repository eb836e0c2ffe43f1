import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../app.js';
import { order, takeCall } from '../factories.js';
import { FakePhone } from '../fake-phone.js';

describe('replies: applied once, or asked back and queued, never dropped', () => {
  const app = useApp();
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });

  const settled = (replyId: string) =>
    app.until(async () => {
      const { body } = await dispatcher('listReplies', { query: { state: 'all' } });
      const reply = body.items.find((one) => one.id === replyId);
      return reply && reply.state !== 'received' ? reply : null;
    });

  test('several open orders and no code: the sender is asked which, then the code decides', async () => {
    const first = await order(dispatcher, (await takeCall(dispatcher)).id, 'S05');
    const second = await order(dispatcher, (await takeCall(dispatcher)).id, 'S05');
    const [a, b] = [first[0]!, second[0]!];
    const phone = await FakePhone.of(app, 'S05');
    expect(await settled(await phone.replies('1'))).toMatchObject({ state: 'queued', why: '有多条指令，未写编号' });
    expect(await phone.receives('您有')).toContain(`${a.code}号、${b.code}号令在办`);
    expect(await settled(await phone.replies(`收到 ${b.code}`))).toMatchObject({ state: 'applied', orderId: b.id });
    expect((await dispatcher('getOrder', { params: { id: a.id } })).body.stamps.acknowledged).toBeUndefined();
  });

  test.each([
    ['unreadable words', '什么情况？', '未能识别'],
    ['a code the team does not have', '1 998', '编号 998 不是本队在办指令'],
    ['nothing', '', '未能识别'],
    ['ten thousand characters with control codes', `\u0000\u0007${'乱'.repeat(10_000)}`, '未能识别'],
  ])('%s: answered with one line and left to a human', async (_name, text, why) => {
    app.pass({ minutes: 11 });
    await order(dispatcher, (await takeCall(dispatcher)).id, 'S09');
    const phone = await FakePhone.of(app, 'S09');
    const reply = await settled(await phone.replies(text));
    expect(reply).toMatchObject({ state: 'queued', why });
    expect(await phone.receives(reply.answer!)).toMatch(/^【仙居联动】/);
    expect(reply.text.length).toBeLessThanOrEqual(2000);
    await dispatcher('closeIncident', { params: { id: (await open('S09'))!.incidentId }, body: {} });
    const supervisor = await app.as('supervisor');
    await supervisor('recallOrder', { params: { id: (await open('S09'))!.id }, body: { reason: '测试完毕' } });
  });

  const open = async (teamCode: string) => {
    const { body } = await dispatcher('listOrders', { query: { open: '1' } });
    return body.items.find((one) => one.teamCode === teamCode);
  };

  test('an answer to an order that is over lands in the queue', async () => {
    const phone = await FakePhone.of(app, 'S10');
    expect(await settled(await phone.replies('3'))).toMatchObject({ state: 'queued', why: '本队没有在办指令' });
  });

  test('a dispatcher takes a queued reply down as a report, once', async () => {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S11');
    const phone = await FakePhone.of(app, 'S11');
    const reply = await settled(await phone.replies('弟兄们都上车了'));
    const settle = () =>
      dispatcher('settleReply', {
        params: { id: reply.id },
        body: { orderId: one!.id, kind: 'en_route', clientId: '5b0c1f0e-6f2c-4a57-9a53-333333333333' },
      });
    expect((await settle()).body).toMatchObject({ state: 'settled', orderId: one!.id });
    const { body } = await dispatcher('getOrder', { params: { id: one!.id } });
    expect(body.stamps.en_route).toMatchObject({ evidence: 'verbal', by: '演示-调度员' });
    expect((await settle()).problem).toMatchObject({ status: 409 });
  });

  test('both phones of a team answer: one stamp, the second is on record as said again', async () => {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S12');
    await settled(await (await FakePhone.of(app, 'S12')).replies('1'));
    const before = (await dispatcher('getOrder', { params: { id: one!.id } })).body.stamps.acknowledged;
    app.pass({ seconds: 20 });
    expect(await settled(await (await FakePhone.of(app, 'S12', 'deputy')).replies('收到'))).toMatchObject({
      state: 'applied',
    });
    const { body } = await dispatcher('getOrder', { params: { id: one!.id } });
    expect(body.stamps.acknowledged).toEqual(before);
    expect(body.reports.map((entry) => entry.effect)).toEqual(['step', 'repeat']);
  });

  test('a late lower step by text is refused in words and queued', async () => {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S13');
    const phone = await FakePhone.of(app, 'S13');
    await settled(await phone.replies('到达'));
    const late = await settled(await phone.replies('出动'));
    expect(late).toMatchObject({ state: 'queued', orderId: one!.id, why: '指令已到达现场，不能报告出动' });
  });
});
