import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TemplateApproval } from '@liandong/shared/message-template';
import { FakeAliyun } from '../../../../test/fakes/aliyun.js';
import type { AliyunSettings } from '../../../config.js';
import type { Line, Sendable } from '../../lines/line.js';
import { readCode } from '../../sending.rules.js';
import { aliyunLines } from './aliyun.lines.js';

const APPROVALS: Record<string, TemplateApproval> = {
  order: { sms: 'SMS_101', voice: 'TTS_101', variables: ['code', 'what', 'what2', 'team', 'asked'] },
  recall: { sms: 'SMS_GONE', variables: ['code'] },
  answer: { voice: 'TTS_102', variables: ['text'] },
};
const ORDER = '{code}号令：{what}，{what2}，请{team}：{asked}。';
const TEMPLATES = [
  { code: 'SMS_101', content: ORDER, variables: APPROVALS.order!.variables! },
  { code: 'TTS_101', content: ORDER, variables: APPROVALS.order!.variables! },
  { code: 'TTS_102', content: '指挥中心：{text}', variables: ['text'] },
];
const PARAMS = { code: '37', what: '横溪镇下陈村山体滑坡，2人被困', team: '地质灾害队', asked: '立即集结', link: '' };

const fake = new FakeAliyun(TEMPLATES);
let sms: Line;
let voice: Line;
let phones = 0;

const settings = (): AliyunSettings => ({
  accessKeyId: fake.environment.ALIYUN_ACCESS_KEY_ID!,
  accessKeySecret: fake.environment.ALIYUN_ACCESS_KEY_SECRET!,
  sign: fake.environment.ALIYUN_SMS_SIGN!,
  callNumber: fake.environment.ALIYUN_CALL_NUMBER!,
  hookSecret: 'told-of-nothing-at-all',
  smsUrl: fake.url,
  voiceUrl: fake.url,
});

/** An order to a number of its own. */
function order(more: Partial<Sendable> = {}): Sendable {
  phones += 1;
  return {
    id: randomUUID(),
    attemptId: randomUUID(),
    channel: 'sms',
    purpose: 'order',
    phone: `10010${String(phones).padStart(6, '0')}`,
    text: '【仙居联动】37号令：横溪镇下陈村山体滑坡，2人被困，请地质灾害队立即集结。',
    template: 'order',
    params: PARAMS,
    teamCode: 'S05',
    orderId: null,
    orderCode: 37,
    ...more,
  };
}

const patience = (ms = 4000) => AbortSignal.timeout(ms);
const send = (line: Line, message: Sendable) => line.send(message, patience());
const asked = ({ attemptId: id, phone, text }: Sendable, providerId: string | null) => ({
  id,
  providerId,
  phone,
  at: new Date(),
  text,
});

beforeAll(async () => {
  await fake.start();
  [sms, voice] = aliyunLines(settings(), async () => APPROVALS) as [Line, Line];
});
beforeEach(() => fake.feels());
afterAll(() => fake.stop());

