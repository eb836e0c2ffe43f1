import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../app.js';
import { order, takeCall } from '../factories.js';
import { FakeGateway } from '../fakes/gateway.js';

const SECRET = 'a-secret-of-the-county';

/** What strangers, readers and odd phones may try; the county's lines stay as they are. */
describe('doors from outside', () => {
  const gateway = new FakeGateway(SECRET);
  beforeAll(() => gateway.start());
  const app = useApp(() => ({
    SMS_PROVIDER: 'gateway',
    GATEWAY_URL: gateway.url,
    GATEWAY_SECRET: SECRET,
    PUBLIC_URL: 'https://dispatch.example.org',
    SIGNED_LINKS: '1',
  }));
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });
  afterAll(() => gateway.stop());

  const hook = (path: string, body: string, headers: Record<string, string> = {}) =>
    app.raw(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const signed = (body: string) => {
    const seconds = Math.floor(app.now.getTime() / 1000);
    const mac = createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex');
    return { 'x-signature': `t=${seconds},v1=${mac}` };
  };

  test('whoever reads the messages sees that a text has a link, not the link', async () => {
    const { id } = await takeCall(dispatcher, { narrative: '楼道冒烟', placeText: undefined, location: undefined });
    const [one] = await order(dispatcher, id, 'P01');
    const auditor = await app.as('auditor');
    const { body } = await auditor('listMessages', { query: { teamCode: 'P01', channel: 'sms' } });
    expect(body.items[0]!.text).toContain('/l/…');
    const [{ text }] = await app.source.query(
      `SELECT text FROM outgoing_messages WHERE order_id = $1 AND channel = 'sms' LIMIT 1`,
      [one!.id],
    );
    const token = /\/l\/(\S{32})/.exec(text)![1]!;
    for (const q of [token, token.slice(0, 6), `/l/${token}`])
      expect((await auditor('listMessages', { query: { q } })).body.items).toEqual([]);
    const detail = await auditor('getOrder', { params: { id: one!.id } });
    expect(JSON.stringify(detail.body)).not.toContain(token);
  });

  test('a webhook is one however its address is written: refused and on record, never a fault of ours', async () => {
    for (const path of ['/hooks/gateway/reply', '/%68ooks/gateway/reply', '/hooks/gateway/report'])
      expect((await hook(path, '{"from":"13800000000","text":"1"}')).status).toBe(403);
    const refused = await app.source.query('SELECT source, why, excerpt FROM refused_hooks');
    expect(refused).toHaveLength(3);
    expect(refused.every(({ excerpt }: { excerpt: string }) => !excerpt.includes('13800000000'))).toBe(true);
  });

  test('characters no database holds are left out of a reply, and it is kept', async () => {
    const reply = {
      from: '13800\u00000000',
      text: '什么\u0000情况\ud800',
      receivedAt: app.now.toISOString(),
      key: `k\u0000${randomUUID()}`,
    };
    const body = JSON.stringify(reply);
    const { status } = await hook('/hooks/gateway/reply', body, signed(body));
    expect([200, 400]).toContain(status);
    expect(status).not.toBe(500);
  });

  test('control characters in a call’s words reach no phone', async () => {
    const { id } = await takeCall(dispatcher, { narrative: '厂房\u0001起火\u001b，2人被困', placeText: '下各镇' });
    const [one] = await order(dispatcher, id, 'P09');
    const { body } = await dispatcher('getOrder', { params: { id: one!.id } });
    expect(body.messages[0]!.text).toContain('厂房起火，2人被困');
  });

  test('a broadcast goes once to a number, however often and in whatever form it is typed', async () => {
    const phones = ['13800138123', '+8613800138123', '8613800138123'];
    const groups = [{ kind: 'phones' as const, phones }];
    const preview = await dispatcher('previewBroadcast', { body: { groups, text: '今晚有雨' } });
    expect(preview.body.numbers).toBe(1);
    const hidden = { groups, text: 'a\u202eb', clientId: randomUUID() };
    expect((await dispatcher('sendBroadcast', { body: hidden })).problem.fields?.[0]?.path).toBe('text');
  });

  test('an app that was never pushed to cannot say that it was', async () => {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S05');
    const team = await app.as('s05');
    const push = async () =>
      (await dispatcher('getOrder', { params: { id: one!.id } })).body.messages.find(
        ({ channel }) => channel === 'app',
      )!;
    await app.until(async () => (await push()).state === 'failed');
    const { status } = await team('pushReceived', { body: { messageId: (await push()).id } });
    expect(status).toBe(404);
    expect((await push()).state).toBe('failed');
  });

  test('a test of a line says who made it, and takes a number for a number', async () => {
    const admin = await app.as('admin');
    const press = (phone: string) =>
      admin('testLine', { params: { line: 'gateway-sms' }, body: { phone, clientId: randomUUID() } });
    expect((await press('---')).status).toBe(400);
    const { body } = await press('138 0000 0000');
    const [event] = await app.source.query(`SELECT actor_name, payload FROM event_log WHERE type = 'line.tested'`);
    expect(event).toMatchObject({ payload: { line: 'gateway-sms', phone: '13800000000' } });
    expect(body.phone).toBe('13800000000');
  });
});
