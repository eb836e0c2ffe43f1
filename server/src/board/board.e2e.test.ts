import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../../test/app.js';
import { order, takeCall } from '../../test/factories.js';

describe('what the desk reads', () => {
  const app = useApp();
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });

  test('forty teams, each with somebody on duty, three of them below strength', async () => {
    const { body } = await dispatcher('listTeams');
    expect(body.items).toHaveLength(40);
    expect(body.items.filter((team) => team.onDuty === null)).toEqual([]);
    expect(body.items.filter((team) => team.strength < team.minimumStrength)).toHaveLength(3);
  });

  test('who is on duty changes at eight in the morning, and nobody is there when the roster ends', async () => {
    const at = async (instant: string) => {
      const { body } = await dispatcher('listDuty', { query: { at: instant } });
      return body.items.find((row) => row.teamCode === 'S05')!.onDuty;
    };
    const night = await at('2026-07-14T23:59:59.999Z');
    const day = await at('2026-07-15T00:00:00.000Z');
    expect(Date.parse(night!.until)).toBe(Date.parse('2026-07-15T00:00:00Z'));
    expect(Date.parse(day!.until)).toBe(Date.parse('2026-07-15T12:00:00Z'));
    expect(day!.name).not.toBe(night!.name);
    expect(await at('2026-12-24T00:00:00Z')).toBeNull();
  });

  test('33 experts in five categories, five rules, plans for at least twelve types', async () => {
    const { body: experts } = await dispatcher('listExperts');
    expect(experts.items).toHaveLength(33);
    expect(new Set(experts.items.map((expert) => expert.category)).size).toBe(5);
    const { body: rules } = await dispatcher('listResponseRules');
    expect(rules.items.map((rule) => [rule.ruleNo, rule.daySeconds / 60, rule.nightSeconds / 60])).toEqual([
      [1, 20, 30],
      [2, 20, 30],
      [3, 15, 25],
      [4, 15, 25],
      [5, 15, 25],
    ]);
    const { body: plans } = await dispatcher('listResponsePlans');
    expect(plans.items.length).toBeGreaterThanOrEqual(12);
    expect(plans.items.find((plan) => plan.typeCode === 'landslide')!.steps).toEqual([
      { team: 'S05' },
      { local: 'township' },
      { team: 'P01' },
      { team: 'P02' },
    ]);
  });

  test.each(['下陈', 'xiachen', 'xcc', '横溪下陈', 'hxxc'])('the gazetteer finds 下陈村 by %s', async (q) => {
    const { body } = await dispatcher('searchPlaces', { query: { q } });
    expect(body.items.slice(0, 3).map((place) => place.name)).toContain('下陈村');
  });

  test('the list pages without losing or repeating a row, and is searched by words', async () => {
    for (let index = 0; index < 7; index += 1)
      await takeCall(dispatcher, { narrative: `南峰街道电梯困人第${index}起` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await dispatcher('listIncidents', {
        query: { q: '电梯困人', limit: '3', ...(cursor ? { cursor } : {}) } as never,
      });
      seen.push(...body.items.map((item) => item.narrative));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `南峰街道电梯困人第${index}起`));
    expect((await dispatcher('listIncidents', { query: { q: '%' } })).body.items).toEqual([]);
  });

  test('one incident with calls, orders, obligations and timeline', async () => {
    const { id, number } = await takeCall(dispatcher);
    await order(dispatcher, id, 'S05', 'P07');
    const { body } = await app.until(async () => {
      const answer = await dispatcher('getIncident', { params: { id } });
      return answer.body.timeline.some((event) => event.type === 'order.issued') && answer;
    });
    expect(body.calls).toMatchObject([{ number: `${number}/1`, takenBy: '演示-调度员' }]);
    expect(body.obligations.map((owed) => [owed.owedBy, owed.kind])).toEqual([
      ['地质灾害队', 'acknowledge'],
      ['横溪分队', 'acknowledge'],
      ['值班长', 'upward_report'],
      ['地质灾害队', 'muster'],
      ['横溪分队', 'on_scene'],
      ['值班长', 'upward_report'],
      ['地质灾害队', 'situation_report'],
      ['地质灾害队', 'on_scene'],
      ['地质灾害队', 'clear'],
      ['横溪分队', 'clear'],
    ]);
  });

  test('the API describes itself: every endpoint in one OpenAPI 3.1 document, and a page to read', async () => {
    const document = (await (await app.raw('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, object>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/incidents/{id}/orders']).toMatchObject({ post: { operationId: 'issueOrders' } });
    const page = await app.raw('/api/docs');
    expect(await page.text()).toContain('/api/incidents/{id}/orders');
  });

  test('health, readiness and metrics say what they should', async () => {
    expect(await (await app.raw('/healthz')).json()).toEqual({ alive: true });
    expect(await (await app.raw('/readyz')).json()).toEqual({ ready: true });
    expect(await (await app.raw('/metrics')).text()).toMatch(/^liandong_orders_open \d+$/m);
  });
});
