import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrderView } from '@liandong/shared/order';
import { type Call, useApp } from '../../../../test/app.js';
import { order, takeCall } from '../../../../test/factories.js';
import { FakeAliyun } from '../../../../test/fakes/aliyun.js';
import { hookKey } from './aliyun.hook.rules.js';

const SECRET = 'registered-behind-addresses';
const STRANGER = '10009990001';
const VARIABLES = ['code', 'what', 'what2', 'what3', 'what4', 'team', 'asked'];
const BODY = '{code}号令：{what}，{what2}，{what3}，{what4}，请{team}：{asked}。回1收到 2出动 3到达 4完毕 0不能 加编号';
const TEMPLATES = [
  { code: 'SMS_101', content: BODY, variables: VARIABLES },
  { code: 'TTS_101', content: BODY, variables: VARIABLES },
];

describe('a county that texts and calls by Aliyun', () => {
  const fake: FakeAliyun = new FakeAliyun(TEMPLATES, { url: () => app.url, secret: SECRET, now: () => app.now });
  beforeAll(() => fake.start());
  const app = useApp(() => ({ ...fake.environment, SMS_PROVIDER: 'aliyun' }));
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    const admin = await app.as('admin');
    const known = (await admin('listTemplates')).body.items.find(({ key }) => key === 'order')!;
    const approvals = { aliyun: { sms: 'SMS_101', voice: 'TTS_101', variables: VARIABLES } };
    const body = { body: known.body, approvals, reason: '模板已报备' };
    const { status } = await admin('editTemplate', { params: { key: 'order' }, body });
    expect(status).toBe(200);
  });
  beforeEach(() => fake.feels());
  afterAll(async () => {
    await fake.settled();
    await fake.stop();
  });

  const see = async ({ id }: OrderView) => (await dispatcher('getOrder', { params: { id } })).body;
  const issue = async (team: string) => (await order(dispatcher, (await takeCall(dispatcher)).id, team))[0]!;
  const replies = async (phone: string) =>
    (await dispatcher('listReplies', { query: { state: 'all' } })).body.items.filter((one) => one.phone === phone);
  const refused = async (): Promise<string[]> =>
    (await app.source.query('SELECT why FROM refused_hooks ORDER BY id')).map(({ why }: { why: string }) => why);
  const messageTo = (phone: string, one: OrderView, line: string, state: string) =>
    app.until(async () =>
      (await see(one)).messages.find((each) => each.phone === phone && each.line === line && each.state === state),
    );
  /** Somebody this order has reached by a channel. */
  const reached = (one: OrderView, all: 'messages' | 'calls'): Promise<string> =>
    app.until(async () => fake[all].findLast(({ content }) => content.includes(`${one.code}号令`))?.phone);

  const minutesAgo = (minutes: number) => fake.pushes.time(new Date(app.now.getTime() - minutes * 60_000));
  const up = (sequence: string | number, content: unknown, more: object = {}) => ({
    phone_number: STRANGER,
    content,
    send_time: minutesAgo(0),
    dest_code: '1069',
    sequence_id: sequence,
    ...more,
  });
  const push = (path: string, items: unknown) => fake.pushes.push(`/hooks/aliyun/${path}`, items);
  const raw = (path: string, query: string, body: string | Uint8Array) =>
    fake.pushes.raw(path, `${app.url}/hooks/aliyun/${path}${query}`, Buffer.from(body));

  test('an order’s text goes out by its registered template, and its report makes it delivered', async () => {
    const one = await issue('S05');
    const phone = await reached(one, 'messages');
    const message = await messageTo(phone, one, 'aliyun-sms', 'delivered');
    expect(message).toMatchObject({ attempts: 1, providerCode: null });
    expect(fake.messages.find((text) => text.phone === phone)!.content).toContain('横溪镇下陈村山体滑坡');
    await fake.settled();
    expect(fake.pushes.pushed.every(({ status, answer }) => status === 200 && JSON.parse(answer).code === 0)).toBe(
      true,
    );
  });

  test('“1 37 12人 8分” acknowledges order 37, with how many come and when', async () => {
    const one = await issue('S06');
    const phone = await reached(one, 'messages');
    expect(await fake.texts(phone, `1 ${one.code} 12人 8分`)).toMatchObject({ status: 200 });
    const { stamps, reports } = await app.until(async () => {
      const seen = await see(one);
      return seen.stamps.acknowledged && seen;
    });
    expect(stamps.acknowledged).toMatchObject({ evidence: 'sms' });
    expect(reports).toContainEqual(expect.objectContaining({ kind: 'acknowledged', headcount: 12, etaMinutes: 8 }));
  });

  test('a key pressed in the call acknowledges, told of twice it is one reply', async () => {
    await fake.feels({ receipts: 'reversed' });
    const one = await issue('S07');
    const phone = await reached(one, 'calls');
    await fake.settled();
    await fake.presses(phone, '12');
    expect(await app.until(async () => (await see(one)).stamps.en_route)).toMatchObject({ evidence: 'voice' });
    const pressed = (await replies(phone)).filter(({ channel }) => channel === 'voice').map(({ text }) => text);
    expect(pressed.toSorted()).toEqual([`1 ${one.code}`, `2 ${one.code}`]);
    await messageTo(phone, one, 'aliyun-voice', 'delivered');
  });

  test('keys are known by our reference too, before their id of the call is; by the number called when by neither', async () => {
    const one = await issue('S08');
    const phone = await reached(one, 'calls');
    const { outId } = fake.calls.findLast((call) => call.phone === phone)!;
    const digits = { call_id: '9^9_12345', out_id: outId, digits: '0', call_time: minutesAgo(0) };
    expect(await push('call', digits)).toMatchObject({ status: 200 });
    expect(await push('call', [{ ...digits, call_id: '8^8', out_id: '', called_num: STRANGER }])).toMatchObject({
      status: 200,
    });
    expect((await replies(phone)).map(({ text }) => text)).toContain(`0 ${one.code}`);
    expect((await replies(STRANGER)).map(({ text }) => text)).toEqual(['0']);
    const before = (await refused()).length;
    expect(await push('call', [{ ...digits, call_id: '7^7', out_id: '' }])).toMatchObject({ status: 200 });
    expect((await refused()).slice(before)).toEqual(['malformed']);
  });

  test('reports twice, of what went wrong and of nobody’s text do no harm', async () => {
    await fake.feels({ undelivered: 'MOBILE_NOT_ON_SERVICE', receipts: 'twice' });
    const one = await issue('S09');
    const failed = await messageTo(await reached(one, 'messages'), one, 'aliyun-sms', 'undelivered');
    expect(failed.explanation).toBe('停机、空号、关机或不在服务区');
    const report = { phone_number: STRANGER, send_time: minutesAgo(1), report_time: minutesAgo(0), success: true };
    expect(await push('report', [{ ...report, biz_id: '1^0', out_id: 'of another' }])).toMatchObject({ status: 200 });
    expect(await push('report', [])).toMatchObject({ status: 200 });
  });

  test('the same text pushed again, in another batch and as a number, is one reply', async () => {
    await push('up', [up('5001', '谁的手机？')]);
    await push('up', [up(5001, '谁的手机？'), up('5002', '还在吗')]);
    const texts = (await replies(STRANGER)).map(({ text }) => text).filter((text) => text !== '0');
    expect(texts.toSorted()).toEqual(['谁的手机？', '还在吗'].toSorted());
  });

  test('GBK, ten thousand characters, control characters and half a character are read as far as they can be', async () => {
    const phone = '10009990002';
    const from = (sequence: string, content: string) => up(sequence, content, { phone_number: `+86${phone}` });
    const path = '/hooks/aliyun/up';
    expect(await fake.pushes.push(path, [from('6001', '收到，马上出发')], 'gbk')).toMatchObject({ status: 200 });
    expect(await fake.pushes.push(path, [from('6002', '险'.repeat(10_000))])).toMatchObject({ status: 200 });
    expect(await fake.pushes.push(path, [from('6003', '\u0000\u0007<b>\ud83d\u202e')])).toMatchObject({ status: 200 });
    const texts = (await replies(phone)).map(({ text }) => text);
    expect(texts).toHaveLength(3);
    expect(texts).toEqual(expect.arrayContaining(['收到，马上出发', '险'.repeat(2000)]));
    expect(texts).toContainEqual(expect.stringMatching(/^<b>/));
    expect(texts.every((text) => text.isWellFormed())).toBe(true);
  });

  test('what is wrong in a batch goes on record, the rest is taken, and it is not pushed again', async () => {
    const before = (await refused()).length;
    const items = [
      up('7001', '好的'),
      up('7002', '太旧', { send_time: minutesAgo(72 * 60 + 1) }),
      up('7\u00003', '1'),
      up('7004', '1', { send_time: '2026-13-45 25:00:00' }),
      { content: '1' },
      null,
      37,
    ];
    expect(await push('up', items)).toMatchObject({
      status: 200,
      answer: JSON.stringify({ code: 0, msg: '接收成功' }),
    });
    expect((await refused()).slice(before).toSorted()).toEqual(['malformed', 'too_late']);
    const texts = (await replies(STRANGER)).map(({ text }) => text);
    expect(texts).toContain('好的');
    expect(texts).not.toContain('太旧');
  });

  test('unsigned, forged, for another address, cut short or too late: refused, on record, nobody’s word', async () => {
    const known = (await replies(STRANGER)).length;
    const before = (await refused()).length;
    const body = JSON.stringify([up('8001', '4')]);
    const key = (path: string, secret = SECRET) => `?key=${hookKey(`/hooks/aliyun/${path}`, secret)}`;
    expect((await raw('up', '', body)).status).toBe(403);
    expect((await raw('up', '?key=', body)).status).toBe(403);
    expect((await raw('up', key('up', 'some other secret'), body)).status).toBe(403);
    expect((await raw('up', key('report'), body)).status).toBe(403);
    expect((await raw('up', `${key('up')}&key=x`, body)).status).toBe(403);
    expect((await raw('up', key('up'), body.slice(0, -9))).status).toBe(400);
    expect((await raw('up', key('up'), '')).status).toBe(400);
    expect((await raw('report', key('report'), '[{"biz_id":"1^0"}]')).status).toBe(400);
    expect((await raw('call', key('call'), '"1"')).status).toBe(400);
    const old = JSON.stringify([up('8002', '4', { send_time: minutesAgo(72 * 60 + 1) })]);
    expect((await raw('up', key('up'), old)).status).toBe(403);
    expect((await refused()).slice(before)).toEqual([
      ...['unsigned', 'unsigned', 'forged', 'forged', 'unsigned'],
      ...['malformed', 'malformed', 'malformed', 'malformed', 'too_late'],
    ]);
    expect(await replies(STRANGER)).toHaveLength(known);
  });
});

describe('without Aliyun', () => {
  const app = useApp();
  test('nobody listens to it', async () => {
    const stranger = new FakeAliyun([], { url: () => app.url, secret: SECRET, now: () => app.now });
    for (const path of ['report', 'up', 'call'])
      expect((await stranger.pushes.push(`/hooks/aliyun/${path}`, [])).status).toBe(404);
  });
});