describe('a text', () => {
  test('goes by its registered template, signed, with our reference; what came of it can be asked for', async () => {
    const message = order();
    const outcome = await send(sms, message);
    const text = fake.messages.at(-1)!;
    expect(outcome).toEqual({ outcome: 'accepted', providerId: text.bizId, delivered: false });
    expect(text).toMatchObject({ phone: message.phone, outId: message.attemptId, template: 'SMS_101' });
    expect(text.content).toContain('【仙居联动】37号令：横溪镇下陈村山体滑坡，2人被困');
    expect(await sms.ask!(asked(message, text.bizId), patience())).toMatchObject({
      state: 'delivered',
      providerId: text.bizId,
      code: null,
    });
  });

  test('that may or may not have been taken is found by our reference', async () => {
    const message = order();
    await fake.feels({ silent: 'taken' });
    await expect(sms.send(message, patience(300))).rejects.toThrow();
    await fake.feels();
    expect(await sms.ask!(asked(message, null), patience())).toMatchObject({ state: 'delivered' });
    expect(await sms.ask!(asked(order({ phone: message.phone }), null), patience())).toBeNull();
    expect(await sms.ask!(asked(order(), null), patience())).toBeNull();
  });

  test('that did not arrive says why', async () => {
    const message = order();
    await fake.feels({ undelivered: 'MK:0001' });
    await send(sms, message);
    const receipt = await sms.ask!(asked(message, null), patience());
    expect(receipt).toMatchObject({ state: 'undelivered', code: 'MK:0001' });
    expect(readCode(sms.facts, receipt!.code!)).toEqual({ means: 'number', words: '空号' });
  });

  test.each([
    ['free words', { template: null, params: null }, 'not_approved', 'content'],
    ['a template nobody registered', { template: 'chase', params: { code: '37' } }, 'not_approved', 'content'],
    [
      'words too long for their variables',
      { params: { ...PARAMS, what: '险'.repeat(71) } },
      'param_too_long',
      'content',
    ],
    ['a template they do not know (any more)', { template: 'recall' }, 'isv.SMS_TEMPLATE_ILLEGAL', 'content'],
    ['a landline', { phone: '0576-87771234' }, 'isv.MOBILE_NUMBER_ILLEGAL', 'number'],
    [
      'a link in a variable',
      { params: { ...PARAMS, asked: 'http://x.example' } },
      'isv.PARAM_NOT_SUPPORT_URL',
      'content',
    ],
  ])('is refused: %s', async (_, more, code, means) => {
    const before = fake.messages.length;
    expect(await send(sms, order(more))).toEqual({ outcome: 'refused', code });
    expect(readCode(sms.facts, code).means).toBe(means);
    expect(fake.messages).toHaveLength(before);
  });

  test('the same once more within a second is refused, and the 51st of a day', async () => {
    const { phone } = order();
    expect(await send(sms, order({ phone }))).toMatchObject({ outcome: 'accepted' });
    expect(await send(sms, order({ phone }))).toEqual({ outcome: 'refused', code: 'isv.BUSINESS_LIMIT_CONTROL' });
    for (let code = 102; code <= 150; code += 1)
      await send(sms, order({ phone, params: { ...PARAMS, code: String(code) } }));
    expect(fake.messages.filter((one) => one.phone === phone)).toHaveLength(50);
    expect(await send(sms, order({ phone, params: { ...PARAMS, code: '151' } }))).toMatchObject({
      code: 'isv.BUSINESS_LIMIT_CONTROL',
    });
  });

  test('a number with more texts than a page holds is looked through', async () => {
    const { phone } = fake.messages.find(
      (one) => fake.messages.filter((other) => other.phone === one.phone).length === 50,
    )!;
    const last = order({ phone });
    fake.messages.push({ ...fake.messages.at(-1)!, phone, outId: last.attemptId });
    expect(await sms.ask!(asked(last, null), patience())).toMatchObject({ state: 'delivered' });
  });
});

