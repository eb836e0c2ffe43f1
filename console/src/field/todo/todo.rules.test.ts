import { describe, expect, test } from '@jest/globals';
import type { FeedbackRow, FollowUpView } from '@liandong/shared/feedback';
import type { NoticeView } from '@liandong/shared/supervision';
import { type Form, openForm, refused, wantSubmit } from '../feedback/form.rules.js';
import type { Act, Deed } from '../kept/acts.rules.js';
import { badgeOf, type Local, noticeStage, type Owed, todosOf } from './todo.rules.js';

const NOW = Date.parse('2026-07-14T06:00:00.000Z');
const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();
/** Only what the rules read is filled. */
const form = (orderId: string, dueHours: number, more: Partial<FeedbackRow> = {}): FeedbackRow =>
  ({
    orderId,
    orderCode: 37,
    incidentNumber: '20260714-0001',
    typeName: '山体滑坡',
    placeText: '横溪镇下陈村',
    state: 'draft',
    dueAt: at(dueHours),
    decidedAt: null,
    comment: null,
    ...more,
  }) as FeedbackRow;
const notice = (id: string, dueHours: number, state: NoticeView['state'] = 'issued'): NoticeView =>
  ({
    id,
    number: `督办〔2026〕${id}号`,
    state,
    orderCode: 37,
    demand: '请说明',
    issuedAt: at(-1),
    answerDueAt: at(dueHours),
  }) as NoticeView;
const followUp = (id: string, dueHours: number): FollowUpView =>
  ({
    id,
    orderCode: 37,
    what: '清理淤泥',
    unit: '横溪镇',
    person: '演示-吴',
    state: 'open',
    dueAt: at(dueHours),
  }) as FollowUpView;
const owed = (some: Partial<Owed>): Owed => ({ due: [], returned: [], notices: [], followUps: [], ...some });
const act = (deed: Deed, refusal: string | null = null): Act =>
  ({ ...deed, owner: 's05', clientId: 'c', at: NOW, attempts: 0, notBefore: 0, refusal }) as Act;
const NOTHING: Local = { acts: [], forms: [] };
const shown = (some: Partial<Owed>, local: Local = NOTHING) =>
  todosOf(owed(some), local).map(({ kind, id }) => `${kind} ${id}`);

describe('what is to be done', () => {
  test('everything owed, whose time runs out first on top', () => {
    expect(
      shown({
        due: [form('o1', 20)],
        notices: [notice('n1', 2)],
        followUps: [followUp('f1', 60), followUp('f2', -1)],
      }),
    ).toEqual(['followUp f2', 'notice n1', 'feedback o1', 'followUp f1']);
  });
  test('a returned form is there once, with what the centre said', () => {
    const back = form('o1', 20, { state: 'returned', comment: '请补照片' });
    const todos = todosOf(owed({ due: [back], returned: [back] }), NOTHING);
    expect(todos).toMatchObject([{ kind: 'returned', id: 'o1', place: '请补照片' }]);
  });
  test('an answered notice asks for nothing any more', () => {
    expect(shown({ notices: [notice('n1', 2, 'received'), notice('n2', 2, 'answered')] })).toEqual(['notice n1']);
  });
  test('each leads to its page', () => {
    const pages = todosOf(
      owed({ due: [form('o1', 1)], notices: [notice('n1', 2)], followUps: [followUp('f1', 3)] }),
      NOTHING,
    );
    expect(pages.map(({ page }) => page)).toEqual([
      { name: 'feedback', id: 'o1' },
      { name: 'notice', id: 'n1' },
      { name: 'followUp', id: 'f1' },
    ]);
  });
});

describe('what was done without a line', () => {
  const submitted = wantSubmit(
    openForm({ owner: 's05', orderId: 'o1', orderCode: 37, typeName: '山体滑坡' }, null),
    's',
  );
  const local: Local = {
    acts: [
      act({ kind: 'answer', noticeId: 'n1', answer: '已整改' }),
      act({ kind: 'complete', followUpId: 'f1', proof: '已清理' }),
      act({ kind: 'receive', noticeId: 'n2' }),
    ],
    forms: [submitted],
  };
  const all = {
    due: [form('o1', 1), form('o2', 9)],
    notices: [notice('n1', 2), notice('n2', 3)],
    followUps: [followUp('f1', 4)],
  };

  test('waits below what is still to be done, and is not in the figure on the tab', () => {
    expect(shown(all, local)).toEqual(['notice n2', 'feedback o2', 'feedback o1', 'notice n1', 'followUp f1']);
    expect(badgeOf(todosOf(owed(all), local), NOW)).toEqual({ count: 2, late: false });
  });
  test('a form the lists know nothing of yet is there too, once it was submitted or needs the person', () => {
    const draft = openForm({ owner: 's05', orderId: 'o9', orderCode: 38, typeName: '火灾' }, null);
    const only = (form: Form) => todosOf(owed({}), { acts: [], forms: [form] });
    expect(only(draft)).toEqual([]);
    expect(only(wantSubmit(draft, 's'))).toMatchObject([{ id: 'o9', orderCode: 38, text: '火灾', waiting: true }]);
    expect(only(refused(draft, '还不完整', []))).toMatchObject([{ id: 'o9', waiting: false }]);
  });
  test('a draft alone is not done', () => {
    const draft: Local = {
      acts: [],
      forms: [openForm({ owner: 's05', orderId: 'o1', orderCode: 37, typeName: '山体滑坡' }, null)],
    };
    expect(badgeOf(todosOf(owed(all), draft), NOW).count).toBe(5);
  });
  test('a refused deed is to be done again', () => {
    const again: Local = {
      acts: [act({ kind: 'answer', noticeId: 'n1', answer: 'x' }, '督办通知已答复')],
      forms: [],
    };
    expect(badgeOf(todosOf(owed({ notices: [notice('n1', 2)] }), again), NOW).count).toBe(1);
  });
});

test('the figure says when something is past its limit', () => {
  const late = todosOf(owed({ due: [form('o1', -0.1)], followUps: [followUp('f1', 4)] }), NOTHING);
  expect(badgeOf(late, NOW)).toEqual({ count: 2, late: true });
  expect(badgeOf([], NOW)).toEqual({ count: 0, late: false });
});

describe('how far a notice has come', () => {
  const stage = (state: NoticeView['state'], ...deeds: Deed[]) =>
    noticeStage(notice('n1', 2, state), { acts: deeds.map((deed) => act(deed)) });
  test('first the receipt, then the answer, then nothing', () => {
    expect(stage('issued')).toMatchObject({ received: false, answered: false });
    expect(stage('received')).toMatchObject({ received: true, answered: false });
    expect(stage('answered')).toMatchObject({ received: true, answered: true, answering: false });
  });
  test('what was tapped here counts at once, and is said to wait', () => {
    expect(stage('issued', { kind: 'receive', noticeId: 'n1' })).toMatchObject({ received: true, receiving: true });
    expect(stage('received', { kind: 'answer', noticeId: 'n1', answer: 'x' })).toMatchObject({
      answered: true,
      answering: true,
    });
    expect(stage('received', { kind: 'receive', noticeId: 'n1' }).receiving).toBe(false);
  });
});
