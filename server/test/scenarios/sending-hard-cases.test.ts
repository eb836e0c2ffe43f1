import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OrderDetail } from '@liandong/shared/order';
import type { Call } from '../app.js';
import { report, takeCall } from '../factories.js';
import { useProviders } from '../fakes/both.js';

/** Races and late news between a text, its receipts and the order's own end. */
describe('hard cases of sending', () => {
  const { app, fakes } = useProviders({ SMS_PROVIDER: 'gateway,twilio', VOICE_PROVIDER: 'twilio', DRILL_PHONES: '1' });
  let dispatcher: Call;
  let supervisor: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    supervisor = await app.as('supervisor');
  });

  const see = async (id: string): Promise<OrderDetail> => (await dispatcher('getOrder', { params: { id } })).body;
  const textsOf = async (id: string) => (await see(id)).messages.filter(({ channel }) => channel === 'sms');
  const issue = async (teamCode: string, channels?: ('sms' | 'voice')[], more: object = {}) => {
    const { id } = await takeCall(dispatcher, more);
    const body = { teamCodes: [teamCode], ...(channels ? { channels } : {}) };
    return (await dispatcher('issueOrders', { params: { id }, body })).body.orders[0]!;
  };
  const commanderOf = async (teamCode: string): Promise<string> =>
    (
      await app.source.query(`SELECT phone FROM team_members WHERE team_code = $1 AND post = 'commander'`, [teamCode])
    )[0].phone;
  const settled = (phone: string, text: string) =>
    app.until(async () => {
      const { items } = (await dispatcher('listReplies', { query: { state: 'all' } })).body;
      return items.find((one) => one.phone === phone && one.text === text && one.state !== 'received');
    });

  test('“not delivered” that comes after a recall calls nobody and texts nobody', async () => {
    await fakes.feel({ receipts: 'never' });
    const one = await issue('S05', ['sms']);
    const sent = await app.until(async () => {
      const texts = (await textsOf(one.id)).filter(({ step }) => step === 0);
      return texts.every(({ state }) => state === 'sent') && texts;
    });
    await supervisor('recallOrder', { params: { id: one.id }, body: { reason: '误派' } });
    const [calls, texts] = [fakes.calls('twilio').length, fakes.texts('twilio').length];
    for (const { id } of [...fakes.gateway.texts.values()])
      await fakes.gateway.reports(id, { state: 'undelivered', code: 'unreachable' });
    await app.until(async () => {
      const now = await textsOf(one.id);
      return sent.every(({ id }) => now.find((text) => text.id === id)?.state === 'undelivered');
    });
    const told = (await see(one.id)).messages.filter(({ purpose }) => purpose === 'order');
    expect(told.every(({ movedTo }) => movedTo === null)).toBe(true);
    expect([fakes.calls('twilio').length, fakes.texts('twilio').length]).toEqual([calls, texts]);
  });

  test('channels the team’s first round does not know are used all the same: no order is without a message', async () => {
    const admin = await app.as('admin');
    const ladder = {
      steps: [{ afterSeconds: 0, sends: [{ to: 'commander' as const, channels: ['sms' as const] }] }],
      eachAnswers: null,
    };
    await admin('editLadder', { params: { scope: 'S06' }, body: { ladder, reason: '只发短信' } });
    const one = await issue('S06', ['voice']);
    expect((await see(one.id)).messages).toMatchObject([{ channel: 'voice', recipientPost: 'commander' }]);
  });

  test('a reminder of one thing does not take back the reminder of another', async () => {
    const one = await issue('S07');
    await report(dispatcher, one.id, 'acknowledged');
    await app.source.query(
      `UPDATE obligations SET next_chase_at = $2 WHERE order_id = $1 AND kind IN ('muster', 'on_scene')`,
      [one.id, new Date(app.now.getTime() + 1000)],
    );
    app.pass({ seconds: 2 });
    const chased = await app.until(async () => {
      const chases = (await textsOf(one.id)).filter(({ purpose }) => purpose === 'chase');
      return chases.length > 0 && chases.every(({ attempts }) => attempts > 0) && chases;
    });
    expect(chased.some(({ state }) => state === 'cancelled')).toBe(false);
  });

  test('whoever got the order may answer it, also when the register gives the number to another team', async () => {
    const shared = await commanderOf('P03');
    await app.source.query(`UPDATE team_members SET phone = $1 WHERE team_code = 'P04' AND post = 'commander'`, [
      shared,
    ]);
    const one = await issue('P04');
    await app.until(async () =>
      fakes.texts('gateway').some(({ phone, text }) => phone === shared && text.includes(`】${one.code}号令`)),
    );
    await fakes.write('gateway', shared, `1 ${one.code}`);
    await app.until(async () => (await see(one.id)).stamps.acknowledged);
  });

  test('a real phone speaks of real orders while a drill runs, a practice phone of the drill, and flags nobody’s number', async () => {
    const phone = await commanderOf('P08');
    const drill = await issue('P08', undefined, { drill: true });
    const real = await issue('P08');
    await fakes.write('gateway', phone, '收到');
    await app.until(async () => (await see(real.id)).stamps.acknowledged);
    expect((await see(drill.id)).stamps.acknowledged).toBeUndefined();
    const practise = (text: string) =>
      dispatcher('practiceReply', { params: { number: phone }, body: { text, channel: 'sms' } });
    await practise('退订');
    await settled(phone, '退订');
    expect((await dispatcher('listPhoneFlags')).body.items.filter((one) => one.phone === phone)).toEqual([]);
    await practise('2');
    await app.until(async () => (await see(drill.id)).stamps.en_route);
    expect((await see(real.id)).stamps.en_route).toBeUndefined();
  });

  test('an answer with a number in it is read by a person, although a broadcast went to that phone', async () => {
    const phone = await commanderOf('P10');
    const groups = [{ kind: 'phones' as const, phones: [phone] }];
    await dispatcher('sendBroadcast', { body: { groups, text: '今晚备勤', clientId: randomUUID() } });
    await app.until(async () => {
      app.pass({ seconds: 1 });
      const { body } = await dispatcher('listMessages', { query: { q: '今晚备勤' } });
      return body.items.every(({ state }) => state === 'delivered');
    });
    await fakes.write('gateway', phone, '收到 998');
    expect(await settled(phone, '收到 998')).toMatchObject({ state: 'queued', why: '答复群呼' });
    await fakes.write('gateway', phone, '收到');
    expect(await settled(phone, '收到')).toMatchObject({ state: 'settled', why: '答复群呼' });
  });

  test('a text that nothing brought goes to no line that is off, and not to the same one again', async () => {
    await fakes.feel({ undelivered: 'unreachable' });
    const admin = await app.as('admin');
    const use = (on: boolean) =>
      admin('useLine', { params: { line: 'twilio-sms' }, body: { use: on, reason: '检修' } });
    await use(false);
    const one = await issue('S08', ['sms']);
    const ended = await app.until(async () => {
      const texts = (await textsOf(one.id)).filter(({ step }) => step === 0);
      return texts.every(({ state }) => state === 'undelivered') && texts;
    });
    expect(ended.every(({ attempts, movedTo }) => attempts === 1 && movedTo === 'voice')).toBe(true);
    await use(true);
  });
});
