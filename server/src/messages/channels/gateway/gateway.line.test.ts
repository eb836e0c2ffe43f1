import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeGateway } from '../../../../test/fakes/gateway.js';
import { MEANING } from '../../lines/code.rules.js';
import type { Sendable } from '../../lines/line.js';
import { CODE_OF_STATUS, GATEWAY_FACTS } from './gateway.facts.js';
import { gatewayLines } from './gateway.line.js';

const SECRET = 'a-secret-of-the-county';
const gateway = new FakeGateway(SECRET);
const lineTo = (url: string, secret = SECRET) => gatewayLines({ url, secret })[0]!;
const soon = () => AbortSignal.timeout(5_000);

let count = 0;
const message = (more: Partial<Sendable> = {}): Sendable => {
  count += 1;
  const attemptId = `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  return {
    id: attemptId.replace('-7000-', '-7111-'),
    attemptId,
    channel: 'sms',
    purpose: 'order',
    phone: '10000000101',
    text: '【仙居联动】37号令：横溪镇下陈村山体滑坡，请地质灾害队立即集结',
    template: null,
    params: null,
    teamCode: 'S05',
    orderId: null,
    orderCode: 37,
    ...more,
  };
};

beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.feels());

describe('handing a text to the gateway', () => {
  test('it is taken under our own id, to the number as the county writes it', async () => {
    const one = message({ phone: '+86 10000000101' });
    const outcome = await lineTo(gateway.url).send(one, soon());
    const { providerId } = gateway.texts.get(one.attemptId)!;
    expect(outcome).toEqual({ outcome: 'accepted', providerId, delivered: false, parts: 1 });
    expect(gateway.texts.get(one.attemptId)).toMatchObject({ to: '10000000101', text: one.text });
  });

  test('a broadcast says that everything else may pass it', async () => {
    const [order, broadcast] = [message(), message({ purpose: 'broadcast' })];
    for (const one of [order, broadcast]) await lineTo(gateway.url).send(one, soon());
    const urgent = [order, broadcast].map(({ attemptId }) => gateway.texts.get(attemptId)!.urgent);
    expect(urgent).toEqual([true, false]);
  });

  test('handed over twice under one id, it is one text', async () => {
    const one = message();
    const before = gateway.texts.size;
    const [first, second] = [
      await lineTo(`${gateway.url}/`).send(one, soon()),
      await lineTo(gateway.url).send(one, soon()),
    ];
    expect(second).toEqual(first);
    expect(gateway.texts.size).toBe(before + 1);
  });

  test.each([
    ['its own code', { status: 422, code: 'invalid_number' }, { code: 'invalid_number' }],
    ['a wait', { status: 429, code: 'busy', retryAfterSeconds: 40 }, { code: 'busy', afterSeconds: 40 }],
    ['a code nobody knows', { status: 500, code: 'cms_500' }, { code: 'cms_500' }],
    ['no code, too many', { status: 429, code: '' }, { code: 'busy' }],
    ['no code, a fault', { status: 502, code: '' }, { code: 'gateway_error' }],
    ['no code, a proxy gave up waiting', { status: 504, code: '' }, { code: 'gateway_timeout' }],
    ['no code, a wrong address', { status: 404, code: '' }, { code: 'no_gateway' }],
    ['no code, some refusal', { status: 418, code: '' }, { code: 'bad_request' }],
  ])('refused with %s', async (_name, refuses, said) => {
    await gateway.feels({ refuses });
    expect(await lineTo(gateway.url).send(message(), soon())).toEqual({ outcome: 'refused', ...said });
  });

  test('with the wrong secret it is the account that is refused, not the number', async () => {
    const outcome = await lineTo(gateway.url, 'another-secret-entirely').send(message(), soon());
    expect(outcome).toEqual({ outcome: 'refused', code: 'unauthorized' });
    expect(GATEWAY_FACTS.codes.unauthorized!.means).toBe('account');
  });

  test('nobody there, no answer in time, or something that is no gateway: the call throws', async () => {
    await gateway.feels({ silent: 'taken' });
    const one = message();
    await expect(lineTo(gateway.url).send(one, AbortSignal.timeout(200))).rejects.toThrow();
    expect(gateway.texts.has(one.attemptId)).toBe(true);
    await gateway.feels({ down: true });
    const broken = await lineTo(gateway.url)
      .send(message(), soon())
      .catch((error: Error) => (error.cause as { code: string }).code);
    expect(broken).toBe('ECONNREFUSED');
  });

  test('every code it may give has a meaning', () => {
    for (const { means } of Object.values(GATEWAY_FACTS.codes)) expect(MEANING[means]).toBeDefined();
    for (const code of Object.values(CODE_OF_STATUS)) expect(GATEWAY_FACTS.codes[code]).toBeDefined();
  });
});

describe('asking the gateway', () => {
  test('whether it answers: not while no modem does', async () => {
    await lineTo(gateway.url).ping(soon());
    gateway.modems = 0;
    await expect(lineTo(gateway.url).ping(soon())).rejects.toThrow('503');
    gateway.modems = 1;
  });

  test('what became of an attempt that got no answer, by our own id', async () => {
    const line = lineTo(gateway.url);
    const one = message();
    await line.send(one, soon());
    Object.assign(gateway.texts.get(one.attemptId)!, { state: 'undelivered', code: 'unreachable' });
    const asked = { id: one.attemptId, providerId: null, phone: one.phone, at: new Date(), text: one.text };
    expect(await line.ask!(asked, soon())).toMatchObject({ state: 'undelivered', code: 'unreachable' });
    const unknown = { ...asked, id: message().attemptId };
    expect(await line.ask!(unknown, soon())).toBeNull();
  });

  test('which texts came in', async () => {
    gateway.inbox.push({ from: '+8610000000102', text: '3 37', receivedAt: '2026-07-14T06:00:00Z', key: 'm1-7' });
    expect(await lineTo(gateway.url).inbox!(new Date(0), soon())).toEqual([
      { phone: '10000000102', text: '3 37', channel: 'sms', key: 'gateway-m1-7' },
    ]);
  });
});
