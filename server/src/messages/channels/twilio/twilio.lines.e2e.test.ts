import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeTwilio, type TwilioRequest } from '../../../../test/fakes/twilio.js';
import { describedTwilio, twilioIsDescribed } from '../../../../test/fakes/twilio-openapi.js';
import { MEANING } from '../../lines/code.rules.js';
import type { Line, Sendable } from '../../lines/line.js';
import { readCode } from '../../sending.rules.js';
import { twilioLines } from './twilio.lines.js';

const ATTEMPT = '0198f000-0000-7000-8000-000000000037';
const ORDER: Sendable = {
  id: '0198f000-0000-7000-8000-000000000001',
  attemptId: ATTEMPT,
  channel: 'sms',
  purpose: 'order',
  phone: '10000000123',
  text: '【仙居联动】37号令：横溪镇下陈村山体滑坡，请地质灾害队立即集结，15分钟内出发。回1收到 2出动 0不能 +37',
  template: 'order',
  params: {},
  teamCode: 'S05',
  orderId: '0198f000-0000-7000-8000-000000000002',
  orderCode: 37,
};
const ABROAD = '+8610000000123';
const soon = () => AbortSignal.timeout(5000);

/** The lines of an account whose webhooks nobody hears. */
async function account(messagingServiceSid?: string) {
  const fake = new FakeTwilio('https://ld.example.cn', () => 'http://127.0.0.1:9', undefined, messagingServiceSid);
  await fake.start();
  const { accountSid, authToken, from, publicUrl } = fake;
  const settings = { accountSid, authToken, from, publicUrl, messagingServiceSid, baseUrl: fake.url };
  const [sms, voice] = twilioLines(settings) as [Line, Line];
  return { fake, settings, sms, voice };
}

const asked: TwilioRequest[] = [];

