import { describe, expect, it } from '@jest/globals';
import type { ObligationView } from '@liandong/shared/obligation';
import type { OrderView } from '@liandong/shared/order';
import { actions, allEnded, pressingOrder, stepStates, targetClock } from './order.rules.js';

const stamp = { at: '2026-07-14T06:02:00.000Z' };
const order = (more: object): OrderView =>
  ({ id: 'a', status: 'issued', stamps: {}, obligations: [], ...more }) as unknown as OrderView;

describe('the steps of an order', () => {
  it('a fresh order waits for the acknowledgement', () => {
    expect(stepStates(order({}))).toEqual({
      acknowledged: 'now',
      mustered: 'ahead',
      en_route: 'ahead',
      on_scene: 'ahead',
      cleared: 'ahead',
    });
  });

  it('a skipped step stays empty', () => {
    const states = stepStates(order({ status: 'on_scene', stamps: { acknowledged: stamp, on_scene: stamp } }));
    expect(states).toMatchObject({ mustered: 'skipped', en_route: 'skipped', on_scene: 'done', cleared: 'now' });
  });

  it('nothing more comes after a refusal', () => {
    const states = stepStates(order({ status: 'declined', stamps: { acknowledged: stamp } }));
    expect(states).toMatchObject({ acknowledged: 'done', mustered: 'void', cleared: 'void' });
  });
});

describe('the buttons of an order', () => {
  const kinds = (status: string) => actions(order({ status })).map((action) => action.kind);
  it('are the possible steps; clearing before arrival asks for a reason', () => {
    expect(kinds('issued')).toEqual(['acknowledged', 'mustered', 'en_route', 'on_scene', 'declined', 'cleared']);
    expect(kinds('on_scene')).toEqual(['cleared']);
    expect(kinds('cleared')).toEqual([]);
    expect(actions(order({ status: 'en_route' })).find((a) => a.kind === 'cleared')?.reason).toBe(true);
    expect(actions(order({ status: 'on_scene' }))[0]?.reason).toBe(false);
  });
});

describe('the order the keys act on', () => {
  const owes = (orderId: string, dueAt: string): ObligationView =>
    ({ id: orderId, orderId, dueAt, metAt: null, state: 'open', startedAt: dueAt }) as unknown as ObligationView;
  it('is the one whose clock runs out first', () => {
    const a = order({ id: 'a', obligations: [owes('a', '2026-07-14T06:20:00Z')] });
    const b = order({ id: 'b', obligations: [owes('b', '2026-07-14T06:10:00Z')] });
    expect(pressingOrder([a, b])?.id).toBe('b');
  });
  it('else the first open one, else the first', () => {
    const ended = order({ id: 'a', status: 'cleared' });
    expect(pressingOrder([ended, order({ id: 'b' })])?.id).toBe('b');
    expect(pressingOrder([ended])?.id).toBe('a');
    expect(pressingOrder([])).toBeNull();
    expect(allEnded([ended])).toBe(true);
  });
});

describe('the clock of the target', () => {
  it('is read from the frozen target when no obligation is there', () => {
    const o = order({
      issuedAt: '2026-07-14T06:00:00.000Z',
      target: { measure: 'mustered', dueAt: '2026-07-14T06:15:00.000Z' },
    });
    expect(targetClock(o, Date.parse('2026-07-14T06:14:00.000Z'))).toMatchObject({ phase: 'near', seconds: 60 });
  });
});
