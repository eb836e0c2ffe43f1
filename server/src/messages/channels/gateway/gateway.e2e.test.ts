import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../../../../test/app.js';
import { order, takeCall } from '../../../../test/factories.js';
import { FakeGateway } from '../../../../test/fakes/gateway.js';

const SECRET = 'a-secret-of-the-county';
const PHONE = '10009990001';

describe('a gateway of GSM modems', () => {
  const gateway = new FakeGateway(SECRET, { url: () => app.url, now: () => app.now });
  beforeAll(() => gateway.start());
  afterAll(() => gateway.stop());
  const app = useApp(() => ({ SMS_PROVIDER: 'gateway', GATEWAY_URL: gateway.url, GATEWAY_SECRET: SECRET }));
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });

  const commanderOf = async (teamCode: string): Promise<string> =>
    (
      await app.source.query(`SELECT phone FROM team_members WHERE team_code = $1 AND post = 'commander'`, [teamCode])
    )[0].phone;
  const refused = () => app.source.query('SELECT why FROM refused_hooks ORDER BY id').then((rows) => rows.map(whyOf));
  const whyOf = ({ why }: { why: string }) => why;
  const repliesFrom = async (phone: string) =>
    (await dispatcher('listReplies', { query: { state: 'all' } })).body.items.filter((one) => one.phone === phone);
  const hook = (path: 'reply' | 'report', body: string | Buffer, headers: Record<string, string> = {}) =>
    app.raw(`/hooks/gateway/${path}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers: { 'content-type': 'application/json', 'x-signature': gateway.signs(body), ...headers },
    });

  test('an order goes out as texts, and a report of each makes it delivered', async () => {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S05');
    const phone = await commanderOf('S05');
    const message = await app.until(async () => {
      const { messages } = (await dispatcher('getOrder', { params: { id: one!.id } })).body;
      return messages.find((m) => m.channel === 'sms' && m.phone === phone && m.state === 'delivered');
    });
    expect(message).toMatchObject({ line: 'gateway-sms', attempts: 1 });
    const texts = [...gateway.texts.values()].filter(({ to }) => to === phone);
    expect(texts.map(({ text }) => text)).toEqual([message.text]);
  });

  test('a text that came in answers the order, in GBK as in UTF-8', async () => {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S06');
    const phone = await commanderOf('S06');
    expect(await gateway.comes(phone, `收到 ${one!.code}`, { gbk: 'unsaid' })).toBe(200);
    expect(await gateway.comes(`+86${phone}`, `到达 ${one!.code}`, { gbk: 'said' })).toBe(200);
    const { stamps } = await app.until(async () => {
      const { body } = await dispatcher('getOrder', { params: { id: one!.id } });
      return body.stamps.on_scene && body;
    });
    expect(stamps.acknowledged).toMatchObject({ evidence: 'sms' });
  });

  test('told again it is one text: the gateway lost our answer and signs it anew', async () => {
    await gateway.comes(PHONE, '谁的手机？', { key: 'm1-77' });
    app.pass({ seconds: 20 });
    expect(await gateway.comes(PHONE, '谁的手机？', { key: 'm1-77' })).toBe(200);
    expect(await repliesFrom(PHONE)).toHaveLength(1);
  });

  test('the very same webhook again, by whoever overheard it, is refused', async () => {
    const before = (await refused()).length;
    const body = JSON.stringify({ from: PHONE, text: '1', receivedAt: app.now.toISOString(), key: 'm1-78' });
    expect((await hook('reply', body)).status).toBe(200);
    expect((await hook('reply', body)).status).toBe(403);
    expect((await refused()).slice(before)).toEqual(['repeated']);
  });

  test('unsigned, forged, old or cut short: refused, on record, and nobody’s word', async () => {
    const known = (await repliesFrom(PHONE)).length;
    const before = (await refused()).length;
    const body = JSON.stringify({ from: PHONE, text: '4', receivedAt: app.now.toISOString(), key: 'm1-79' });
    const old = gateway.signs(body, new Date(app.now.getTime() - 301_000));
    expect((await hook('reply', body, { 'x-signature': '' })).status).toBe(403);
    expect((await hook('reply', body, { 'x-signature': gateway.signs(`${body} `) })).status).toBe(403);
    expect((await hook('reply', body, { 'x-signature': old })).status).toBe(403);
    expect((await hook('reply', body.slice(0, -9))).status).toBe(400);
    expect((await hook('report', JSON.stringify({ state: 'delivered' }))).status).toBe(400);
    expect((await hook('report', '')).status).toBe(400);
    expect((await refused()).slice(before)).toEqual([
      'unsigned',
      'forged',
      'too_late',
      'malformed',
      'malformed',
      'malformed',
    ]);
    expect(await repliesFrom(PHONE)).toHaveLength(known);
  });

  test('a report of a text nobody sent does no harm', async () => {
    const report = { id: '00000000-0000-7000-8000-000000000000', providerId: 'modem-x', state: 'delivered' };
    expect((await hook('report', JSON.stringify(report))).status).toBe(200);
  });
});

describe('without a gateway', () => {
  const app = useApp();
  test('nobody listens to one', async () => {
    const stranger = new FakeGateway(SECRET, { url: () => app.url, now: () => app.now });
    expect(await stranger.comes(PHONE, '1')).toBe(404);
  });
});
