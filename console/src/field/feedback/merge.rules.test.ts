import { describe, expect, test } from '@jest/globals';
import { changedFields, isSame, merge, take } from './merge.rules.js';

const base = { found: '滑坡', measures: '', dead: 0, attachmentIds: ['a', 'b'] };

describe('what counts as a change', () => {
  test('nothing written, an empty word, a zero and an empty list are the same', () => {
    for (const nothing of [undefined, null, '', '  ', 0, []]) expect(isSame(nothing, undefined)).toBe(true);
  });
  test('spaces around words and the order of keys are nothing', () => {
    expect(isSame('滑坡 ', '滑坡')).toBe(true);
    expect(isSame([{ unit: '镇', what: '清理' }], [{ what: '清理', unit: '镇', phone: '' }])).toBe(true);
  });
  test('only what differs is named', () => {
    expect(changedFields(base, { ...base, found: '塌方', injured: 1 })).toEqual(['found', 'injured']);
  });
});

describe('two people on one form', () => {
  test('changes of different fields are put together', () => {
    const { merged, clashes } = merge(base, { ...base, found: '后山滑坡' }, { ...base, measures: '挖机救援' });
    expect(clashes).toEqual([]);
    expect(merged).toMatchObject({ found: '后山滑坡', measures: '挖机救援' });
  });
  test('the same change by both is no clash', () => {
    expect(merge(base, { ...base, dead: 1 }, { ...base, dead: 1 }).clashes).toEqual([]);
  });
  test('the same field changed in two ways is asked about, and only that one', () => {
    const mine = { ...base, found: '我写的', injured: 1 };
    const theirs = { ...base, found: '他写的', measures: '挖机' };
    const { merged, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual(['found']);
    expect(merged).toMatchObject({ found: '我写的', injured: 1, measures: '挖机' });
    expect(take(merged, theirs, clashes)).toMatchObject({ found: '他写的', injured: 1, measures: '挖机' });
  });
  test('photos of both stay, what either took away goes', () => {
    const mine = { ...base, attachmentIds: ['a', 'b', 'mine'] };
    const theirs = { ...base, attachmentIds: ['b', 'theirs'] };
    const { merged, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(merged.attachmentIds).toEqual(['b', 'theirs', 'mine']);
  });
  test('a form begun without a line does not wipe out what the server had', () => {
    const { merged, clashes } = merge({}, { result: '已转移' }, { found: '滑坡', dead: 1 });
    expect(clashes).toEqual([]);
    expect(merged).toMatchObject({ found: '滑坡', dead: 1, result: '已转移' });
  });
});
