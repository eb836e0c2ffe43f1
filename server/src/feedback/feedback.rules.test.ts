import { describe, expect, test } from '@jest/globals';
import { FEEDBACK_STATES, type FeedbackDraft } from '@liandong/shared/feedback';
import { type FeedbackAct, POSSIBLE, readContent } from './feedback.rules.js';

const TODAY = '2026-07-14';
const WHOLE: FeedbackDraft = { found: '山体滑坡约三十方', measures: '疏散群众，清理路面', result: '道路恢复通行' };
const PLAN = { what: '设置警示牌', unit: '横溪镇政府', person: '演示-王一', dueDate: '2026-07-20' };
const wrong = (draft: FeedbackDraft) => readContent(draft, TODAY).wrong;
const wrongPlan = (plan: object) => wrong({ ...WHOLE, followUps: [PLAN, { ...PLAN, ...plan }] });

describe('what is possible with a form', () => {
  test.each<[FeedbackAct, string]>([
    ['save', 'draft returned'],
    ['submit', 'draft returned'],
    ['return', 'submitted'],
    ['accept', 'submitted'],
  ])('%s: from %s and from no other state', (act, states) => {
    expect(FEEDBACK_STATES.filter((state) => POSSIBLE[act].includes(state)).join(' ')).toBe(states);
  });

  test('an accepted form is final', () => {
    expect(Object.values(POSSIBLE).flat()).not.toContain('accepted');
  });
});

describe('when a form is complete', () => {
  test('what was found, what was done and what came of it suffice; the numbers not given are zero', () => {
    expect(readContent(WHOLE, TODAY).content).toEqual({
      ...WHOLE,
      dead: 0,
      injured: 0,
      missing: 0,
      rescued: 0,
      lossWan: 0,
      people: 0,
      equipment: '',
      followUps: [],
      attachmentIds: [],
    });
  });

  test('an empty form: every field that is missing is named, in the words of the form', () => {
    expect(wrong({})).toEqual([
      { path: 'content.found', message: '请填写现场情况' },
      { path: 'content.measures', message: '请填写处置措施' },
      { path: 'content.result', message: '请填写处置结果' },
    ]);
  });

  test.each<[string, FeedbackDraft, string]>([
    ['emptied again', { ...WHOLE, found: '' }, '请填写现场情况'],
    ['one character', { ...WHOLE, found: '无' }, '现场情况填写有误'],
  ])('a field %s is not enough', (_, draft, message) => {
    expect(wrong(draft)).toEqual([{ path: 'content.found', message }]);
  });

  test.each([
    ['what', '请填写后续工作内容'],
    ['unit', '请填写责任单位'],
    ['person', '请填写责任人'],
    ['dueDate', '请填写期限'],
  ])('a follow-up without %s is refused: 责任人、责任单位、期限', (field, message) => {
    expect(wrongPlan({ [field]: undefined })).toEqual([{ path: `content.followUps.1.${field}`, message }]);
  });

  test('a telephone of the responsible person may be left empty, not wrong', () => {
    expect(wrongPlan({ phone: '' })).toBeNull();
    expect(wrongPlan({ phone: '100 0000-0001' })).toBeNull();
    expect(wrongPlan({ phone: '没有' })).toEqual([
      { path: 'content.followUps.1.phone', message: '责任人电话填写有误' },
    ]);
  });

  test.each([
    ['2026-07-13', '期限不能早于今天'],
    ['2026-07-14', null],
    ['2028-02-29', null],
    ['2027-02-29', '期限填写有误'],
    ['2026-06-31', '期限填写有误'],
    ['7月20日', '期限填写有误'],
    ['2031-07-14', null],
    ['2031-07-15', '期限不能超过5年'],
    ['9999-12-31', '期限不能超过5年'],
  ])('a follow-up until %s, planned on 2026-07-14: %p', (dueDate, message) => {
    expect(wrongPlan({ dueDate })).toEqual(
      message === null ? null : [{ path: 'content.followUps.1.dueDate', message }],
    );
  });
});
