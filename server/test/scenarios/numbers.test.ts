import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OrderDetail } from '@liandong/shared/order';
import type { Call } from '../app.js';
import { order, takeCall } from '../factories.js';
import { SAYS, useProviders } from '../fakes/both.js';

const LANDLINE = '057687770001';

/** What a number cannot or will not take is known, shown, and never the end of a message that has to arrive. */
describe('numbers', () => {
  const { app, fakes } = useProviders({ SMS_PROVIDER: 'twilio' });
  let dispatcher: Call;
  let supervisor: Call;
  let admin: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    supervisor = await app.as('supervisor');
    admin = await app.as('admin');
  });

  const issue = async (teamCode: string, ...channels: ('app' | 'sms' | 'voice')[]): Promise<OrderDetail> => {
    const { id } = await takeCall(dispatcher);
    const body = { teamCodes: [teamCode], ...(channels.length > 0 ? { channels } : {}) };
    const answer = await dispatcher('issueOrders', { params: { id }, body });
    return see(answer.body.orders[0]!.id);
  };
  const see = async (id: string) => (await dispatcher('getOrder', { params: { id } })).body;
  /** A message of this order once it is as wanted. */
  const message = ({ id }: OrderDetail, wanted: Partial<OrderDetail['messages'][number]>) =>
    app.until(async () =>
      (await see(id)).messages.find((one) =>
        Object.entries(wanted).every(([key, value]) => one[key as keyof typeof one] === value),
      ),
    );
  const moves = async ({ incidentId }: OrderDetail) =>
    (await dispatcher('getIncident', { params: { id: incidentId } })).body.timeline.filter(
      ({ type }) => type === 'message.moved',
    );
  const commanderOf = async (teamCode: string): Promise<string> =>
    (
      await app.source.query(`SELECT phone FROM team_members WHERE team_code = $1 AND post = 'commander'`, [teamCode])
    )[0].phone;
  const flags = async (phone: string) =>
    (await dispatcher('listPhoneFlags')).body.items.filter((one) => one.phone === phone);
  const reply = (phone: string, text: string) =>
    app.until(async () => {
      const { items } = (await dispatcher('listReplies', { query: { state: 'all' } })).body;
      return items.find((one) => one.phone === phone && one.text === text && one.state !== 'received');
    });
  const texted = (phone: string) => fakes.texts('twilio').filter((one) => one.phone === phone).length;
  const called = (phone: string) => fakes.calls('twilio').filter((one) => one.phone === phone).length;

  test('a landline of the register is called, not texted, and the ladder says so', async () => {
    await app.source.query(`UPDATE team_members SET phone = $1 WHERE team_code = 'S05' AND post = 'commander'`, [
      LANDLINE,
    ]);
    const both = await issue('S05');
    expect(await message(both, { phone: LANDLINE, channel: 'sms', step: 0, state: 'failed' })).toMatchObject({
      explanation: '固定电话，收不到短信',
      movedTo: null,
    });
    await message(both, { phone: LANDLINE, channel: 'voice', step: 0, state: 'delivered' });
    expect(called(LANDLINE)).toBe(1);

    const text = await issue('S05', 'sms');
    expect(await message(text, { phone: LANDLINE, channel: 'sms', step: 0, state: 'failed' })).toMatchObject({
      movedTo: 'voice',
      attempts: 0,
    });
    await message(text, { phone: LANDLINE, channel: 'voice', state: 'delivered' });
    expect([called(LANDLINE), texted(LANDLINE)]).toEqual([2, 0]);
    expect(await moves(text)).toHaveLength(1);
  });

  test('“退订”: known by the number, shown with whose it is, called from then on; “恢复”: texted again', async () => {
    const phone = await commanderOf('S06');
    await message(await issue('S06', 'sms'), { phone, channel: 'sms', state: 'delivered' });
    await fakes.write('twilio', phone, '退订');
    expect(await reply(phone, '退订')).toMatchObject({ state: 'queued', why: '对方退订短信，此后改打电话' });
    expect(await flags(phone)).toMatchObject([{ flag: 'unsubscribed', because: '退订', teamCode: 'S06' }]);

    const before = texted(phone);
    const one = await issue('S06', 'sms');
    expect(await message(one, { phone, channel: 'sms', state: 'failed' })).toMatchObject({
      explanation: '号码已退订短信',
      movedTo: 'voice',
    });
    await message(one, { phone, channel: 'voice', state: 'delivered' });
    const seen = await app.until(async () => {
      const found = await moves(one);
      return found.length > 0 && found;
    });
    expect(seen[0]!.payload).toMatchObject({ channel: 'sms', to: 'voice', code: 'flagged_unsubscribed' });
    expect(texted(phone)).toBe(before);

    await fakes.write('twilio', phone, '恢复');
    await reply(phone, '恢复');
    expect(await flags(phone)).toEqual([]);
    await message(await issue('S06', 'sms'), { phone, channel: 'sms', state: 'delivered' });
  });

  test('unsubscribed at the provider without our knowing: its refusal tells us, the call goes out all the same', async () => {
    const phone = await commanderOf('S07');
    fakes.twilio.textsUnheard(`+86${phone}`, 'STOP');
    const one = await issue('S07', 'sms');
    expect(await message(one, { phone, channel: 'sms', state: 'failed' })).toMatchObject({ movedTo: 'voice' });
    await message(one, { phone, channel: 'voice', state: 'delivered' });
    expect(await flags(phone)).toMatchObject([{ flag: 'unsubscribed', because: '机主已退订短信' }]);
  });

  test('“打错了”: marked and before a person; texts go on until somebody has checked', async () => {
    const phone = await commanderOf('S08');
    await message(await issue('S08', 'sms'), { phone, state: 'delivered' });
    await fakes.write('twilio', phone, '你打错了，我不是队员');
    expect(await reply(phone, '你打错了，我不是队员')).toMatchObject({
      state: 'queued',
      why: '对方称不是本人，请核对号码',
    });
    expect(await flags(phone)).toMatchObject([{ flag: 'wrong_person' }]);
    await message(await issue('S08', 'sms'), { phone, channel: 'sms', state: 'delivered' });
    const clear = { params: { phone }, body: { flag: 'wrong_person' as const, reason: '已电话核实' } };
    expect((await dispatcher('clearPhoneFlag', clear)).status).toBe(403);
    expect((await supervisor('clearPhoneFlag', clear)).status).toBe(200);
    expect(await flags(phone)).toEqual([]);
  });

  test('a number that does not exist is marked by its receipt, called instead, and texted again once it was checked', async () => {
    const phone = await commanderOf('S09');
    await fakes.feel({ undelivered: SAYS.twilio.nobody });
    const first = await issue('S09', 'sms');
    expect(await message(first, { phone, channel: 'sms', state: 'undelivered' })).toMatchObject({
      providerCode: SAYS.twilio.nobody,
      explanation: '固定电话或运营商不可达',
      movedTo: 'voice',
    });
    expect(await flags(phone)).toMatchObject([{ flag: 'unreachable', because: '固定电话或运营商不可达' }]);
    await fakes.feel();
    const second = await issue('S09', 'sms');
    expect(await message(second, { phone, channel: 'sms', state: 'failed' })).toMatchObject({
      explanation: '号码无效，已标记',
      movedTo: 'voice',
    });
    await message(second, { phone, channel: 'voice', state: 'delivered' });
    await supervisor('clearPhoneFlag', { params: { phone }, body: { flag: 'unreachable', reason: '换了号码' } });
    await message(await issue('S09', 'sms'), { phone, channel: 'sms', state: 'delivered' });
  });

  test('more of the same text than a number gets: the next round is a call, seen in the ladder, never nothing', async () => {
    const phone = await commanderOf('S10');
    const steps = [0, 60, 120].map((afterSeconds) => ({
      afterSeconds,
      sends: [{ to: 'commander' as const, channels: ['sms' as const] }],
    }));
    const ladder = { steps, eachAnswers: null };
    await admin('editLadder', { params: { scope: 'S10' }, body: { ladder, reason: '只发短信' } });
    const one = await issue('S10');
    await message(one, { phone, step: 0, state: 'delivered' });
    app.pass({ seconds: 60 });
    await message(one, { phone, step: 1, state: 'delivered' });
    app.pass({ seconds: 60 });
    expect(await message(one, { phone, step: 2, channel: 'sms', state: 'failed' })).toMatchObject({
      providerCode: 'over_budget',
      explanation: '该号码已达线路上限',
      movedTo: 'voice',
    });
    await message(one, { phone, step: 2, channel: 'voice', state: 'delivered' });
    expect(called(phone)).toBe(1);
  });

  test('a call that a number takes for good refuses is a text instead', async () => {
    const phone = await commanderOf('S11');
    await fakes.feel({ refuses: { status: 400, code: '21217' } });
    const one = await issue('S11', 'voice');
    expect(await message(one, { phone, channel: 'voice', step: 0, state: 'failed' })).toMatchObject({ movedTo: 'sms' });
    await fakes.feel();
    app.pass({ seconds: 2 });
    await message(one, { phone, channel: 'sms', step: 0, state: 'delivered' });
  });
});

