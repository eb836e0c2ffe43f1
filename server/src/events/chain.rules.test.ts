import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ChainedEvent, canonical, chainHash } from './chain.rules.js';

const EVENT: ChainedEvent = {
  id: '41',
  at: new Date('2026-07-14T06:01:08.123Z'),
  type: 'order.acknowledged',
  actorId: '0190a6f0-0000-7000-8000-000000000001',
  actorName: '演示-甲',
  actorRole: 'team',
  incidentId: '0190a6f0-0000-7000-8000-000000000002',
  teamCode: 'S05',
  payload: { orderId: '0190a6f0-0000-7000-8000-000000000003', code: 37, headcount: null, units: ['a', 'b'] },
};
const BEFORE = 'a'.repeat(64);
const hash = (facts: Partial<ChainedEvent> = {}) => chainHash(BEFORE, 41, { ...EVENT, ...facts });

/** The same value with the keys of every object turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe('one value has one text', () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ a: undefined, b: { d: 1, c: 2 } }, '{"b":{"c":2,"d":1}}'],
    [[2, 1], '[2,1]'],
    ['引"号\n', '"引\\"号\\n"'],
    [undefined, 'null'],
    [{}, '{}'],
  ])('%o', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  test('whatever order the keys are kept in', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(canonical(turned(value))).toBe(canonical(value))));
  });

  test('and it is JSON that reads back as the value, so two values never share it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('what the database gives back has the text of what was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value)),
      ),
    );
  });
});

describe('the hash of an event', () => {
  test('is the same for the same event, in whatever order the keys of its payload are kept', () => {
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
    expect(hash({ payload: turned(EVENT.payload) })).toBe(hash());
  });

  test.each<[string, Partial<ChainedEvent>]>([
    ['id', { id: '42' }],
    ['instant, by a millisecond', { at: new Date('2026-07-14T06:01:08.124Z') }],
    ['type', { type: 'order.declined' }],
    ['actor', { actorId: '0190a6f0-0000-7000-8000-000000000009' }],
    ['actor, taken away', { actorId: null }],
    ['actor’s name', { actorName: '演示-乙' }],
    ['actor’s role', { actorRole: 'supervisor' }],
    ['incident', { incidentId: null }],
    ['team', { teamCode: 'S06' }],
    ['payload’s value', { payload: { ...(EVENT.payload as object), code: 38 } }],
    ['payload’s type of value', { payload: { ...(EVENT.payload as object), code: '37' } }],
    ['payload’s list order', { payload: { ...(EVENT.payload as object), units: ['b', 'a'] } }],
    ['payload’s keys', { payload: { ...(EVENT.payload as object), note: '' } }],
    ['neighbouring fields, swapped', { actorName: EVENT.actorRole, actorRole: EVENT.actorName }],
  ])('changes with its %s', (_name, change) => {
    expect(hash(change)).not.toBe(hash());
  });

  test('changes with its position and with the hash before', () => {
    expect(chainHash(BEFORE, 42, EVENT)).not.toBe(hash());
    expect(chainHash('b'.repeat(64), 41, EVENT)).not.toBe(hash());
    expect(chainHash('', 41, EVENT)).not.toBe(hash());
  });

  test('a position cannot be mistaken for the end of the hash before', () => {
    expect(chainHash('a1', 1, EVENT)).not.toBe(chainHash('a', 11, EVENT));
  });

  test('one event changed breaks every later hash', () => {
    const chain = (events: ChainedEvent[]) => {
      let previous = '';
      return events.map((event, i) => {
        previous = chainHash(previous, i + 1, event);
        return previous;
      });
    };
    const events = [1, 2, 3, 4].map((id) => ({ ...EVENT, id: String(id) }));
    const honest = chain(events);
    const forged = chain(events.map((event, i) => (i === 1 ? { ...event, actorName: '演示-乙' } : event)));
    expect(forged.map((one, i) => one === honest[i])).toEqual([true, false, false, false]);
  });
});
