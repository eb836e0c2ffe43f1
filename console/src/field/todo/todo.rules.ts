import type { FeedbackRow, FollowUpView } from '@liandong/shared/feedback';
import type { NoticeView } from '@liandong/shared/supervision';
import type { Form } from '../feedback/form.rules';
import { type Act, aboutOf } from '../kept/acts.rules';
import type { Page } from '../page.rules';

/** What the team owes in writing, as the server knows it. */
export interface Owed {
  due: readonly FeedbackRow[];
  returned: readonly FeedbackRow[];
  notices: readonly NoticeView[];
  followUps: readonly FollowUpView[];
}

export type TodoKind = 'notice' | 'returned' | 'feedback' | 'followUp';

/** One thing to do. `startedAt` only colours the clock; `waiting`: done on this phone, not with the server yet. */
export interface Todo {
  kind: TodoKind;
  page: Page;
  id: string;
  /** What it is about: the notice's number, the order's code, the work still to be done. */
  number: string | null;
  orderCode: number | null;
  text: string;
  place: string | null;
  startedAt: string;
  dueAt: string | null;
  waiting: boolean;
}

/** What is kept on this phone and not sent yet. */
export interface Local {
  acts: readonly Act[];
  forms: readonly Form[];
}

/** How long before its limit a paper's clock begins, for its colour alone: amber from half of it on. 本县约定 */
const BEGINS_BEFORE_MS = { feedback: 24 * 3_600_000, followUp: 48 * 3_600_000 } as const;

/** Where the clock of a paper begins that only knows its limit. */
export const startOf = (kind: keyof typeof BEGINS_BEFORE_MS, dueAt: string): string =>
  new Date(Date.parse(dueAt) - BEGINS_BEFORE_MS[kind]).toISOString();

const isKept = (local: Local, kind: Act['kind'], id: string): boolean =>
  local.acts.some((act) => act.kind === kind && act.refusal === null && aboutOf(act) === id);

function formTodo(kind: 'feedback' | 'returned', row: FeedbackRow, local: Local): Todo {
  const { orderId: id, orderCode, typeName, placeText, incidentNumber, dueAt } = row;
  return {
    kind,
    page: { name: 'feedback', id },
    id,
    number: null,
    orderCode,
    text: typeName ?? incidentNumber,
    place: kind === 'returned' ? row.comment : placeText,
    startedAt: dueAt === null ? '' : startOf('feedback', dueAt),
    dueAt,
    waiting: local.forms.some((form) => form.orderId === id && form.submitId !== null),
  };
}

function noticeTodo(notice: NoticeView, local: Local): Todo {
  const { id, number, orderCode, demand, issuedAt, answerDueAt } = notice;
  return {
    kind: 'notice',
    page: { name: 'notice', id },
    id,
    number,
    orderCode,
    text: demand,
    place: null,
    startedAt: issuedAt,
    dueAt: answerDueAt,
    waiting: isKept(local, 'answer', id),
  };
}

function followUpTodo({ id, orderCode, what, unit, person, dueAt }: FollowUpView, local: Local): Todo {
  return {
    kind: 'followUp',
    page: { name: 'followUp', id },
    id,
    number: null,
    orderCode,
    text: what,
    place: `${unit} ${person}`,
    startedAt: startOf('followUp', dueAt),
    dueAt,
    waiting: isKept(local, 'complete', id),
  };
}

/** A form written without a line, of which the lists know nothing yet; a draft that merely has not been saved is none. */
function unlisted(owed: Owed, local: Local): Todo[] {
  const listed = new Set([...owed.due, ...owed.returned].map(({ orderId }) => orderId));
  return local.forms
    .filter((form) => !listed.has(form.orderId))
    .filter((form) => form.submitId !== null || form.theirs !== null || form.refusal !== null)
    .map(({ orderId: id, orderCode, typeName, submitId }) => ({
      kind: 'feedback',
      page: { name: 'feedback', id },
      id,
      number: null,
      orderCode,
      text: typeName ?? '',
      place: null,
      startedAt: '',
      dueAt: null,
      waiting: submitId !== null,
    }));
}

/** A notice asks for something until it is answered; after that the supervisor has it. */
const asks = (notice: NoticeView): boolean => notice.state === 'issued' || notice.state === 'received';

/** Everything the team owes, whose time runs out first on top; what only waits for a line last. */
export function todosOf(owed: Owed, local: Local): Todo[] {
  const returned = owed.returned.map((row) => formTodo('returned', row, local));
  const due = owed.due.filter((row) => !owed.returned.some((other) => other.orderId === row.orderId));
  return [
    ...owed.notices.filter(asks).map((notice) => noticeTodo(notice, local)),
    ...returned,
    ...due.map((row) => formTodo('feedback', row, local)),
    ...unlisted(owed, local),
    ...owed.followUps.filter(({ state }) => state === 'open').map((followUp) => followUpTodo(followUp, local)),
  ].sort((a, b) => Number(a.waiting) - Number(b.waiting) || (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
}

/** The figure on the tab: what a person still has to do. `late`: one of them is past its limit. */
export function badgeOf(todos: readonly Todo[], now: number): { count: number; late: boolean } {
  const asked = todos.filter((todo) => !todo.waiting);
  return {
    count: asked.length,
    late: asked.some(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < now),
  };
}

/** A notice as it will be once everything done on this phone has arrived. */
export function noticeStage(notice: NoticeView, local: Pick<Local, 'acts'>) {
  const receiving = isKept({ ...local, forms: [] }, 'receive', notice.id);
  const answering = isKept({ ...local, forms: [] }, 'answer', notice.id);
  return {
    received: notice.state !== 'issued' || receiving,
    answered: !asks(notice) || answering,
    receiving: receiving && notice.state === 'issued',
    answering: answering && asks(notice),
  };
}
