import { describe, expect, test } from '@jest/globals';
import type { CorrectedKind, Correction, Stamp, Stamps } from '@liandong/shared/order';
import { ORDER_STATUSES, REPORT_KINDS } from '@liandong/shared/order.lifecycle';
import { holdingStamps, mayFillIn, misfit, roomFor } from './stamps.rules.js';

const ISSUED = new Date('2026-07-14T06:00:00.000Z');
const minute = (n: number): Date => new Date(ISSUED.getTime() + n * 60_000);
const NOW = minute(90);
const stamp = (n: number): Stamp => ({
  at: minute(n).toISOString(),
  receivedAt: minute(n).toISOString(),
  evidence: 'geofence',
  by: '演示-队长',
  flagged: false,
});
const correction = (kind: CorrectedKind, n: number): Correction => ({
  kind,
  was: minute(0).toISOString(),
  at: minute(n).toISOString(),
  reason: '录音核对',
  by: '演示-值班长',
  correctedAt: NOW.toISOString(),
});
const STAMPS: Stamps = { acknowledged: stamp(2), en_route: stamp(10), on_scene: stamp(25) };

describe('the stamps that hold', () => {
  test('without a correction they are the reported ones', () => {
    expect(holdingStamps(STAMPS, [])).toEqual(STAMPS);
  });

  test('a corrected one stands at its corrected instant, no device vouches for it any more; the reported one is untouched', () => {
    const held = holdingStamps(STAMPS, [correction('on_scene', 18)]);
    expect(held.on_scene).toMatchObject({ at: minute(18).toISOString(), evidence: 'backfill' });
    expect(STAMPS.on_scene).toEqual(stamp(25));
  });

  test('a correction of what nobody reported invents nothing', () => {
    expect(holdingStamps(STAMPS, [correction('mustered', 5)]).mustered).toBeUndefined();
  });
});

describe('where an instant fits', () => {
  test.each<[CorrectedKind, number, string | null]>([
    ['on_scene', 9.99, '不能早于上一步'],
    ['on_scene', 10, null],
    ['on_scene', 90, null],
    ['on_scene', 91, '不能晚于现在'],
    ['acknowledged', -0.01, '不能早于下达'],
    ['acknowledged', 0, null],
    ['acknowledged', 10, null],
    ['acknowledged', 10.01, '不能晚于下一步'],
    ['mustered', 2, null],
    ['mustered', 1.99, '不能早于上一步'],
    ['mustered', 10, null],
    ['mustered', 12, '不能晚于下一步'],
  ])('%s at minute %d: %s', (kind, n, why) => {
    expect(misfit(minute(n), roomFor(kind, STAMPS, ISSUED, NOW), ISSUED, NOW)).toBe(why);
  });
});

test.each(['declined', 'recalled'] as const)('nothing was done on an order after it was %s', (end) => {
  const stamps = { acknowledged: stamp(2), [end]: stamp(8) };
  const room = roomFor('acknowledged', stamps, ISSUED, NOW);
  expect(misfit(minute(8), room, ISSUED, NOW)).toBeNull();
  expect(misfit(minute(9), room, ISSUED, NOW)).toBe('不能晚于下一步');
});

describe('a step told of afterwards', () => {
  test('only one that lies before where the order is, and has no stamp', () => {
    const fills = REPORT_KINDS.filter((kind) => mayFillIn('on_scene', kind, STAMPS));
    expect(fills).toEqual(['mustered']);
    expect(REPORT_KINDS.filter((kind) => mayFillIn('cleared', kind, {}))).toEqual([
      'acknowledged',
      'mustered',
      'en_route',
      'on_scene',
    ]);
  });

  test.each(['issued', 'delivered', 'acknowledged', 'declined', 'recalled'] as const)(
    'none on an order that is %s',
    (status) => {
      expect(ORDER_STATUSES).toContain(status);
      for (const kind of REPORT_KINDS) expect(mayFillIn(status, kind, {})).toBe(false);
    },
  );
});