describe('a call', () => {
  test('reads the registered text, tells which keys there are, refers to us within fifteen bytes', async () => {
    const message = order({ channel: 'voice', phone: '0576-87771234' });
    const outcome = await send(voice, message);
    const call = fake.calls.at(-1)!;
    expect(outcome).toEqual({ outcome: 'accepted', providerId: call.callId, delivered: false });
    expect(call).toMatchObject({ phone: '057687771234', outId: message.attemptId.slice(-12) });
    expect(call.content).toContain('37号令');
    expect(Object.keys(call.keys).toSorted()).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(call.keys['1']).toContain('收到');
    expect(await voice.ask!(asked(message, call.callId), patience())).toMatchObject({ state: 'delivered' });
    expect(await voice.ask!(asked(message, null), patience())).toBeNull();
    expect(await voice.ask!(asked(message, '1^1'), patience())).toBeNull();
  });

  test('nobody took says why', async () => {
    const message = order({ channel: 'voice' });
    await fake.feels({ undelivered: '200003' });
    await send(voice, message);
    const receipt = await voice.ask!(asked(message, fake.calls.at(-1)!.callId), patience());
    expect(receipt).toMatchObject({ state: 'undelivered', code: '200003' });
    expect(readCode(voice.facts, '200003')).toEqual({ means: 'later', words: '无人接听' });
  });

  test('a second one within a minute is refused; so is a number abroad', async () => {
    const message = order({ channel: 'voice' });
    await send(voice, message);
    expect(await send(voice, { ...message, params: { ...PARAMS, code: '38' } })).toMatchObject({
      code: 'isv.BUSINESS_LIMIT_CONTROL',
    });
    expect(await send(voice, order({ phone: '+15550001234' }))).toMatchObject({ code: 'isv.MOBILE_NUMBER_ILLEGAL' });
  });

  test('there are none without a number to call from', () => {
    const { callNumber: _, ...rest } = settings();
    expect(aliyunLines(rest, async () => APPROVALS).map(({ name }) => name)).toEqual(['aliyun-sms']);
  });
});

describe('when Aliyun is not well', () => {
  const both = (): [string, Line, Partial<Sendable>][] => [
    ['text', sms, {}],
    ['call', voice, { channel: 'voice' }],
  ];

  test('a wrong key, money, too much at a time and its own faults are told apart, and when to come again', async () => {
    for (const [, line, more] of both()) {
      const refused = async (status: number, code: string, retryAfterSeconds?: number) => {
        await fake.feels({ refuses: { status, code, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) } });
        const outcome = await send(line, order(more));
        return outcome.outcome === 'refused' ? [readCode(line.facts, outcome.code).means, outcome.afterSeconds] : null;
      };
      expect(await refused(200, 'isv.AMOUNT_NOT_ENOUGH')).toEqual(['account', undefined]);
      expect(await refused(403, 'Forbidden.RAM')).toEqual(['account', undefined]);
      expect(await refused(200, 'isp.SYSTEM_ERROR')).toEqual(['down', undefined]);
      expect(await refused(503, 'ServiceUnavailable')).toEqual(['down', undefined]);
      expect(await refused(500, 'NeverHeardOf')).toEqual(['down', undefined]);
      expect(await refused(400, 'Throttling.User', 3)).toEqual(['line_busy', 3]);
      expect(await refused(200, 'isv.NEVER_HEARD_OF')).toEqual(['later', undefined]);
    }
    const [text] = aliyunLines({ ...settings(), accessKeySecret: 'another' }, async () => APPROVALS);
    await fake.feels();
    expect(await send(text!, order())).toEqual({ outcome: 'refused', code: 'SignatureDoesNotMatch' });
    await expect(text!.ping(patience())).rejects.toThrow('SignatureDoesNotMatch');
  });

  test('nobody there: thrown as such, taken by nobody; silence ends when the hand-over is given up', async () => {
    for (const [, line, more] of both()) {
      await fake.feels({ down: true });
      // The connection kept from before breaks; only a new one is refused.
      await expect(line.ping(patience())).rejects.toThrow();
      await expect(send(line, order(more))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      await fake.feels({ silent: 'untouched' });
      await expect(line.send(order(more), patience(200))).rejects.toMatchObject({ name: 'TimeoutError' });
      await expect(line.send(order(more), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
      await fake.feels();
      await line.ping(patience());
      expect(await send(line, order(more))).toMatchObject({ outcome: 'accepted' });
    }
  });

  test('it is asked once for each hand-over, whatever it answers', async () => {
    for (const [, line, more] of both()) {
      const before = fake.actions.length;
      await fake.feels({ refuses: { status: 503, code: 'ServiceUnavailable' } });
      await send(line, order(more));
      await fake.feels({ silent: 'taken' });
      await expect(line.send(order(more), patience(200))).rejects.toThrow();
      expect(fake.actions.slice(before)).toHaveLength(2);
    }
  });
});
