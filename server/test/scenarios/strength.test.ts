import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../app.js';
import { order, report, takeCall } from '../factories.js';
import { FakePhone } from '../fake-phone.js';

/** A landslide asks for thirty people by the county's plan, to be counted three minutes after the first order. */
describe('strength promised against strength asked for', () => {
  const app = useApp();
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });
  const strength = async (id: string) =>
    (await dispatcher('listIncidents')).body.items.find((row) => row.id === id)!.strength;

  test('counts what teams that come have promised, and who is silent; null while nobody is ordered', async () => {
    const { id } = await takeCall(dispatcher, { typeCode: 'landslide' });
    expect(await strength(id)).toBeNull();
    const [first, second, third] = await order(dispatcher, id, 'S05', 'P01', 'P07');
    const checkAt = new Date(app.now.getTime() + 180_000).toISOString();
    const seen = async () => {
      const { checkAt: at, ...counts } = (await strength(id))!;
      expect(new Date(at).toISOString()).toBe(checkAt);
      return counts;
    };
    expect(await seen()).toEqual({ required: 30, promised: 0, silent: 3 });

    await (await FakePhone.of(app, 'S05')).replies(`1 ${first!.code} 12人 8分`);
    await app.until(async () => (await seen()).promised === 12);
    expect(await seen()).toEqual({ required: 30, promised: 12, silent: 2 });

    // Acknowledged without a number: still silent. The number may follow alone.
    await report(dispatcher, second!.id, 'acknowledged');
    expect(await seen()).toEqual({ required: 30, promised: 12, silent: 2 });
    await (await FakePhone.of(app, 'P01')).replies(`10人 ${second!.code}`);
    await app.until(async () => (await seen()).promised === 22);

    await report(dispatcher, third!.id, 'declined', { note: '车辆故障', headcount: 8 });
    expect(await seen()).toEqual({ required: 30, promised: 22, silent: 0 });
    await report(dispatcher, first!.id, 'on_scene', { headcount: 9 });
    expect(await seen()).toEqual({ required: 30, promised: 19, silent: 0 });
    await report(dispatcher, second!.id, 'cleared', { note: '途中折返' });
    expect(await seen()).toEqual({ required: 30, promised: 9, silent: 0 });
    await report(dispatcher, first!.id, 'cleared');
    expect(await strength(id)).toBeNull();
  });

  test('a plan without a number asks for none', async () => {
    const { id } = await takeCall(dispatcher, { typeCode: 'traffic_accident_minor' });
    await order(dispatcher, id, 'S05');
    expect(await strength(id)).toBeNull();
  });
});
