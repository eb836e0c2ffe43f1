import { describe, expect, test } from '@jest/globals';
import type { PracticePhone } from '@liandong/shared/message';
import * as practice from './practice.rules.js';

const T = Date.parse('2026-07-14T06:00:00.000Z');
const entry = (seconds: number, given: Partial<practice.Entry> = {}): practice.Entry => ({
  id: String(seconds),
  direction: 'in',
  channel: 'sms',
  text: '…',
  at: new Date(T + seconds * 1000).toISOString(),
  orderCode: 37,
  ...given,
});
const phone = (number: string, unanswered: number, entries: practice.Entry[] = []): PracticePhone => ({
  number,
  ownerName: '演示-陈',
  teamCode: 'S05',
  teamName: '地质灾害',
  post: 'commander',
  unanswered,
  entries,
});

test('unanswered phones first, then the latest talk, silent ones last', () => {
  const sorted = practice.inOrder([
    phone('4', 0),
    phone('2', 0, [entry(90)]),
    phone('1', 1, [entry(10)]),
    phone('3', 0, [entry(50)]),
  ]);
  expect(sorted.map((p) => p.number)).toEqual(['1', '2', '3', '4']);
});

test('search finds name, team, code and number', () => {
  for (const typed of ['陈', '地质', 's05', '138', 's05 陈', '']) {
    expect(practice.matches(phone('13800000101', 0), typed)).toBe(true);
  }
  expect(practice.matches(phone('13800000101', 0), 's05 周')).toBe(false);
});

test('fresh phones replace their older state and are never lost', () => {
  const merged = practice.merge([phone('1', 0), phone('2', 0)], [phone('2', 3), phone('9', 1)]);
  expect(merged.map((p) => [p.number, p.unanswered])).toEqual([
    ['1', 0],
    ['2', 3],
    ['9', 1],
  ]);
});

describe('a call', () => {
  const call = entry(0, { channel: 'voice' });
  test('rings until a key is pressed', () => {
    expect(practice.ringingCall([call], T + 30_000)).toBe(call);
    const pressed = entry(5, { channel: 'voice', direction: 'out', text: '1' });
    expect(practice.ringingCall([call, pressed], T + 30_000)).toBeNull();
  });
  test('a text meanwhile does not stop it', () => {
    expect(practice.ringingCall([call, entry(5)], T + 30_000)).toBe(call);
  });
  test('stops after a while', () => {
    expect(practice.ringingCall([call], T + practice.RINGS_MS + 1)).toBeNull();
  });
});

test('quick replies carry the code of the latest order, in full width too', () => {
  expect(practice.quickReplies(practice.latestCode([entry(1), entry(2, { orderCode: null })]))).toContain('１ 37');
  expect(practice.quickReplies(null)).toEqual(['1', '收到', '12人 8分', '3', '4', '0']);
});

test('at most three phones are open; the oldest gives way', () => {
  expect(practice.toggle(['1', '2', '3'], '4')).toEqual(['2', '3', '4']);
  expect(practice.toggle(['1', '2'], '1')).toEqual(['2']);
});
