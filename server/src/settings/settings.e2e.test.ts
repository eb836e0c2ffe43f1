import { describe, expect, test } from '@jest/globals';
import { useApp } from '../../test/app.js';
import { order, takeCall } from '../../test/factories.js';

describe('the county’s numbers', () => {
  const app = useApp();
  const edit = async (key: string, value: number, more: { reason?: string; basis?: string } = {}, as = 'admin') =>
    (await app.as(as))('editSetting', { params: { key }, body: { value, reason: '试行一个月', ...more } });
  const read = async (key: string) => {
    const { body } = await (await app.as('auditor'))('listSettings');
    return body.items.find((setting) => setting.key === key);
  };

  test('are shown with title, unit, basis and bounds', async () => {
    expect(await read('acknowledgeSeconds')).toEqual({
      key: 'acknowledgeSeconds',
      title: '签收时限',
      value: 180,
      unit: '秒',
      basis: '本县约定',
      min: 30,
      max: 3600,
    });
    expect(await read('demo')).toBeUndefined();
  });

  test('changed ones count for the next order; the orders before keep what they owe', async () => {
    const desk = await app.as('dispatcher');
    const incident = await takeCall(desk);
    const acknowledgeDue = async (team: string) => {
      const [issued] = await order(desk, incident.id, team);
      const { body } = await desk('getOrder', { params: { id: issued!.id } });
      const due = () => body.obligations.find((owed) => owed.kind === 'acknowledge')?.dueAt;
      return (Date.parse(due()!) - Date.parse(issued!.issuedAt)) / 1000;
    };
    expect(await acknowledgeDue('S05')).toBe(180);
    expect((await edit('acknowledgeSeconds', 120)).body).toMatchObject({ value: 120, basis: '本县约定' });
    expect(await acknowledgeDue('S01')).toBe(120);
    const { body } = await desk('getIncident', { params: { id: incident.id } });
    const dues = body.orders.flatMap((one) => one.obligations.filter((owed) => owed.kind === 'acknowledge'));
    expect(dues.map((owed) => (Date.parse(owed.dueAt!) - Date.parse(owed.startedAt)) / 1000).toSorted()).toEqual([
      120, 180,
    ]);
  });

  test('keep their basis unless a new one is given', async () => {
    await edit('overdueChaseSeconds', 240);
    expect(await read('overdueChaseSeconds')).toMatchObject({ value: 240, basis: '本县约定' });
    await edit('overdueChaseSeconds', 240, { basis: '县应急办〔2026〕3号' });
    expect(await read('overdueChaseSeconds')).toMatchObject({ value: 240, basis: '县应急办〔2026〕3号' });
  });

  test('one that has no row of its own yet is as the county began with it, and can be changed', async () => {
    await app.source.query(`DELETE FROM settings WHERE key = 'clearReminderSeconds'`);
    expect(await read('clearReminderSeconds')).toMatchObject({ value: 7200 });
    expect((await edit('clearReminderSeconds', 3600)).status).toBe(200);
    expect(await read('clearReminderSeconds')).toMatchObject({ value: 3600, unit: '秒' });
  });

  test.each([
    ['below its bounds', 29],
    ['above its bounds', 3601],
    ['half a second', 120.5],
    ['as late as the alarm that nobody answered', 240],
  ])('%s is refused', async (_words, value) => {
    const { status, problem } = await edit('acknowledgeSeconds', value);
    expect([status, problem.fields?.[0]?.path]).toEqual([400, 'value']);
    expect(await read('acknowledgeSeconds')).toMatchObject({ value: 120 });
  });

  test('an unknown one is not found, a change without a reason refused, and only the administrator makes one', async () => {
    for (const unknown of ['demo', 'dayStartHour', 'constructor']) expect((await edit(unknown, 60)).status).toBe(404);
    expect((await edit('acknowledgeSeconds', 100, { reason: '' })).status).toBe(400);
    expect((await edit('acknowledgeSeconds', 100, {}, 'supervisor')).status).toBe(403);
  });

  test('each change is on the record with before, after and why', async () => {
    const [event] = await app.source.query(
      `SELECT payload FROM event_log WHERE type = 'setting.edited' ORDER BY id LIMIT 1`,
    );
    expect(event.payload).toEqual({
      key: 'acknowledgeSeconds',
      title: '签收时限',
      unit: '秒',
      reason: '试行一个月',
      before: { value: 180, basis: '本县约定' },
      after: { value: 120, basis: '本县约定' },
    });
  });
});
