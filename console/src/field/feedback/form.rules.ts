import type { FeedbackDraft, FeedbackView } from '@liandong/shared/feedback';
import { putOff, readyAt, type Tries, tried, UNTRIED } from '../kept/retry.rules';
import { type Field, isSameContent, merge, take } from './merge.rules';
import type { Lack } from './missing.rules';

/** Whose form, of which order, and what the order is called on this phone. */
export interface FormOf {
  owner: string;
  orderId: string;
  orderCode: number | null;
  typeName: string | null;
}

/** A feedback form as it stands on this phone. Instants in ms by the device's clock. */
export interface Form extends FormOf, Tries {
  content: FeedbackDraft;
  /** What the server had when this was begun, or last answered, and its version. */
  base: FeedbackDraft;
  baseVersion: number;
  /** The last keystroke the server does not have; null: it has everything. */
  changedAt: number | null;
  /** A save that was sent and not answered: sent again just as it was. */
  saving: { clientId: string; content: FeedbackDraft; baseVersion: number } | null;
  /** The person pressed submit: it follows as soon as everything else is there. */
  submitId: string | null;
  /** The server did not take it: its words, and the places it named. */
  refusal: { words: string; lacks: Lack[] } | null;
  /** Somebody else was faster, and both changed the same: what the server has, and its words about who it was. */
  theirs: { view: FeedbackView; words: string } | null;
}

/** Typing pauses this long before the draft goes to the server. */
export const SAVE_AFTER_MS = 2_000;

/** Can still be written: not with the centre. */
export const isWritable = (state: FeedbackView['state']): boolean => state === 'draft' || state === 'returned';
export const isClean = (form: Form): boolean => form.changedAt === null && form.saving === null && !form.theirs;

/** The form as the server has it; without a line, an empty one. */
export function openForm(of: FormOf, view: FeedbackView | null): Form {
  const content = view?.content ?? {};
  return {
    ...UNTRIED,
    ...of,
    content,
    base: content,
    baseVersion: view?.version ?? 0,
    changedAt: null,
    saving: null,
    submitId: null,
    refusal: null,
    theirs: null,
  };
}

/** One keystroke. It takes a submit back: what is sent is what was on the screen when it was pressed. */
export function edit(form: Form, patch: FeedbackDraft, now: number): Form {
  return { ...form, content: { ...form.content, ...patch }, changedAt: now, submitId: null, refusal: null };
}

/** A photo reached the server: the form shows it. */
export function attach(form: Form, attachmentId: string, now: number): Form {
  const ids = form.content.attachmentIds ?? [];
  if (ids.includes(attachmentId)) return form;
  return { ...form, content: { ...form.content, attachmentIds: [...ids, attachmentId] }, changedAt: now };
}

export const wantSubmit = (form: Form, clientId: string): Form => ({
  ...form,
  submitId: clientId,
  refusal: null,
  notBefore: 0,
});

export type Move = { move: 'save' | 'submit'; at: number } | null;

/** What is to be done next for the form, and from when. Photos go before the submit, and so does every keystroke. */
export function nextMove(form: Form, photosWaiting: number, now: number): Move {
  if (form.theirs || form.refusal) return null;
  const retry = readyAt(form, now);
  if (form.saving) return { move: 'save', at: retry };
  if (form.changedAt !== null) {
    const pause = form.submitId === null ? Math.min(form.changedAt, now) + SAVE_AFTER_MS : now;
    return { move: 'save', at: Math.max(retry, pause) };
  }
  return form.submitId !== null && photosWaiting === 0 ? { move: 'submit', at: retry } : null;
}

/** The save that leaves now. One without an answer is repeated, newer words wait for the next. */
export function beginSave(form: Form, clientId: string): Form {
  const saving = form.saving ?? { clientId, content: form.content, baseVersion: form.baseVersion };
  return tried({ ...form, saving });
}
export const beginSubmit = (form: Form): Form => tried(form);
/** Not yet: the person goes on writing. */
export const takeBack = (form: Form): Form => ({ ...form, submitId: null });
export const delay = (form: Form, now: number): Form => putOff(form, now);

/** The server has what was sent. */
export function saved(form: Form, version: number): Form {
  const base = form.saving?.content ?? form.content;
  const changedAt = isSameContent(base, form.content) ? null : form.changedAt;
  return { ...form, ...UNTRIED, base, baseVersion: version, saving: null, changedAt };
}

/** The server refused: the person has to change something. */
export const refused = (form: Form, words: string, lacks: Lack[]): Form => ({
  ...form,
  ...UNTRIED,
  saving: null,
  submitId: null,
  refusal: { words, lacks },
});

/** Did somebody else write since? If not, a refusal has another cause. */
export const isOvertaken = (form: Form, view: FeedbackView): boolean =>
  view.version !== form.baseVersion || !isWritable(view.state);

/**
 * Somebody else saved first. What only one of the two changed is put together by itself; where both changed the same
 * field the person chooses. A form that meanwhile went to the centre can only be looked at.
 */
export function overtaken(form: Form, view: FeedbackView, words: string, now: number): Form {
  const { merged, clashes } = merge(form.base, form.content, view.content);
  if (clashes.length > 0 || !isWritable(view.state))
    return { ...form, ...UNTRIED, saving: null, submitId: null, theirs: { view, words } };
  return rebased(form, view, merged, now);
}

function rebased(form: Form, view: FeedbackView, content: FeedbackDraft, now: number): Form {
  const changedAt = isSameContent(view.content, content) ? null : now;
  const next = { content, base: view.content, baseVersion: view.version, changedAt };
  return { ...form, ...UNTRIED, ...next, saving: null, theirs: null };
}

/** The person chose, for the fields both had changed. */
export function choose(form: Form, whose: 'mine' | 'theirs', now: number): Form {
  if (!form.theirs) return form;
  const { view } = form.theirs;
  const { merged, clashes } = merge(form.base, form.content, view.content);
  const content = whose === 'mine' ? merged : take(merged, view.content, clashes);
  return rebased(form, view, content, now);
}

/** The server's newest view, while nothing is unsaved here. */
export function follow(form: Form, view: FeedbackView): Form {
  if (!isClean(form) || view.version <= form.baseVersion) return form;
  return { ...form, content: view.content, base: view.content, baseVersion: view.version };
}

/** The fields the person has to choose between. */
export const clashesOf = (form: Form): Field[] =>
  form.theirs ? merge(form.base, form.content, form.theirs.view.content).clashes : [];

/** The line is back, or the person signed in again. */
export const retryForm = (form: Form): Form => (form.notBefore > 0 ? { ...form, notBefore: 0 } : form);

export type DraftState = 'empty' | 'saved' | 'saving' | 'phone' | 'waiting';

/** Where the draft is, for the person who wrote it. `known`: the server has a version. */
export function draftState(form: Form | null, known: boolean, online: boolean): DraftState {
  if (form === null) return known ? 'saved' : 'empty';
  if (form.submitId !== null) return 'waiting';
  if (isClean(form)) return 'saved';
  return online && form.attempts < 2 && form.refusal === null ? 'saving' : 'phone';
}
