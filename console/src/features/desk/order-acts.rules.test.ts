import { describe, expect, it } from '@jest/globals';
import type { OrderView } from '@liandong/shared/order';
import { correctionOf, fillable, mayRebase, type OrderActFacts, possibleOrderActs } from './order-acts.rules.js';

const NOW = Date.parse('2026-07-14T06:10:00.000Z');
const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();
const stamp = { at: at(-100) };
const order = (more: object = {}): OrderView =>
  ({
    id: 'a',
    status: 'acknowledged',
    issuedAt: at(-600),
    stamps: { acknowledged: stamp },
    obligations: [],
    corrections: [],
    replaces: null,
    rebased: null,
    target: { measure: 'on_scene', dueAt: at(600), placeUnknown: true },
    ...more,
  }) as unknown as OrderView;
const somewhere = { status: 'open' as const, location: { lon: 120.7, lat: 28.8 }, townshipCode: null };
const facts = (more: Partial<OrderActFacts> = {}): OrderActFacts => ({
  order: order(),
  orders: [],
  incident: somewhere,
  now: NOW,
  issue: true,
  report: true,
  supervise: true,
  ...more,
});

describe('changing the target when the place is found', () => {
  it('is possible once, while the clock runs and the place is known', () => {
    expect(mayRebase(order(), somewhere, NOW)).toBe(true);
    expect(mayRebase(order(), { location: null, townshipCode: null }, NOW)).toBe(false);
    expect(mayRebase(order({ rebased: { at: at(-5) } }), somewhere, NOW)).toBe(false);
    expect(mayRebase(order(), somewhere, NOW + 601_000)).toBe(false);
    const known = order({ target: { measure: 'on_scene', dueAt: at(600), placeUnknown: false } });
    expect(mayRebase(known, somewhere, NOW)).toBe(false);
  });
});

describe('steps written down afterwards', () => {
  it('are the skipped and the coming ones of an open order', () => {
    const skipped = order({ status: 'on_scene', stamps: { acknowledged: stamp, on_scene: stamp } });
    expect(fillable(skipped)).toEqual(['mustered', 'en_route', 'cleared']);
  });

  it('are only the skipped ones of an ended order', () => {
    const ended = order({ status: 'cleared', stamps: { on_scene: stamp, cleared: stamp } });
    expect(fillable(ended)).toEqual(['acknowledged', 'mustered', 'en_route']);
    expect(fillable(order({ status: 'declined', stamps: { declined: stamp } }))).toEqual([]);
  });
});

describe('what is possible about an order', () => {
  it('another team in place of one that cannot come, until one was sent', () => {
    const declined = order({ status: 'declined', stamps: { declined: stamp } });
    expect(possibleOrderActs(facts({ order: declined, orders: [declined] }))).toEqual(['replace']);
    const orders = [declined, order({ id: 'b', replaces: { id: 'a' } })];
    expect(possibleOrderActs(facts({ order: declined, orders }))).toEqual([]);
  });

  it('a dispatcher may write down, not correct, waive, recall or change the target', () => {
    expect(possibleOrderActs(facts({ supervise: false }))).toEqual(['backfill']);
    expect(possibleOrderActs(facts())).toEqual(['backfill', 'correct', 'rebase', 'recall']);
  });

  const waivable = (kind: string, state: string): boolean => {
    const owing = order({ obligations: [{ kind, state, dueAt: null, metAt: null }] });
    return possibleOrderActs(facts({ order: owing })).includes('waive');
  };

  it.each(['acknowledge', 'muster', 'on_scene'])('%s can be waived while it runs or was missed', (kind) => {
    expect(['open', 'missed', 'met', 'waived'].filter((state) => waivable(kind, state))).toEqual(['open', 'missed']);
  });

  it.each(['clear', 'feedback', 'follow_up', 'supervision', 'situation_report'])(
    '%s is not waived with the order: the server would refuse',
    (kind) => expect(['open', 'missed'].filter((state) => waivable(kind, state))).toEqual([]),
  );
});

it('a correction stands beside the stamp of its own step only', () => {
  const corrected = order({ corrections: [{ kind: 'acknowledged', at: at(-200), was: at(-100) }] });
  expect(correctionOf(corrected, 'acknowledged')).toMatchObject({ at: at(-200) });
  expect(correctionOf(corrected, 'mustered')).toBeNull();
});
