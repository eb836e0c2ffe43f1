import { describe, expect, test } from '@jest/globals';
import { ATTEMPT_STATES, type AttemptState } from '@liandong/shared/message';
import fc from 'fast-check';
import { afterAttempt, LEASE_SECONDS, movesForward, readCode, SEND_TIMEOUT_SECONDS } from './sending.rules.js';

const NOW = new Date('2026-07-14T06:00:00.000Z');
const FACTS = {
  codes: { E1: { means: 'number', words: '空号' }, timeout: { means: 'down', words: '自己的话' } },
} as const;
const NOTHING = { providerId: null, code: null, parts: null, notBefore: null };

describe('what one attempt makes of a message', () => {
  test('taken by the provider: sent, and not yet delivered', () => {
    expect(afterAttempt({ outcome: 'accepted', providerId: 'p-1', delivered: false, parts: 2 }, FACTS, NOW)).toEqual({
      ...NOTHING,
      attempt: 'accepted',
      state: 'sent',
      providerId: 'p-1',
      parts: 2,
    });
  });

  test('taken and known to have arrived: delivered in the same instant', () => {
    expect(afterAttempt({ outcome: 'accepted', providerId: 'p-1', delivered: true }, FACTS, NOW)).toMatchObject({
      attempt: 'delivered',
      state: 'delivered',
    });
  });

  test.each(['E1', 'server_error', 'never heard of'])(
    'refused with %s: back in the queue with the code, not given up',
    (code) => {
      expect(afterAttempt({ outcome: 'refused', code }, FACTS, NOW)).toEqual({
        ...NOTHING,
        attempt: 'refused',
        state: 'queued',
        code,
      });
    },
  );

  test('no answer: it may have been taken, and the attempt says so', () => {
    expect(afterAttempt({ outcome: 'refused', code: 'channel_error' }, FACTS, NOW)).toMatchObject({
      attempt: 'unsure',
    });
  });

  test('a provider that says when: not before', () => {
    const { notBefore } = afterAttempt({ outcome: 'refused', code: 'E1', afterSeconds: 30 }, FACTS, NOW);
    expect(notBefore).toEqual(new Date('2026-07-14T06:00:30.000Z'));
  });
});

describe('a code', () => {
  test.each([
    ['E1', 'number', '空号'],
    ['timeout', 'down', '自己的话'],
    ['landline', 'number', '固定电话，收不到短信'],
    ['E99', 'later', 'E99'],
  ])('%s means %s, in words %s', (code, means, words) => {
    expect(readCode(FACTS, code)).toEqual({ means, words });
  });
});

describe('receipts', () => {
  test.each<[AttemptState, AttemptState, boolean]>([
    ['under_way', 'accepted', true],
    ['unsure', 'accepted', true],
    ['accepted', 'delivered', true],
    ['accepted', 'undelivered', true],
    ['undelivered', 'delivered', true],
    ['delivered', 'undelivered', false],
    ['delivered', 'accepted', false],
    ['delivered', 'delivered', false],
    ['undelivered', 'accepted', false],
  ])('%s then %s: moves %s', (from, to, moves) => {
    expect(movesForward(from, to)).toBe(moves);
  });

  test('in whatever order and however often they come, the end is the same', () => {
    const told = fc.array(fc.constantFrom<AttemptState>('accepted', 'delivered', 'undelivered'), { minLength: 1 });
    const last = (states: readonly AttemptState[]) =>
      states.reduce<AttemptState>((now, next) => (movesForward(now, next) ? next : now), 'under_way');
    fc.assert(
      fc.property(told, (states) => {
        expect(last(states)).toBe(last([...states, ...states].toReversed()));
        expect(ATTEMPT_STATES).toContain(last(states));
      }),
    );
  });
});

test('a lease outlives the slowest attempt, so that nobody sends beside one that still runs', () => {
  expect(LEASE_SECONDS).toBeGreaterThan(2 * SEND_TIMEOUT_SECONDS);
});