/** Aliyun calls a number once a minute. */
describe('a number that a line calls once a minute', () => {
  const { app, fakes } = useProviders({ SMS_PROVIDER: 'aliyun' });

  test('is called for the second order too, as soon as the minute is over', async () => {
    const dispatcher = await app.as('dispatcher');
    const calls = async (id: string) =>
      (await dispatcher('getOrder', { params: { id } })).body.messages.filter(
        ({ channel, step }) => channel === 'voice' && step === 0,
      );
    const issue = async () => (await order(dispatcher, (await takeCall(dispatcher)).id, 'S05'))[0]!;
    const first = await issue();
    await app.until(async () => (await calls(first.id)).every(({ state }) => state === 'delivered'));
    app.pass({ seconds: 20 });
    const second = await issue();
    const waiting = await app.until(async () => {
      const all = await calls(second.id);
      return all.every(({ providerCode }) => providerCode === 'over_budget') && all;
    });
    expect(waiting[0]).toMatchObject({ state: 'queued', attempts: 0, explanation: '该号码已达线路上限' });
    await app.until(async () => (await dispatcher('messageHealth')).body.waitingUrgent === waiting.length);
    app.pass({ seconds: 15 });
    expect((await dispatcher('messageHealth')).body).toMatchObject({ stuck: false, alarms: [] });
    app.pass({ seconds: 25 });
    await app.until(async () => (await calls(second.id)).every(({ state }) => state === 'delivered'));
    expect(fakes.calls('aliyun')).toHaveLength(waiting.length * 2);
  });
});
