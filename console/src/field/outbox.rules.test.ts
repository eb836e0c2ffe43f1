import { describe, expect, test } from '@jest/globals';
import type { ReportKind } from '@liandong/shared/order.lifecycle';
import * as outbox from './outbox.rules.js';
import { BACKOFF_MS, HOLD_MS, type Queue, type Waiting } from './outbox.rules.js';

const T = 1_800_000_000_000;
const report = (clientId: string, kind: ReportKind, orderId = 'order-37'): Waiting => ({
  owner: 's05',
  orderId,
  orderCode: 37,
  body: { kind, source: 'app', occurredAt: new Date(T).toISOString(), clientId },
  heldUntil: T + HOLD_MS,
  notBefore: 0,
  attempts: 0,
  refusal: null,
});
const ids = (queue: Queue) => queue.map((w) => w.body.clientId);

describe('queueing', () => {
  test('keeps the order of the taps', () => {
    const queue = [report('a', 'acknowledged'), report('b', 'mustered')].reduce<Queue>(outbox.add, []);
    expect(ids(queue)).toEqual(['a', 'b']);
  });
  test('drops the same report and a second tap on the same step', () => {
    let queue = outbox.add([], report('a', 'acknowledged'));
    queue = outbox.add(queue, report('a', 'acknowledged'));
    queue = outbox.add(queue, report('b', 'acknowledged'));
    expect(ids(queue)).toEqual(['a']);
  });
  test('keeps the same step of another order, and every situation note', () => {
    let queue = outbox.add([], report('a', 'acknowledged'));
    queue = outbox.add(queue, report('b', 'acknowledged', 'order-12'));
    queue = outbox.add(queue, report('c', 'situation'));
    queue = outbox.add(queue, report('d', 'situation'));
    expect(ids(queue)).toEqual(['a', 'b', 'c', 'd']);
  });
  test('a refused step may be tapped again', () => {
    const refused = outbox.settle([report('a', 'on_scene')], 'a', { kind: 'refused', words: '先后不对' }, T);
    expect(ids(outbox.add(refused, report('b', 'on_scene')))).toEqual(['a', 'b']);
  });
});

describe('undo', () => {
  const queue = [report('a', 'acknowledged')];
  test('takes a held report back', () => expect(outbox.undo(queue, 'a', T + HOLD_MS - 1)).toEqual([]));
  test('comes too late at five seconds', () => expect(ids(outbox.undo(queue, 'a', T + HOLD_MS))).toEqual(['a']));
  test('comes too late once it is being sent', () => {
    const sending = outbox.begin(outbox.releaseHolds(queue, T), 'a');
    expect(ids(outbox.undo(sending, 'a', T))).toEqual(['a']);
  });
});

describe('sending', () => {
  const queue = [report('a', 'acknowledged'), report('b', 'mustered'), report('c', 'acknowledged', 'order-12')];
  const later = T + HOLD_MS;

  test('nothing leaves while it is held', () => {
    expect(outbox.nextToSend(queue, 's05', later - 1)).toBeNull();
    expect(outbox.wakeAt(queue, 's05', later - 1)).toBe(later);
  });
  test('the oldest goes first, then the next', () => {
    expect(outbox.nextToSend(queue, 's05', later)?.body.clientId).toBe('a');
    const rest = outbox.settle(queue, 'a', { kind: 'accepted' }, later);
    expect(outbox.nextToSend(rest, 's05', later)?.body.clientId).toBe('b');
  });
  test('a failure keeps the place of the report in its order and does not block another order', () => {
    const failed = outbox.settle(outbox.begin(queue, 'a'), 'a', { kind: 'later' }, later);
    expect(ids(failed)).toEqual(['a', 'b', 'c']);
    expect(outbox.nextToSend(failed, 's05', later)?.body.clientId).toBe('c');
    expect(outbox.nextToSend(failed, 's05', later + BACKOFF_MS[0])?.body.clientId).toBe('a');
    expect(outbox.nextToSend(outbox.retryNow(failed), 's05', later)?.body.clientId).toBe('a');
  });
  test('pauses grow and then stay', () => {
    let failing: Queue = [report('a', 'acknowledged')];
    const pauses = Array.from({ length: 7 }, () => {
      failing = outbox.settle(outbox.begin(failing, 'a'), 'a', { kind: 'later' }, T);
      return failing[0]!.notBefore - T;
    });
    expect(pauses).toEqual([...BACKOFF_MS, 30_000, 30_000]);
  });
  test('a refused report stays to be read, is not sent again and lets the next one go', () => {
    const refused = outbox.settle(queue, 'a', { kind: 'refused', words: '指令已撤回' }, later);
    expect(refused[0]?.refusal).toBe('指令已撤回');
    expect(outbox.nextToSend(refused, 's05', later)?.body.clientId).toBe('b');
    expect(ids(outbox.dismiss(refused, 'a'))).toEqual(['b', 'c']);
  });
  test('a device clock put back by an hour does not hold the report for an hour', () => {
    expect(outbox.nextToSend(queue, 's05', T - 3_600_000)?.body.clientId).toBe('a');
  });
  test('another account sends nothing of it', () => expect(outbox.nextToSend(queue, 's06', later)).toBeNull());
  test('the position is attached until the first attempt', () => {
    const here = { lon: 120.73, lat: 28.85 };
    expect(outbox.locate(queue, 'a', here)[0]?.body.location).toEqual(here);
    expect(outbox.locate(outbox.begin(queue, 'a'), 'a', here)[0]?.body.location).toBeUndefined();
  });
});

test.each([
  [null, 'later'],
  [503, 'later'],
  [429, 'later'],
  [401, 'later'],
  [400, 'refused'],
  [403, 'refused'],
  [404, 'refused'],
  [409, 'refused'],
] as const)('status %s means %s', (status, kind) => expect(outbox.judge(status, '…').kind).toBe(kind));
