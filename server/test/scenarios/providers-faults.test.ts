import { beforeAll, describe, expect, test } from '@jest/globals';
import type { LineName, LineView, MessageDetail } from '@liandong/shared/message';
import type { OrderDetail } from '@liandong/shared/order';
import type { Call } from '../app.js';
import { order, report, takeCall } from '../factories.js';
import { type ProviderName, SAYS, useProviders } from '../fakes/both.js';

const PROVIDERS: readonly ProviderName[] = ['twilio', 'aliyun', 'gateway'];
const TITLES: Record<ProviderName, string> = { twilio: 'Twilio 短信', aliyun: '阿里云短信', gateway: '短信猫网关' };

/** The county has one line for texts; whatever goes wrong there, each text arrives once, and what is shown is true. */
describe.each(PROVIDERS)('faults of %s, the only line for texts', (name) => {
  const { app, fakes } = useProviders({ SMS_PROVIDER: name, VOICE_PROVIDER: 'twilio' });
  const lineName = `${name}-sms` as LineName;
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });

  /** An order that goes out by text only, to one team: to whoever is on duty and to the commander. */
  const issue = async (teamCode: string): Promise<OrderDetail> => {
    const { id } = await takeCall(dispatcher);
    const body = { teamCodes: [teamCode], channels: ['sms' as const] };
    const answer = await dispatcher('issueOrders', { params: { id }, body });
    return see(answer.body.orders[0]!.id);
  };
  const see = async (id: string) => (await dispatcher('getOrder', { params: { id } })).body;
  const textsOf = async (id: string) =>
    (await see(id)).messages.filter(({ channel, step }) => channel === 'sms' && step === 0);
  const arrived = ({ code }: OrderDetail) => fakes.texts(name).filter(({ text }) => text.includes(`${code}号令`));
  const line = async (): Promise<LineView> =>
    (await dispatcher('messageHealth')).body.lines.find((one) => one.name === lineName)!;
  const history = async (id: string): Promise<MessageDetail['history']> =>
    (await dispatcher('getMessage', { params: { id } })).body.history;
  const allAre = (one: OrderDetail, state: string) =>
    app.until(async () => {
      const texts = await textsOf(one.id);
      return texts.length > 0 && texts.every((text) => text.state === state) && texts;
    });
  /** Every number got this order once. */
  const expectOnce = (one: OrderDetail) => {
    const phones = arrived(one).map(({ phone }) => phone);
    expect(phones.length).toBeGreaterThan(0);
    expect(phones).toHaveLength(new Set(phones).size);
  };

  test('slow answers: each text goes once, and the line stays well', async () => {
    await fakes.feel({ delayMs: 700 });
    const one = await issue('S01');
    await allAre(one, 'delivered');
    expectOnce(one);
    expect(await line()).toMatchObject({ state: 'well' });
  });

  test('faults of its own: shown in words, sick after three, an alarm; well again it sends what waited, once', async () => {
    await fakes.feel({ refuses: SAYS[name].broken });
    const one = await issue('S02');
    await app.until(async () => (await textsOf(one.id)).every(({ attempts }) => attempts === 1));
    app.pass({ seconds: 1 });
    await app.until(async () => (await line()).state === 'sick');
    const { alarms } = (await dispatcher('messageHealth')).body;
    expect(alarms).toContainEqual({ level: 'danger', text: '短信全部线路不通，请改用其他方式通知队伍' });
    expect((await line()).explanation).toMatch(/故障|未连上/);
    expect(arrived(one)).toEqual([]);

    await fakes.feel();
    app.pass({ seconds: 3 });
    await app.until(async () => (await line()).state === 'well');
    app.pass({ seconds: 3 });
    await allAre(one, 'delivered');
    expectOnce(one);
    expect((await dispatcher('messageHealth')).body.alarms).toEqual([]);
  });

  test('too much at a time: asked to wait half a minute it waits, stays well, then sends once', async () => {
    await fakes.feel({ refuses: SAYS[name].busy });
    const one = await issue('S03');
    const waiting = await app.until(async () => {
      const texts = await textsOf(one.id);
      return texts.every(({ state, attempts }) => state === 'queued' && attempts === 1) && texts;
    });
    expect(waiting.map(({ explanation }) => explanation).join()).toMatch(/稍后|请求过多|排队已满/);
    await fakes.feel();
    app.pass({ seconds: 29 });
    await issue('S04').then((other) => allAre(other, 'delivered'));
    expect((await textsOf(one.id)).map(({ attempts }) => attempts)).toEqual(waiting.map(() => 1));
    expect(await line()).toMatchObject({ state: 'well' });
    app.pass({ seconds: 2 });
    await allAre(one, 'delivered');
    expectOnce(one);
  });

  test('an answer that never comes, though the text was taken: the provider is asked, and nothing is sent twice', async () => {
    await fakes.feel({ silent: 'taken', receipts: 'never' });
    const one = await issue('S05');
    await app.until(async () => arrived(one).length === (await textsOf(one.id)).length);
    const unsure = await app.until(async () => {
      const texts = await textsOf(one.id);
      return texts.every(({ state }) => state === 'queued') && texts;
    });
    expect(unsure[0]).toMatchObject({ providerCode: 'timeout', explanation: '线路未答复，可能已发出' });
    await fakes.feel();
    app.pass({ seconds: 4 });
    await allAre(one, 'delivered');
    expectOnce(one);
    expect(await history(unsure[0]!.id)).toMatchObject([{ state: expect.stringMatching(/delivered|accepted/) }]);
  });

  test('an answer that never comes, and nothing was taken: it is sent', async () => {
    await fakes.feel({ silent: 'untouched' });
    const one = await issue('S06');
    await app.until(async () => (await textsOf(one.id)).every(({ providerCode }) => providerCode === 'timeout'));
    expect(arrived(one)).toEqual([]);
    await fakes.feel();
    app.pass({ seconds: 4 });
    await allAre(one, 'delivered');
    expectOnce(one);
  });

  test.each(['twice', 'reversed'] as const)(
    'receipts that come %s leave each text delivered, after one hand-over',
    async (receipts) => {
      await fakes.feel({ receipts });
      const one = await issue(receipts === 'twice' ? 'S07' : 'S08');
      const texts = await allAre(one, 'delivered');
      await fakes.settled();
      expect((await textsOf(one.id)).map(({ state }) => state)).toEqual(texts.map(() => 'delivered'));
      for (const { id } of texts) expect(await history(id)).toMatchObject([{ state: 'delivered', line: lineName }]);
      expectOnce(one);
    },
  );

  test('receipts that never come: after a minute the provider is asked', async () => {
    await fakes.feel({ receipts: 'never' });
    const one = await issue('S09');
    await allAre(one, 'sent');
    app.pass({ seconds: 59 });
    expect((await textsOf(one.id)).map(({ state }) => state)).not.toContain('delivered');
    app.pass({ seconds: 2 });
    await allAre(one, 'delivered');
    expectOnce(one);
  });

  test('an answer told of twice is one report', async () => {
    const one = await issue('S10');
    const { phone } = (await allAre(one, 'delivered'))[0]!;
    await fakes.write(name, phone, `1 ${one.code} 8人`);
    await tellAgain();
    const { reports } = await app.until(async () => {
      const seen = await see(one.id);
      return seen.stamps.acknowledged && seen;
    });
    expect(reports).toMatchObject([{ kind: 'acknowledged', headcount: 8 }]);
    const { items } = (await dispatcher('listReplies', { query: { state: 'all' } })).body;
    expect(items.filter((reply) => reply.phone === phone)).toHaveLength(1);
  });

  /** The reply told of last comes once more, word for word, as their own repeats do. */
  async function tellAgain(): Promise<void> {
    if (name === 'twilio') await fakes.twilio.hooks.repeat(fakes.twilio.hooks.told.at(-1)!);
    else if (name === 'aliyun') {
      const last = fakes.aliyun.pushes.pushed.findLast(({ path }) => path === '/hooks/aliyun/up')!;
      await fakes.aliyun.pushes.push(last.path, last.items);
    } else {
      const { from, text, key } = fakes.gateway.inbox.at(-1)!;
      app.pass({ seconds: 10 });
      await fakes.gateway.comes(from, text, { key });
    }
  }

  test('a receipt that comes after the order has ended is kept, and wakes nothing', async () => {
    await fakes.feel({ receipts: 'never' });
    const one = await issue('S11');
    await allAre(one, 'sent');
    await report(dispatcher, one.id, 'on_scene');
    await report(dispatcher, one.id, 'cleared');
    app.pass({ seconds: 61 });
    await allAre(one, 'delivered');
    expect(await see(one.id)).toMatchObject({ status: 'cleared' });
    const later = (await see(one.id)).messages.filter(({ purpose, step }) => purpose === 'order' && step > 0);
    expect(later.map(({ state }) => state)).toEqual(later.map(() => 'cancelled'));
  });

  test('“not delivered”, with nobody else to bring it: it ends so, in words, and a call takes over', async () => {
    await fakes.feel({ undelivered: SAYS[name].absent });
    await fakes.twilio.feels({ undelivered: name === 'twilio' ? SAYS.twilio.absent : null });
    const one = await issue('S12');
    const texts = await allAre(one, 'undelivered');
    expect(texts[0]).toMatchObject({ providerCode: SAYS[name].absent, attempts: 1, movedTo: 'voice' });
    expect(texts[0]!.explanation).not.toBe(SAYS[name].absent);
    await app.until(async () => (await see(one.id)).messages.some(({ line: by }) => by === 'twilio-voice'));
    expectOnce(one);
  });

  test('a code nobody knows is shown as it is', async () => {
    await fakes.feel({ undelivered: SAYS[name].strange });
    const one = await issue('S13');
    const [text] = await allAre(one, 'undelivered');
    expect(text).toMatchObject({ providerCode: SAYS[name].strange, explanation: SAYS[name].strange });
  });

  test('no money: sick at the first refusal, with an alarm in words; nothing is lost, and it is asked again after a minute', async () => {
    await fakes.feel({ refuses: SAYS[name].poor });
    const one = await issue('S14');
    await app.until(async () => (await line()).state === 'sick');
    expect(await line()).toMatchObject({ code: SAYS[name].poor.code, title: TITLES[name] });
    expect((await line()).explanation).not.toBe(SAYS[name].poor.code);
    expect((await dispatcher('messageHealth')).body.alarms[0]).toMatchObject({ level: 'danger' });
    await fakes.feel();
    app.pass({ seconds: 61 });
    await app.until(async () => (await line()).state === 'well');
    app.pass({ seconds: 3 });
    await allAre(one, 'delivered');
    expectOnce(one);
  });

  test('orders in plenty while it is down: each arrives once when it is back', async () => {
    await fakes.feel({ down: true });
    const { id } = await takeCall(dispatcher);
    const orders = await order(dispatcher, id, 'P01', 'P02', 'P03', 'P04', 'P05', 'P06');
    await app.until(async () => (await line()).state === 'sick');
    expect(await line()).toMatchObject({ code: 'no_connection', explanation: '连不上线路' });
    app.pass({ seconds: 11 });
    const { stuck, waitingUrgent } = (await dispatcher('messageHealth')).body;
    expect(stuck).toBe(true);
    expect(waitingUrgent).toBeGreaterThanOrEqual(orders.length);
    await fakes.feel();
    app.pass({ seconds: 3 });
    await app.until(async () => (await line()).state === 'well');
    for (const each of orders) {
      app.pass({ seconds: 2 });
      const one = await see(each.id);
      await allAre(one, 'delivered');
      expectOnce(one);
    }
    expect((await dispatcher('messageHealth')).body).toMatchObject({ stuck: false });
  });
});