describe('Twilio as a line', () => {
  let fake: FakeTwilio;
  let sms: Line;
  let voice: Line;
  let settings: Awaited<ReturnType<typeof account>>['settings'];
  beforeAll(async () => {
    ({ fake, sms, voice, settings } = await account());
  });
  beforeEach(() => fake.feels());
  afterAll(async () => {
    asked.push(...fake.requests);
    await fake.settled();
    await fake.stop();
  });

  test('a text goes out whole, from the county’s number, with the way back and how long it is good', async () => {
    const outcome = await sms.send(ORDER, soon());
    expect(outcome).toEqual({ outcome: 'accepted', providerId: fake.messages.at(-1)!.sid, delivered: false, parts: 1 });
    expect(fake.requests.at(-1)!.form).toEqual({
      To: ABROAD,
      From: fake.from,
      Body: ORDER.text,
      StatusCallback: `https://ld.example.cn/hooks/twilio/status?attempt=${ATTEMPT}`,
      ValidityPeriod: '14400',
    });
  });

  test('with a messaging service that sends, and the parts are not known yet', async () => {
    const other = await account(`MG${'a'.repeat(32)}`);
    const outcome = await other.sms.send({ ...ORDER, purpose: 'chase' }, soon());
    expect(outcome).toMatchObject({ outcome: 'accepted', parts: undefined });
    expect(other.fake.requests.at(-1)!.form).toMatchObject({
      MessagingServiceSid: `MG${'a'.repeat(32)}`,
      ValidityPeriod: '600',
    });
    expect(other.fake.requests.at(-1)!.form).not.toHaveProperty('From');
    asked.push(...other.fake.requests);
    await other.fake.settled();
    await other.fake.stop();
  });

  test('a call says the order twice and waits for a key', async () => {
    const outcome = await voice.send({ ...ORDER, channel: 'voice' }, soon());
    expect(outcome).toEqual({ outcome: 'accepted', providerId: fake.calls.at(-1)!.sid, delivered: false });
    const [first, second] = fake.hears(ABROAD);
    expect(first).toContain('3 7号令：横溪镇下陈村山体滑坡');
    expect(first).toContain('按1收到，按2出动，按0不能');
    expect(second).toBe(first);
    const { Twiml } = fake.requests.at(-1)!.form;
    expect(Twiml).toContain(
      `<Gather numDigits="1" action="https://ld.example.cn/hooks/twilio/digits?attempt=${ATTEMPT}&amp;code=37" method="POST"`,
    );
  });

  test('a call about nothing that could be answered asks for no key; the longest broadcast fits', async () => {
    const text = `【仙居联动】${'<今晚有暴雨>&"各队备勤"，'.repeat(80)}`;
    expect(await voice.send({ ...ORDER, text, orderCode: null }, soon())).toMatchObject({ outcome: 'accepted' });
    await expect(fake.presses(ABROAD, '1')).rejects.toThrow('no key');
  });

  test.each([
    ['a number that is none', { phone: '123' }, '21211', 'number'],
    ['a landline', { phone: '0576-87654321' }, '21614', 'number'],
    ['no words', { text: '' }, '21602', 'content'],
    ['too many words', { text: '长'.repeat(1601) }, '21617', 'content'],
  ])('%s is refused for good', async (_what, wrong, code, means) => {
    expect(await sms.send({ ...ORDER, ...wrong }, soon())).toEqual({
      outcome: 'refused',
      code,
      afterSeconds: undefined,
    });
    expect(readCode(sms.facts, code)).toMatchObject({ means });
  });

  test('who wrote STOP gets no text, but may be reached elsewhere; START takes it back', async () => {
    fake.textsUnheard(ABROAD, 'stop');
    expect(await sms.send(ORDER, soon())).toMatchObject({ outcome: 'refused', code: '21610' });
    expect(MEANING[readCode(sms.facts, '21610').means]).toEqual({ line: 'alive', again: false, elsewhere: true });
    fake.textsUnheard(ABROAD, 'START');
    expect(await sms.send(ORDER, soon())).toMatchObject({ outcome: 'accepted' });
  });

  test('of three same texts to one number the third does not arrive', async () => {
    const phone = '10000000777';
    for (const _ of [1, 2, 3]) await sms.send({ ...ORDER, phone }, soon());
    await fake.settled();
    const ends = fake.messages
      .filter(({ to }) => to === `+86${phone}`)
      .map(({ status, errorCode }) => [status, errorCode]);
    expect(ends).toEqual([
      ['delivered', null],
      ['delivered', null],
      ['undelivered', 30_007],
    ]);
    expect(sms.facts.perSameText).toEqual({ most: 2, seconds: 86_400 });
  });

  test('too fast: when to come again is handed on', async () => {
    await fake.feels({ refuses: { status: 429, code: '20429', retryAfterSeconds: 7 } });
    expect(await sms.send(ORDER, soon())).toEqual({ outcome: 'refused', code: '20429', afterSeconds: 7 });
    await sms.ping(soon());
  });

  test.each([
    [401, '20003', 'account'],
    [500, '20500', 'down'],
    [502, '', 'down'],
    [400, '99999', 'later'],
  ])('HTTP %d with code %s means %s', async (status, code, means) => {
    await fake.feels({ refuses: { status, code } });
    const outcome = await voice.send(ORDER, soon());
    expect(readCode(voice.facts, outcome.outcome === 'refused' ? outcome.code : '').means).toBe(means);
  });

  test('it is asked whether it is there: not with a wrong key, not when it is broken or gone', async () => {
    await sms.ping(soon());
    const [stranger] = twilioLines({ ...settings, authToken: 'wrong' }) as [Line];
    await expect(stranger.ping(soon())).rejects.toThrow('20003');
    await fake.feels({ refuses: { status: 503, code: '20503' } });
    await expect(sms.ping(soon())).rejects.toThrow('20503');
    await fake.feels({ down: true });
    await expect(voice.ping(soon())).rejects.toThrow('ECONNREFUSED');
    await expect(sms.send(ORDER, soon())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('one that says nothing is left when the time is up, and what is thrown holds no key', async () => {
    await fake.feels({ silent: 'untouched' });
    const left = new AbortController();
    const failed = sms.send(ORDER, left.signal).catch((error: unknown) => error);
    left.abort();
    expect(await failed).toMatchObject({ code: 'ERR_CANCELED' });
    const key = Buffer.from(`${fake.accountSid}:${fake.authToken}`).toString('base64');
    expect(inspect(await failed, { depth: 9 })).not.toMatch(new RegExp(`${fake.authToken}|${key}`));
  });

  test('it is never asked twice of itself', async () => {
    await fake.feels({ refuses: { status: 429, code: '20429' } });
    const before = fake.requests.length;
    await sms.send(ORDER, soon());
    expect(fake.requests.length).toBe(before + 1);
  });

  test('what became of a text or a call can be asked', async () => {
    await fake.feels({ undelivered: '30003' });
    const sent = await sms.send({ ...ORDER, text: '一' }, soon());
    const called = await voice.send(ORDER, soon());
    await fake.settled();
    const about = { id: ATTEMPT, phone: ORDER.phone, at: new Date(), text: '一' };
    const sid = (outcome: typeof sent) => (outcome.outcome === 'accepted' ? outcome.providerId : null);
    const receipt = { state: 'undelivered', code: '30003', parts: 1, at: expect.any(Date) };
    expect(await sms.ask!({ ...about, providerId: sid(sent) }, soon())).toMatchObject(receipt);
    expect(await voice.ask!({ ...about, providerId: sid(called) }, soon())).toMatchObject({
      state: 'undelivered',
      code: 'no-answer',
    });
    expect(await sms.ask!({ ...about, providerId: `SM${'0'.repeat(32)}` }, soon())).toBeNull();
  });

  test('what was taken without an answer is found again by number, words and time', async () => {
    await fake.feels({ silent: 'taken' });
    const brief = () => AbortSignal.timeout(300);
    const text = '没有答复的一条';
    await expect(sms.send({ ...ORDER, text }, brief())).rejects.toThrow();
    await expect(voice.send({ ...ORDER, phone: '10000000888' }, brief())).rejects.toThrow();
    await fake.feels();
    const about = { id: ATTEMPT, phone: ORDER.phone, at: new Date(), text, providerId: null };
    const found = { state: 'delivered', providerId: fake.messages.at(-1)!.sid, code: null };
    expect(await sms.ask!(about, soon())).toMatchObject(found);
    expect(await voice.ask!({ ...about, phone: '10000000888' }, soon())).toMatchObject({ state: 'delivered' });
    expect(await sms.ask!({ ...about, text: '另一条' }, soon())).toBeNull();
    expect(await sms.ask!({ ...about, at: new Date(Date.now() - 600_000) }, soon())).toBeNull();
    expect(await voice.ask!({ ...about, phone: '10000000889' }, soon())).toBeNull();
  });

  test('texts that came in can be fetched, with the key the webhook would have given them', async () => {
    const since = new Date(Math.floor(Date.now() / 1000) * 1000);
    const came = fake.textsUnheard('+8610000000555', '1 37');
    const inbox = await sms.inbox!(since, soon());
    expect(inbox.at(0)).toEqual({ phone: '10000000555', text: '1 37', channel: 'sms', key: `twilio-${came.sid}` });
    expect(await sms.inbox!(new Date(Date.now() + 60_000), soon())).toEqual([]);
  });
});

const described = twilioIsDescribed() ? test : test.skip;
describe(`every request by Twilio’s own description${twilioIsDescribed() ? '' : ' (which is not here: skipped)'}`, () => {
  described('is valid', () => {
    const wrong = describedTwilio();
    const ours = asked.filter(({ form }) => form.Body !== '' && form.To !== '123');
    expect(new Set(ours.map(({ method, path }) => `${method} ${path.split('/').slice(4, 5)}`)).size).toBe(6);
    expect(ours.flatMap(wrong)).toEqual([]);
  });

  const WRONG: [string, Partial<TwilioRequest>, string][] = [
    ['an unknown field', { form: { Boody: 'x' } }, 'additional'],
    ['a callback that is no address', { form: { StatusCallback: 'nowhere' } }, 'uri'],
    ['a period that is no number', { form: { ValidityPeriod: 'long' } }, 'integer'],
    ['a number as it is written here', { form: { To: '13800000000' } }, 'phone-number'],
    ['nobody it goes to', { form: { To: '' } }, 'phone-number'],
    ['another account', { path: '/2010-04-01/Accounts/AC1/Messages.json' }, 'AccountSid'],
    ['another door', { path: '/2010-04-01/Messages.json' }, 'not described'],
    ['a list cut wrongly', { method: 'GET', query: { PageSize: '0' }, form: {} }, '>= 1'],
  ];
  described.each(WRONG)('%s would be found', (_what, change, words) => {
    const good = asked.find(({ method, path }) => method === 'POST' && path.endsWith('Messages.json'))!;
    const form = change.method === 'GET' ? {} : { ...good.form, ...change.form };
    expect(describedTwilio()({ ...good, ...change, form }).join()).toContain(words);
  });
});
