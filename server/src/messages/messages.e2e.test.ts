import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../../test/app.js';
import { order, takeCall } from '../../test/factories.js';

describe('what was sent', () => {
  const app = useApp();
  let dispatcher: Call;
  let admin: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    admin = await app.as('admin');
  });
  const list = async (query: object) => (await dispatcher('listMessages', { query })).body.items;

  test('can be found by number, name and text, and by state, purpose, channel, team', async () => {
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'S05', 'P01');
    await app.until(async () => (await list({ teamCode: 'S05', state: 'delivered' })).length >= 3);
    const [text] = await list({ teamCode: 'S05', channel: 'sms', state: 'delivered' });
    expect(text).toMatchObject({
      orderId: one!.id,
      orderCode: one!.code,
      incidentId: id,
      line: 'practice-sms',
      attempts: 1,
    });
    expect(text!.incidentNumber).toMatch(/^\d{8}-\d+$/);
    for (const q of [text!.phone, text!.recipientName, `${one!.code}号令：横溪镇`])
      expect((await list({ q })).map((row) => row.id)).toContain(text!.id);
    expect(await list({ q: '没有这样的话' })).toEqual([]);
    expect(await list({ q: '%' })).toEqual([]);
    expect((await list({ teamCode: 'P01' })).every((row) => row.teamCode === 'P01')).toBe(true);
    expect(await list({ purpose: 'recall' })).toEqual([]);
  });

  test('pages without a gap, newest first', async () => {
    const whole = await list({ limit: 500 });
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = cursor ? { limit: 3, cursor } : { limit: 3 };
      const page: { items: { id: string }[]; nextCursor: string | null } = (await dispatcher('listMessages', { query }))
        .body;
      pages.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(pages).toEqual(whole.map((row) => row.id));
    expect(pages).toEqual(pages.toSorted().toReversed());
  });

  test('shows each hand-over; an unknown message is not found', async () => {
    const [text] = await list({ channel: 'voice', state: 'delivered' });
    const { body } = await dispatcher('getMessage', { params: { id: text!.id } });
    expect(body.history).toMatchObject([{ line: 'practice-voice', state: 'delivered', code: null, explanation: null }]);
    expect((await dispatcher('getMessage', { params: { id: randomUUID() } })).status).toBe(404);
  });

  test('is counted by line; practice phones cost nothing', async () => {
    const { body } = await dispatcher('messageCounts', {
      query: { from: '2026-07-14T00:00:00Z', to: '2026-07-15T00:00:00Z' },
    });
    const sms = body.lines.find(({ line }) => line === 'practice-sms')!;
    expect(sms.delivered).toBe((await list({ line: 'practice-sms', state: 'delivered', limit: 500 })).length);
    expect(sms).toMatchObject({ refused: 0, unsure: 0, costFen: 0 });
    expect(sms.parts).toBeGreaterThanOrEqual(sms.delivered);
  });

  test('a line switched off takes nothing: what waits is shown, and goes when it is on again', async () => {
    const use = (use: boolean) => admin('useLine', { params: { line: 'practice-sms' }, body: { use, reason: '检修' } });
    expect((await use(false)).body).toMatchObject({ state: 'off' });
    expect((await dispatcher('messageHealth')).body.alarms).toEqual([
      { level: 'danger', text: '短信全部线路不通，请改用其他方式通知队伍' },
    ]);
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S06');
    const texts = async () =>
      (await dispatcher('getOrder', { params: { id: one!.id } })).body.messages.filter(
        (message) => message.channel === 'sms' && message.step === 0,
      );
    await app.until(async () => (await texts()).every((message) => message.providerCode === 'no_line'));
    expect(await texts()).toMatchObject(
      Array(2).fill({ state: 'queued', explanation: '各线路都不通，恢复后立即发出' }),
    );
    expect((await use(true)).body).toMatchObject({ state: 'well' });
    await app.until(async () => (await texts()).every((message) => message.state === 'delivered'));
    expect((await dispatcher('messageHealth')).body.alarms).toEqual([]);
    expect(
      (
        await (
          await app.as('dispatcher')
        )('useLine', { params: { line: 'practice-sms' }, body: { use: false, reason: '误按' } })
      ).status,
    ).toBe(403);
    expect(
      (await admin('useLine', { params: { line: 'twilio-sms' }, body: { use: false, reason: '没有' } })).status,
    ).toBe(404);
  });

  test('a line is tried by hand: once, however often the button is pressed', async () => {
    const clientId = randomUUID();
    const press = () =>
      admin('testLine', { params: { line: 'practice-sms' }, body: { phone: '138 0000-0000', clientId } });
    const [first, second] = [await press(), await press()];
    expect([first.status, second.body.id]).toEqual([201, first.body.id]);
    expect(first.body).toMatchObject({ state: 'delivered', line: 'practice-sms', phone: '13800000000' });
    expect(await list({ q: '13800000000' })).toHaveLength(1);
  });
});
