import { describe, expect, test } from '@jest/globals';
import { forServer, idOf, lacksOf, lacksOfProblem } from './missing.rules.js';

const TODAY = '2026-07-14';
const plan = { what: '清理淤泥', unit: '横溪镇人民政府', person: '演示-吴', dueDate: '2026-07-20' };
const whole = { found: '后山滑坡', measures: '挖机救援', result: '两人救出', followUps: [plan] };
const lack = (field: string, why: string, more = {}) => ({ field, why, ...more });

describe('what a form still lacks', () => {
  test('nothing: figures left alone are zero, photos and follow-ups are not asked for', () => {
    expect(lacksOf({ found: '滑坡', measures: '救援', result: '已转移' }, TODAY)).toEqual([]);
  });
  test('an empty form lacks the three texts, in their order', () => {
    expect(lacksOf({}, TODAY)).toEqual([
      lack('found', 'missing'),
      lack('measures', 'missing'),
      lack('result', 'missing'),
    ]);
  });
  test('blanks are missing, one character is too short', () => {
    expect(lacksOf({ ...whole, found: '   ', result: '好' }, TODAY)).toEqual([
      lack('found', 'missing'),
      lack('result', 'short'),
    ]);
  });
  test('a follow-up needs its work, unit, person and date, each named; a telephone may be left out', () => {
    const lacks = lacksOf({ ...whole, followUps: [plan, { phone: '' }] }, TODAY);
    expect(lacks).toEqual(
      ['what', 'unit', 'person', 'dueDate'].map((part) => lack('followUps', 'missing', { index: 1, part })),
    );
  });
  test('a telephone that is none, and a day that is past, are wrong', () => {
    const wrong = { ...whole, followUps: [{ ...plan, phone: '请打王工' }] };
    expect(lacksOf(wrong, TODAY)).toEqual([lack('followUps', 'invalid', { index: 0, part: 'phone' })]);
    const past = { ...whole, followUps: [{ ...plan, dueDate: '2026-07-13' }] };
    expect(lacksOf(past, TODAY)).toEqual([lack('followUps', 'past', { index: 0, part: 'dueDate' })]);
    expect(lacksOf({ ...whole, followUps: [{ ...plan, dueDate: TODAY }] }, TODAY)).toEqual([]);
  });
});

describe('the server’s field errors', () => {
  test('land on their fields with the server’s words, however the path begins', () => {
    const content = { ...whole, found: '', attachmentIds: ['a', 'b', 'c', 'd'] };
    const lacks = lacksOfProblem(content, [
      { path: 'content.followUps.0.dueDate', message: '期限不能早于今天' },
      { path: 'found', message: '请填写现场情况' },
      { path: 'content.attachmentIds.3', message: '没有这个附件' },
      { path: 'clientId', message: '…' },
    ]);
    expect(lacks).toEqual([
      lack('found', 'missing', { words: '请填写现场情况' }),
      lack('followUps', 'invalid', { index: 0, part: 'dueDate', words: '期限不能早于今天' }),
      lack('attachmentIds', 'invalid', { words: '没有这个附件' }),
    ]);
  });
  test('none is none', () => expect(lacksOfProblem(whole, undefined)).toEqual([]));
});

test('every place has one address on the page', () => {
  expect(idOf({ field: 'found' })).toBe('feedback-found');
  expect(idOf({ field: 'followUps', index: 0, part: 'unit' })).toBe('feedback-followUps-0-unit');
});

test('an empty telephone is not sent', () => {
  expect(forServer({ followUps: [{ ...plan, phone: ' ' }] }).followUps).toEqual([plan]);
  expect(forServer({ found: 'x' })).toEqual({ found: 'x' });
});
