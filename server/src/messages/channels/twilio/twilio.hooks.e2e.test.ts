import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrderView } from '@liandong/shared/order';
import { type Call, useApp } from '../../../../test/app.js';
import { order, takeCall } from '../../../../test/factories.js';
import { FakeTwilio } from '../../../../test/fakes/twilio.js';
import { describedTwilio, twilioIsDescribed } from '../../../../test/fakes/twilio-openapi.js';
import { toE164, toLocal } from '../../../platform/phone.rules.js';

describe('a county that texts and calls by Twilio', () => {
  const fake = new FakeTwilio(
    'https://ld.example.cn/liandong',
    () => app.url,
    () => app.now,
  );
  beforeAll(() => fake.start());
  const app = useApp(() => ({ ...fake.environment, SMS_PROVIDER: 'twilio' }));
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });
  beforeEach(() => fake.feels());
  afterAll(async () => {
    await fake.settled();
    await fake.stop();
  });

  const at = (name: string) => `${fake.publicUrl}/hooks/twilio/${name}`;
  const see = async ({ id }: OrderView) => (await dispatcher('getOrder', { params: { id } })).body;
  const issue = async (team: string) => (await order(dispatcher, (await takeCall(dispatcher)).id, team))[0]!;
  const replies = async () => (await dispatcher('listReplies', { query: { state: 'all' } })).body.items;
  const refusals = () => app.source.query('SELECT source, why FROM refused_hooks ORDER BY at, id');

  /** The number of somebody of a team, as Twilio writes it, once this channel has reached for it. */
  const reached = (one: OrderView, all: 'messages' | 'calls'): Promise<string> =>
    app.until(async () => fake[all].findLast(({ body }) => body.includes(heardAs(one, all)))?.to);
  const heardAs = ({ code }: OrderView, all: 'messages' | 'calls') =>
    all === 'messages' ? `${code}号令` : `code=${code}"`;

  test('an order’s text goes out by Twilio and its receipt is believed; the leader’s text back acknowledges it', async () => {
    const one = await issue('S05');
    const phone = await reached(one, 'messages');
    await app.until(async () =>
      (await see(one)).messages.some((each) => each.line === 'twilio-sms' && each.state === 'delivered'),
    );
    expect(await fake.texts(phone, `1 ${one.code}`)).toMatchObject({ status: 200, answer: '<Response/>' });
    const acknowledged = await app.until(async () => (await see(one)).stamps.acknowledged);
    expect(acknowledged).toMatchObject({ evidence: 'sms' });
  });

  test('a key pressed in the call acknowledges; a key that means nothing is asked for once more and left to a person', async () => {
    const one = await issue('S06');
    const phone = await reached(one, 'calls');
    const wrong = await fake.presses(phone, '9');
    expect([wrong.status, wrong.answer]).toEqual([200, expect.stringContaining('没有这个按键')]);
    expect(wrong.answer).toContain('again=1');
    expect((await fake.presses(phone, '1')).answer).toContain('收到，已记录');
    expect(await app.until(async () => (await see(one)).stamps.acknowledged)).toMatchObject({ evidence: 'voice' });
    const queued = await app.until(async () => (await replies()).find(({ text }) => text === `9 ${one.code}`));
    expect(queued).toMatchObject({ channel: 'voice', phone: toLocal(phone) });
    await expect(fake.presses(phone, '1')).rejects.toThrow('no key');
  });

  test('receipts that come twice or the wrong way round leave a text delivered', async () => {
    for (const receipts of ['twice', 'reversed'] as const) {
      await fake.feels({ receipts });
      const one = await issue(receipts === 'twice' ? 'S07' : 'S08');
      await reached(one, 'messages');
      await fake.settled();
      const sent = () => app.until(async () => (await see(one)).messages.filter(({ line }) => line === 'twilio-sms'));
      await app.until(async () => (await sent()).some(({ state }) => state === 'delivered'));
      for (const told of fake.hooks.told.filter(({ form }) => form.MessageStatus === 'sent'))
        expect((await fake.hooks.repeat(told)).status).toBe(204);
      expect((await sent()).every(({ state }) => state !== 'sent')).toBe(true);
    }
  });

  test('a text that did not arrive says so, with Twilio’s code in words', async () => {
    await fake.feels({ undelivered: '30003' });
    const one = await issue('S09');
    const failed = await app.until(async () => (await see(one)).messages.find(({ state }) => state === 'undelivered'));
    expect(failed.explanation).not.toBeNull();
    expect(['手机关机或不在服务区', '无人接听']).toContain(failed.explanation);
  });

  test('the same text told twice is one reply', async () => {
    const told = await fake.texts('+8610000000999', '收到了没有？');
    expect((await fake.hooks.repeat(told)).status).toBe(200);
    expect((await replies()).filter(({ phone }) => phone === '10000000999')).toHaveLength(1);
  });

  test.each([
    ['GBK read as something else', Buffer.from([0xca, 0xd5, 0xb5, 0xbd]).toString('utf8')],
    ['ten thousand characters', '乱'.repeat(10_000)],
    ['control characters', '\u0000\u0007\u001b[31m收到\ud800'],
    ['nothing', ''],
    ['a parameter in disguise', '收到&From=+8613800000000'],
  ])('%s: taken, and left to a person', async (_what, body) => {
    const before = (await replies()).length;
    expect((await fake.texts('+8610000000998', body.toWellFormed())).status).toBe(200);
    const after = await replies();
    expect(after.length).toBe(before + 1);
    expect(after.find(({ phone }) => phone === '10000000998')!.text.length).toBeLessThanOrEqual(2000);
  });

  const REPLY = { MessageSid: `SM${'1'.repeat(32)}`, From: toE164('10000000001'), Body: '1' };
  test.each([
    ['nobody signed', 403, 'unsigned', { headers: {} }],
    ['somebody else signed', 403, 'forged', { headers: { 'x-twilio-signature': 'bm90IHR3aWxpbw==' } }],
    ['was signed for another address', 403, 'forged', { signedAs: 'status' }],
    ['is of another account', 403, 'forged', { more: { AccountSid: `AC${'0'.repeat(32)}` } }],
    ['was changed on the way', 403, 'forged', { cut: (body: string) => body.replace('Body=1', 'Body=0') }],
    ['was cut short', 400, 'malformed', { cut: (body: string) => body.slice(0, body.indexOf('From')) }],
    ['was cut within a character', 400, 'malformed', { cut: (body: string) => `${body}%E4%B` }],
    ['has no body', 400, 'malformed', { cut: () => '' }],
    ['is JSON', 400, 'malformed', { headers: { 'x-twilio-signature': 'eA==', 'content-type': 'application/json' } }],
  ])('a webhook that %s is refused with %d, put on record and changes nothing', async (_what, status, why, how) => {
    const { headers, signedAs, more, cut }: Tampering = how;
    const before = { refused: (await refusals()).length, replies: (await replies()).length };
    const form = { AccountSid: fake.accountSid, ...REPLY, ...more };
    const signature = fake.hooks.sign(at(signedAs ?? 'reply'), form);
    const body = new URLSearchParams(form).toString();
    const sent = headers ?? { 'x-twilio-signature': signature };
    const told = await fake.hooks.tell(at('reply'), form, sent, cut ? cut(body) : body);
    expect(told.status).toBe(status);
    expect((await refusals()).slice(before.refused)).toEqual([{ source: 'twilio', why }]);
    expect((await replies()).length).toBe(before.replies);
  });

  test('a receipt of a text nobody sent is passed over', async () => {
    const form = { AccountSid: fake.accountSid, MessageSid: `SM${'2'.repeat(32)}`, MessageStatus: 'delivered' };
    expect((await fake.hooks.tell(`${at('status')}?attempt=nobody`, form)).status).toBe(204);
  });

  const described = twilioIsDescribed() ? test : test.skip;
  described('every request the server made is valid by Twilio’s own description', () => {
    expect(fake.requests.length).toBeGreaterThan(4);
    expect(fake.requests.flatMap(describedTwilio())).toEqual([]);
  });
});

interface Tampering {
  headers?: Record<string, string>;
  signedAs?: string;
  more?: Record<string, string>;
  cut?: (body: string) => string;
}

describe('a county without Twilio', () => {
  const app = useApp();

  test.each(['status', 'reply', 'digits'])('has no %s webhook', async (name) => {
    expect((await app.raw(`/hooks/twilio/${name}`, { method: 'POST', body: 'AccountSid=AC' })).status).toBe(404);
  });
});
