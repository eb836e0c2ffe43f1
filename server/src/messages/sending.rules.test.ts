import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { afterAttempt, BACKOFF_SECONDS, CODE_WORDS, LEASE_SECONDS, SEND_TIMEOUT_SECONDS } from './sending.rules.js';

const NOW = new Date('2026-07-14T06:00:00.000Z');
const NOTHING = { retryAt: null, providerId: null, providerCode: null, sentAt: null, deliveredAt: null };

describe('what one attempt makes of a message', () => {
  test('taken by the provider: sent, and not yet delivered', () => {
    expect(afterAttempt({ outcome: 'accepted', providerId: 'p-1', delivered: false }, 1, NOW)).toEqual({
      ...NOTHING,
      state: 'sent',
      providerId: 'p-1',
      sentAt: NOW,
    });
  });

  test('taken and known to have arrived: delivered in the same instant', () => {
    expect(afterAttempt({ outcome: 'accepted', providerId: 'p-1', delivered: true }, 1, NOW)).toEqual({
      ...NOTHING,
      state: 'delivered',
      providerId: 'p-1',
      sentAt: NOW,
      deliveredAt: NOW,
    });
  });

  test('refused for good: failed, with the provider’s code and no further attempt', () => {
    expect(afterAttempt({ outcome: 'permanent', code: 'no_such_number' }, 1, NOW)).toEqual({
      ...NOTHING,
      state: 'failed',
      providerCode: 'no_such_number',
    });
  });

  test('refused for now: queued again, never shown as sent', () => {
    expect(afterAttempt({ outcome: 'retry', code: 'channel_error' }, 1, NOW)).toEqual({
      ...NOTHING,
      state: 'queued',
      retryAt: new Date('2026-07-14T06:00:01.000Z'),
      providerCode: 'channel_error',
    });
  });
});

describe('the wait before the next attempt', () => {
  const waited = (attempts: number) =>
    (afterAttempt({ outcome: 'retry', code: 'x' }, attempts, NOW).retryAt!.getTime() - NOW.getTime()) / 1000;

  test.each([
    [1, 1],
    [2, 2],
    [3, 5],
    [4, 10],
    [5, 20],
    [6, 30],
    [7, 30],
    [500, 30],
  ])('after attempt %i: %i s', (attempts, seconds) => {
    expect(waited(attempts)).toBe(seconds);
  });

  test('grows; and no attempt may last as long as its lease, so that nobody else takes it for lost', () => {
    expect([...BACKOFF_SECONDS].sort((a, b) => a - b)).toEqual([...BACKOFF_SECONDS]);
    expect(SEND_TIMEOUT_SECONDS).toBeLessThan(LEASE_SECONDS);
  });

  test('however often it was tried, a message that may still arrive is never given up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.string(), (attempts, code) => {
        const { state, retryAt } = afterAttempt({ outcome: 'retry', code }, attempts, NOW);
        expect(state).toBe('queued');
        expect(retryAt!.getTime()).toBeGreaterThan(NOW.getTime());
        expect(retryAt!.getTime()).toBeLessThanOrEqual(NOW.getTime() + 30_000);
      }),
    );
  });
});

test('the house’s own codes have words for the desk', () => {
  expect(CODE_WORDS.app_offline).toBe('应用未在线');
  expect(CODE_WORDS.channel_error).toBe('通道出错，稍后重试');
});
