import { describe, expect, test } from '@jest/globals';
import type { FeedbackView } from '@liandong/shared/feedback';
import { BACKOFF_MS } from '../outbox.rules.js';
import * as rules from './form.rules.js';
import { type Form, SAVE_AFTER_MS } from './form.rules.js';

const T = 1_800_000_000_000;
const OF = { owner: 's05', orderId: 'o', orderCode: 37, typeName: '山体滑坡' };
/** What the rules read of the server's view. */
const view = (version: number, content: object, state: FeedbackView['state'] = 'draft'): FeedbackView =>
  ({ version, content, state, orderId: 'o' }) as FeedbackView;
const opened = (): Form => rules.openForm(OF, view(3, { found: '滑坡' }));
const typed = (patch: object, at = T): Form => rules.edit(opened(), patch, at);
const saving = (patch: object): Form => rules.beginSave(typed(patch), 'save-1');

describe('saving the draft', () => {
  test('nothing leaves before a keystroke; then after a pause', () => {
    expect(rules.nextMove(opened(), 0, T)).toBeNull();
    expect(rules.nextMove(typed({ result: '好' }), 0, T)).toEqual({ move: 'save', at: T + SAVE_AFTER_MS });
  });
  test('what was typed while a save was on its way is saved next, on the version the server answered', () => {
    const answered = rules.saved(rules.edit(saving({ result: '一' }), { result: '一二' }, T + 50), 4);
    expect(answered).toMatchObject({ baseVersion: 4, base: { result: '一' }, changedAt: T + 50, saving: null });
    expect(rules.saved(saving({ result: '一' }), 4)).toMatchObject({ baseVersion: 4, changedAt: null });
  });
  test('a save without an answer is repeated as it was, with the same id', () => {
    const again = rules.beginSave(rules.edit(rules.delay(saving({ result: '一' }), T), { result: '二' }, T), 'save-2');
    expect(again.saving).toMatchObject({ clientId: 'save-1', baseVersion: 3, content: { result: '一' } });
  });
  test('a failure is tried again after a pause, at once when the line is back', () => {
    const failed = rules.delay(saving({ result: '一' }), T);
    expect(rules.nextMove(failed, 0, T)).toEqual({ move: 'save', at: T + BACKOFF_MS[0] });
    expect(rules.nextMove(rules.retryForm(failed), 0, T)?.at).toBeLessThanOrEqual(T);
  });
});

describe('submitting', () => {
  const wanted = rules.wantSubmit(typed({ result: '已转移' }), 'submit-1');
  test('every keystroke and every photo goes first', () => {
    expect(rules.nextMove(wanted, 1, T)).toMatchObject({ move: 'save', at: T });
    const allSaved = rules.saved(rules.beginSave(wanted, 'save-1'), 4);
    expect(rules.nextMove(allSaved, 1, T)).toBeNull();
    expect(rules.nextMove(allSaved, 0, T)).toMatchObject({ move: 'submit' });
  });
  test('a photo that arrives late is saved before the submit', () => {
    const allSaved = rules.saved(rules.beginSave(wanted, 'save-1'), 4);
    const withPhoto = rules.attach(allSaved, 'photo', T + 1);
    expect(withPhoto.submitId).toBe('submit-1');
    expect(rules.nextMove(withPhoto, 0, T + 1)).toMatchObject({ move: 'save' });
    expect(rules.attach(withPhoto, 'photo', T + 9)).toBe(withPhoto);
  });
  test('writing on takes it back', () => expect(rules.edit(wanted, { found: 'x' }, T).submitId).toBeNull());
  test('a refusal stops until something is changed', () => {
    const refused = rules.refused(wanted, '反馈单还不完整', [{ field: 'found', why: 'missing' }]);
    expect(rules.nextMove(refused, 0, T)).toBeNull();
    expect(rules.nextMove(rules.edit(refused, { found: '滑坡' }, T), 0, T)).not.toBeNull();
  });
});

describe('somebody else was faster', () => {
  test('different fields are put together and saved on the newer version', () => {
    const merged = rules.overtaken(saving({ result: '我的' }), view(5, { found: '滑坡', dead: 1 }), '某人已保存', T);
    expect(merged).toMatchObject({
      theirs: null,
      saving: null,
      baseVersion: 5,
      content: { found: '滑坡', dead: 1, result: '我的' },
    });
    expect(rules.nextMove(merged, 0, T)).toMatchObject({ move: 'save' });
  });
  test('nothing is sent until the person has chosen', () => {
    const clash = rules.overtaken(saving({ found: '我的' }), view(5, { found: '他的', dead: 1 }), '某人已保存', T);
    expect(rules.clashesOf(clash)).toEqual(['found']);
    expect(rules.nextMove(clash, 0, T)).toBeNull();
    expect(rules.choose(clash, 'mine', T)).toMatchObject({ baseVersion: 5, content: { found: '我的', dead: 1 } });
    const theirs = rules.choose(clash, 'theirs', T);
    expect(theirs).toMatchObject({ baseVersion: 5, content: { found: '他的', dead: 1 }, changedAt: null });
    expect(rules.nextMove(theirs, 0, T)).toBeNull();
  });
  test('a form that went to the centre meanwhile can only be looked at', () => {
    const gone = rules.overtaken(saving({ result: '我的' }), view(3, { found: '滑坡' }, 'submitted'), '已提交', T);
    expect(gone.theirs?.words).toBe('已提交');
    expect(rules.nextMove(gone, 0, T)).toBeNull();
  });
  test('a conflict without anybody else is no conflict: the order is not at the scene', () => {
    expect(rules.isOvertaken(saving({}), view(3, {}))).toBe(false);
    expect(rules.isOvertaken(saving({}), view(4, {}))).toBe(true);
    expect(rules.isOvertaken(saving({}), view(3, {}, 'accepted'))).toBe(true);
  });
});

test('the server’s newer view is taken over only while nothing is unsaved', () => {
  expect(rules.follow(opened(), view(4, { found: '新' })).content).toEqual({ found: '新' });
  expect(rules.follow(typed({ found: '我的' }), view(4, { found: '新' })).content.found).toBe('我的');
});

test('the person is told where the draft is', () => {
  expect(rules.draftState(null, false, true)).toBe('empty');
  expect(rules.draftState(null, true, true)).toBe('saved');
  expect(rules.draftState(typed({ found: 'x' }), true, true)).toBe('saving');
  expect(rules.draftState(typed({ found: 'x' }), true, false)).toBe('phone');
  expect(rules.draftState(rules.beginSave(rules.delay(saving({ found: 'x' }), T), 's'), true, true)).toBe('phone');
  expect(rules.draftState(rules.saved(saving({ found: 'x' }), 4), true, false)).toBe('saved');
  expect(rules.draftState(rules.wantSubmit(opened(), 's'), true, true)).toBe('waiting');
});
