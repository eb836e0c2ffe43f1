import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OrderView } from '@liandong/shared/order';
import { type Call, useApp } from '../../../test/app.js';
import { order, report, takeCall } from '../../../test/factories.js';
import { FakePhone } from '../../../test/fake-phone.js';
import { linkFor } from './link.rules.js';

const PUBLIC = 'https://ld.example.cn';

describe('a signed link: the order as a page, answered by buttons', () => {
  const app = useApp(() => ({ SIGNED_LINKS: '1', PUBLIC_URL: PUBLIC }));
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });

  /** An order with the link of the text to its commander. */
  async function linked(teamCode: string, more: object = {}): Promise<{ one: OrderView; path: string }> {
    const [one] = await order(dispatcher, (await takeCall(dispatcher, more)).id, teamCode);
    const phone = await FakePhone.of(app, teamCode);
    const [message] = await app.source.query(
      `SELECT id FROM outgoing_messages WHERE order_id = $1 AND phone = $2 AND channel = 'sms' ORDER BY due_at LIMIT 1`,
      [one!.id, phone.number],
    );
    const [{ value }] = await app.source.query(`SELECT value FROM message_keys WHERE name = 'links'`);
    return { one: one!, path: linkFor(PUBLIC, message.id, value.secret).slice(PUBLIC.length) };
  }

  const page = async (path: string) => {
    const response = await app.raw(path);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const press = (path: string, answer: string, headers: Record<string, string> = {}) =>
    app.raw(path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ answer }).toString(),
    });
  const replies = async (): Promise<number> =>
    Number((await app.source.query('SELECT count(*) AS n FROM incoming_replies'))[0].n);
  const stamped = (id: string, kind: 'acknowledged' | 'on_scene') =>
    app.until(async () => (await dispatcher('getOrder', { params: { id } })).body.stamps[kind]);

  test('shows what, where and by when without script, and is kept nowhere', async () => {
    const { one, path } = await linked('S05', { narrative: '滑坡<script>alert(1)</script>，2人被困' });
    const { status, headers, text } = await page(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('set-cookie')).toBeNull();
    for (const words of [
      `${one.code} 号令`,
      '横溪镇下陈村',
      '待签收',
      '收到',
      '出动',
      '到达',
      '完毕',
      '集结',
      '不能出动',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('<script');
  });

  test('looking changes nothing, however often', async () => {
    const { one, path } = await linked('S06');
    const before = [await replies(), (await dispatcher('getOrder', { params: { id: one.id } })).body.reports.length];
    for (let times = 0; times < 3; times += 1) expect((await page(path)).status).toBe(200);
    expect((await app.raw(path, { method: 'HEAD' })).status).toBe(200);
    expect((await page(`${path}?answer=1`)).status).toBe(200);
    expect([await replies(), (await dispatcher('getOrder', { params: { id: one.id } })).body.reports.length]).toEqual(
      before,
    );
  });

  test('a button is the same as the text with code and digit; twice is once', async () => {
    const { one, path } = await linked('S07');
    const before = await replies();
    const answer = await press(path, '1', { origin: 'null' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    expect(await stamped(one.id, 'acknowledged')).toMatchObject({ evidence: 'sms' });
    expect((await press(path, '1')).status).toBe(303);
    await press(path, '3');
    await stamped(one.id, 'on_scene');
    expect(await replies()).toBe(before + 2);
    const { text } = await page(path);
    expect(text).toContain('已到达现场');
    expect(text).toContain('已提交「收到」');
    expect(text).toContain('class="next" name="answer" value="4"');
  });

  test('of two open orders of a team each link answers its own', async () => {
    const first = await linked('S08');
    const second = await linked('S08');
    await press(second.path, '1');
    await stamped(second.one.id, 'acknowledged');
    expect((await dispatcher('getOrder', { params: { id: first.one.id } })).body.stamps.acknowledged).toBeUndefined();
  });

  test('what the order does not take waits for a person, and the page says so', async () => {
    const { path } = await linked('S09');
    await press(path, '4');
    const text = await app.until(async () => {
      const shown = (await page(path)).text;
      return shown.includes('等待接警员处理') && shown;
    });
    expect(text).toContain('已提交「完毕」');
  });

  test('an answer nobody offered changes nothing', async () => {
    const { path } = await linked('S10');
    const before = await replies();
    for (const wrong of ['7', '', '1 99', '<b>']) expect((await press(path, wrong)).status).toBe(400);
    expect((await app.raw(path, { method: 'POST' })).status).toBe(400);
    expect(await replies()).toBe(before);
  });

  test('forged, cut short or of another message: not found, and nothing told', async () => {
    const { path } = await linked('S11');
    const last = path.at(-1) === 'A' ? 'B' : 'A';
    for (const wrong of [path.slice(0, -1) + last, path.slice(0, -1), `/l/${'A'.repeat(32)}`, '/l/x']) {
      const { status, text } = await page(wrong);
      expect(status).toBe(404);
      expect(text).toContain('链接无效');
      expect((await press(wrong, '1')).status).toBe(404);
    }
  });

  test('when the order has ended, or after a day, it answers no more', async () => {
    const ended = await linked('S12');
    const open = await linked('S13');
    await report(dispatcher, ended.one.id, 'declined', { note: '车辆故障' });
    const before = await replies();
    expect(await page(ended.path)).toMatchObject({ status: 410, text: expect.stringContaining('已结束') });
    expect((await press(ended.path, '3')).status).toBe(410);
    app.pass({ minutes: 24 * 60 });
    expect((await page(open.path)).status).toBe(200);
    app.pass({ seconds: 1 });
    expect(await page(open.path)).toMatchObject({ status: 410, text: expect.stringContaining('已过期') });
    expect((await press(open.path, '1')).status).toBe(410);
    expect(await replies()).toBe(before);
  });

  test('a flood from one address is held off for the rest of the minute', async () => {
    app.pass({ minutes: 1 });
    const statuses: number[] = [];
    for (let times = 0; times < 125; times += 1) statuses.push((await app.raw('/l/x')).status);
    expect(statuses[0]).toBe(404);
    expect(statuses.at(-1)).toBe(429);
    app.pass({ minutes: 1 });
    expect((await app.raw('/l/x')).status).toBe(404);
  });
});

describe('without the option', () => {
  const app = useApp();
  test('there are no links', async () => {
    expect((await app.raw(`/l/${'A'.repeat(32)}`)).status).toBe(404);
  });
});
