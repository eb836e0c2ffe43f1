import { describe, expect, test } from '@jest/globals';
import type { ReadinessOrder } from '@liandong/shared/readiness';
import fc from 'fast-check';
import { type ReadinessFacts, readinessOf } from './readiness.rules.js';

const running = (since = '2026-07-14T06:10:00.000Z'): ReadinessOrder => ({
  orderId: '00000000-0000-4000-8000-000000000001',
  code: 7,
  incidentId: '00000000-0000-4000-8000-000000000002',
  incidentNumber: '20260714-0001',
  what: '山体滑坡 横溪镇下陈村',
  status: 'en_route',
  since,
});
const ON_DUTY = new Date('2026-07-14T00:00:00.000Z');
const team = (facts: Partial<ReadinessFacts> = {}) =>
  readinessOf({
    orders: [],
    onDutySince: ON_DUTY,
    strength: 20,
    minimumStrength: 20,
    shortSince: null,
    outage: null,
    ...facts,
  });
const OUT = { reason: '车辆检修', startsAt: '2026-07-14T05:00:00.000Z' };

describe('how ready a team is', () => {
  test.each<[string, Partial<ReadinessFacts>, ReturnType<typeof readinessOf>]>([
    ['full and on duty', {}, { state: 'available', words: ['待命'], since: ON_DUTY.toISOString() }],
    [
      'with an order, since it reached its step',
      { orders: [running()] },
      { state: 'committed', words: ['1 条指令在办'], since: running().since },
    ],
    [
      'with two, since the earlier',
      { orders: [running('2026-07-14T06:30:00.000Z'), running()] },
      { state: 'committed', words: ['2 条指令在办'], since: running().since },
    ],
    ['set aside', { outage: OUT }, { state: 'off', words: ['停勤：车辆检修'], since: OUT.startsAt }],
    ['nobody on duty', { onDutySince: null }, { state: 'off', words: ['当前无人值班'], since: null }],
    ['one too few', { strength: 19 }, { state: 'short', words: ['缺员：在册 19 人，应有 20 人'], since: null }],
    [
      'everything against it and an order: committed, and all of it is said',
      { orders: [running()], outage: OUT, onDutySince: null, strength: 1 },
      {
        state: 'committed',
        words: ['1 条指令在办', '停勤：车辆检修', '当前无人值班', '缺员：在册 1 人，应有 20 人'],
        since: running().since,
      },
    ],
  ])('%s', (_name, facts, expected) => {
    expect(team(facts)).toEqual(expected);
  });

  test('it cannot contradict the orders: with one never available, without one never committed', () => {
    const facts = fc.record({
      orders: fc.array(fc.constant(running()), { maxLength: 3 }),
      onDutySince: fc.option(fc.constant(ON_DUTY)),
      strength: fc.integer({ min: 0, max: 60 }),
      minimumStrength: fc.integer({ min: 0, max: 60 }),
      shortSince: fc.constant(null),
      outage: fc.option(fc.constant(OUT)),
    });
    fc.assert(
      fc.property(facts, (all) => {
        const { state, words } = readinessOf(all);
        expect(state === 'committed').toBe(all.orders.length > 0);
        if (state === 'available') expect([all.outage, all.onDutySince, words]).toEqual([null, ON_DUTY, ['待命']]);
        expect(words.length).toBeGreaterThan(0);
      }),
    );
  });
});
