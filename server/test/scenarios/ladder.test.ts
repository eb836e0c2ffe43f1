import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../app.js';
import { order, report, takeCall } from '../factories.js';
import { FakePhone } from '../fake-phone.js';

describe('the ladder and the clocks while nobody answers', () => {
  const app = useApp();
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });

  const detail = async (id: string) => (await dispatcher('getOrder', { params: { id } })).body;
  const events = async (incidentId: string, type: string) =>
    (await dispatcher('getIncident', { params: { id: incidentId } })).body.timeline.filter(
      (event) => event.type === type,
    );
  const owed = async (id: string, kind: string) => (await detail(id)).obligations.find((one) => one.kind === kind)!;

  test('0 min duty and commander, 2 min everybody again and the deputy is called, 4 min the liaison; an answer stops that team only', async () => {
    const { id } = await takeCall(dispatcher);
    const [silent, answering] = await order(dispatcher, id, 'S05', 'P01');
    const posts = async (orderId: string, step: number) =>
      new Set(
        (await detail(orderId)).messages
          .filter((m) => m.step === step && m.state === 'delivered')
          .map((m) => `${m.recipientPost} ${m.channel}`),
      );
    const until = (orderId: string, step: number, expected: string) =>
      app.until(async () => (await posts(orderId, step)).has(expected));

    await until(silent!.id, 0, 'commander sms');
    await until(silent!.id, 0, 'commander voice');
    expect((await posts(silent!.id, 1)).size).toBe(0);
    const app_ = (await detail(silent!.id)).messages.find((m) => m.channel === 'app')!;
    expect(app_).toMatchObject({ state: 'failed', providerCode: 'app_offline', explanation: '应用未在线' });

    await (await FakePhone.of(app, 'P01')).replies('1');
    await app.until(async () => (await detail(answering!.id)).stamps.acknowledged);
    app.pass({ minutes: 2 });
    await until(silent!.id, 1, 'deputy voice');
    await until(silent!.id, 1, 'commander sms');
    app.pass({ minutes: 2 });
    await until(silent!.id, 2, 'liaison voice');

    const rest = (await detail(answering!.id)).messages.filter((m) => m.step > 0);
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.every((m) => m.state === 'cancelled')).toBe(true);
  });

  test('acknowledging is missed after three minutes, the desk is alarmed after four, and a late answer stays late', async () => {
    app.at('2026-07-14T08:00:00Z');
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'S05');
    app.at('2026-07-14T08:03:00.000Z');
    expect(await owed(one!.id, 'acknowledge')).toMatchObject({ state: 'open' });
    app.at('2026-07-14T08:03:00.001Z');
    await app.until(async () => (await owed(one!.id, 'acknowledge')).state === 'missed');
    app.at('2026-07-14T08:04:00.001Z');
    await app.until(async () => (await events(id, 'obligation.insisted')).length === 1);
    app.at('2026-07-14T08:05:00Z');
    await report(dispatcher, one!.id, 'acknowledged');
    expect(await owed(one!.id, 'acknowledge')).toMatchObject({
      state: 'missed',
      metAt: expect.stringContaining('08:05:00'),
    });
  });

  test('a target is chased at half time, missed once, insisted on every five minutes, and each chase fires once', async () => {
    app.at('2026-07-14T09:00:00Z');
    const { id } = await takeCall(dispatcher, { severity: 'IV' });
    const [one] = await order(dispatcher, id, 'S05');
    await report(dispatcher, one!.id, 'acknowledged');
    const phone = await FakePhone.of(app, 'S05');
    app.at('2026-07-14T09:07:30.001Z');
    expect(await phone.receives('集结完毕还有8分钟')).toContain(`催办：${one!.code}号令`);
    app.at('2026-07-14T09:15:00.001Z');
    await app.until(async () => (await owed(one!.id, 'muster')).state === 'missed');
    for (const minute of [20, 25, 30]) {
      app.at(`2026-07-14T09:${minute}:00.001Z`);
      await app.until(async () => (await events(id, 'obligation.insisted')).length === (minute - 15) / 5);
    }
    expect(await events(id, 'obligation.missed')).toHaveLength(1);
    expect(await events(id, 'obligation.reminded')).toHaveLength(1);
    await report(dispatcher, one!.id, 'mustered');
    expect(await owed(one!.id, 'muster')).toMatchObject({
      state: 'missed',
      metAt: expect.stringContaining('09:30:00'),
    });
  });

  test('exactly on the minute is met, and a tap made in time but sent late counts when it was made', async () => {
    app.at('2026-07-14T10:00:00Z');
    const { id } = await takeCall(dispatcher);
    const [exact, offline] = await order(dispatcher, id, 'S05', 'P07');
    app.at('2026-07-14T10:15:00.000Z');
    await report(dispatcher, exact!.id, 'mustered');
    expect(await owed(exact!.id, 'muster')).toMatchObject({ state: 'met' });
    app.at('2026-07-14T10:40:00Z');
    await app.until(async () => (await owed(offline!.id, 'on_scene')).state === 'missed');
    const team = await app.as('p07');
    await report(team, offline!.id, 'on_scene', {
      source: 'app',
      occurredAt: '2026-07-14T10:20:02Z',
      deviceOffsetSeconds: 3,
    });
    expect(await owed(offline!.id, 'on_scene')).toMatchObject({
      state: 'met',
      metAt: expect.stringContaining('10:19:59'),
    });
    const { stamps } = await detail(offline!.id);
    expect(stamps.on_scene).toMatchObject({
      at: '2026-07-14T10:19:59.000Z',
      receivedAt: '2026-07-14T10:40:00.000Z',
      evidence: 'app',
    });
  });

  test('what fell due while the server was down fires once when it is up again', async () => {
    app.at('2026-07-14T11:00:00Z');
    const { id } = await takeCall(dispatcher, { severity: 'IV' });
    const [one] = await order(dispatcher, id, 'S05');
    await app.pause();
    await app.resume();
    app.at('2026-07-14T11:33:00Z');
    await app.until(async () => (await owed(one!.id, 'muster')).state === 'missed');
    await app.until(async () => (await detail(one!.id)).messages.some((m) => m.step === 2 && m.state === 'delivered'));
    expect(await events(id, 'obligation.missed')).toHaveLength(2);
    expect(await events(id, 'obligation.insisted')).toHaveLength(0);
  });

  test('a declined order ends its ladder and its target is missed; a recalled one is waived and the team is told', async () => {
    app.at('2026-07-14T12:00:00Z');
    const { id } = await takeCall(dispatcher);
    const [declined, recalled] = await order(dispatcher, id, 'S05', 'P07');
    await (await FakePhone.of(app, 'S05')).replies(`0 ${declined!.code} 车辆故障`);
    await app.until(async () => (await detail(declined!.id)).status === 'declined');
    expect(await detail(declined!.id)).toMatchObject({ endReason: '车辆故障' });
    expect(await owed(declined!.id, 'muster')).toMatchObject({ state: 'missed', metAt: null });
    const supervisor = await app.as('supervisor');
    const recall = () => supervisor('recallOrder', { params: { id: recalled!.id }, body: { reason: '误派' } });
    expect((await recall()).body).toMatchObject({ status: 'recalled', endReason: '误派' });
    expect((await recall()).problem).toMatchObject({ status: 409, state: 'recalled' });
    expect(await owed(recalled!.id, 'on_scene')).toMatchObject({ state: 'waived', waivedReason: '误派' });
    expect(await (await FakePhone.of(app, 'P07')).receives('撤回')).toContain(`${recalled!.code}号令撤回：误派`);
  });
});
