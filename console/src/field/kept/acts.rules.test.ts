import { describe, expect, test } from '@jest/globals';
import { BACKOFF_MS } from '../outbox.rules.js';
import type { Act, Acts, Deed } from './acts.rules.js';
import * as rules from './acts.rules.js';

const T = 1_800_000_000_000;
const act = (clientId: string, deed: Deed, more: Partial<Act> = {}): Act =>
  ({ ...deed, owner: 's05', clientId, at: T, attempts: 0, notBefore: 0, refusal: null, ...more }) as Act;
const receive = (clientId: string, noticeId = 'n') => act(clientId, { kind: 'receive', noticeId });
const answer = (clientId: string, words = '已整改') => act(clientId, { kind: 'answer', noticeId: 'n', answer: words });
const hotline = (clientId: string) => act(clientId, { kind: 'hotline', call: { narrative: '山体滑坡' } });
const complete = (clientId: string) => act(clientId, { kind: 'complete', followUpId: 'f', proof: '已清理' });
const free = () => false;
const ids = (acts: Acts) => acts.map(({ clientId }) => clientId);
const next = (acts: Acts, now = T, heldBack: (a: Act) => boolean = free) =>
  rules.nextAct(acts, 's05', now, heldBack)?.act.clientId ?? null;

describe('keeping a deed', () => {
  test('the same deed about the same thing is kept once', () => {
    expect(ids([receive('a'), receive('b'), receive('c', 'other')].reduce(rules.addAct, [] as Acts))).toEqual([
      'a',
      'c',
    ]);
  });
  test('every call on the hotline is one of its own', () => {
    expect(ids([hotline('a'), hotline('b')].reduce(rules.addAct, [] as Acts))).toEqual(['a', 'b']);
  });
  test('a new answer takes the place of the refused one', () => {
    const refused = rules.refuseAct([answer('a')], 'a', '督办通知已答复');
    expect(ids(rules.addAct(refused, answer('b', '补充')))).toEqual(['b']);
  });
});

describe('sending deeds', () => {
  test('the receipt of a notice goes before its answer, another notice does not wait', () => {
    const acts = [receive('a'), answer('b'), receive('c', 'other')];
    expect(next(acts)).toBe('a');
    const failed = rules.delayAct(rules.beginAct(acts, 'a'), 'a', T);
    expect(next(failed)).toBe('c');
    expect(next(rules.dropAct(failed, 'a'))).toBe('b');
  });
  test('what failed is tried again after a pause, or at once when the line is back', () => {
    const failed = rules.delayAct(rules.beginAct([hotline('a')], 'a'), 'a', T);
    expect(rules.nextAct(failed, 's05', T, free)?.at).toBe(T + BACKOFF_MS[0]);
    expect(rules.nextAct(rules.retryActs(failed), 's05', T, free)?.at).toBeLessThanOrEqual(T);
  });
  test('a refused deed stays to be read and is not sent again', () => {
    const refused = rules.refuseAct([hotline('a')], 'a', '没有这个乡镇街道');
    expect(next(refused)).toBeNull();
    expect(refused[0]?.refusal).toBe('没有这个乡镇街道');
  });
  test('a proof waits for its photos and holds nothing else up', () => {
    const held = (one: Act) => one.kind === 'complete';
    expect(next([complete('a'), receive('b')], T, held)).toBe('b');
    expect(next([complete('a')], T, held)).toBeNull();
    expect(next([complete('a')])).toBe('a');
  });
  test('another account sends nothing of it', () => {
    expect(rules.nextAct([hotline('a')], 's06', T, free)).toBeNull();
  });
});
