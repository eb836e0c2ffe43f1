import type { FeedbackDraft, FeedbackView } from '@liandong/shared/feedback';
import { create } from 'zustand';
import { ApiProblem, call } from '../../api/client';
import { uuid } from '../../ui/uuid';
import { outcomeOf, owner, wordsOf } from '../kept/account';
import { dropPhotos, usePhotos } from '../kept/photos';
import { formSubject, waitingOf } from '../kept/photos.rules';
import { put, readShelf, take } from '../kept/vault';
import { makeWorker } from '../kept/worker';
import { useOutbox } from '../outbox';
import type { Form, FormOf } from './form.rules';
import * as rules from './form.rules';
import { forServer, lacksOfProblem } from './missing.rules';

type Forms = Readonly<Record<string, Form>>;

/** The feedback forms on this phone, by `keyOf`; they survive a closed app. */
export const useForms = create<{ forms: Forms }>(() => ({ forms: {} }));

const keyOf = (name: string, orderId: string): string => `${name}/${orderId}`;
let answered: (view: FeedbackView) => void = () => {};

function keep(form: Form): void {
  const key = keyOf(form.owner, form.orderId);
  useForms.setState(({ forms }) => ({ forms: { ...forms, [key]: form } }));
  void put('forms', key, form);
}

/** The form as it now stands, if it is still on the phone. */
function change({ owner: name, orderId }: Pick<Form, 'owner' | 'orderId'>, next: (form: Form) => Form): void {
  const form = useForms.getState().forms[keyOf(name, orderId)];
  if (form) keep(next(form));
}

async function drop({ owner: name, orderId }: Pick<Form, 'owner' | 'orderId'>): Promise<void> {
  useForms.setState(({ forms: { [keyOf(name, orderId)]: _, ...forms } }) => ({ forms }));
  await Promise.all([take('forms', keyOf(name, orderId)), dropPhotos(formSubject(orderId))]);
}

/** A conflict: look who was faster, and with what. */
async function compare(form: Form, problem: ApiProblem): Promise<void> {
  const view = await call('getFeedback', { params: { id: form.orderId } });
  answered(view);
  if (form.submitId !== null && form.changedAt === null && !rules.isWritable(view.state)) return drop(form);
  if (rules.isOvertaken(form, view))
    change(form, (f) => rules.overtaken(f, view, problem.problem.detail ?? '', Date.now()));
  else change(form, (f) => rules.refused(f, wordsOf(problem), []));
}

async function explain(form: Form, error: unknown): Promise<void> {
  if (error instanceof ApiProblem && error.problem.status === 409)
    return compare(form, error).catch(() => change(form, (f) => rules.delay(f, Date.now())));
  const outcome = outcomeOf(error);
  const fields = error instanceof ApiProblem ? error.problem.fields : undefined;
  change(form, (f) =>
    outcome.kind === 'refused'
      ? rules.refused(f, outcome.words, lacksOfProblem(f.content, fields))
      : rules.delay(f, Date.now()),
  );
}

async function save(form: Form): Promise<void> {
  const begun = rules.beginSave(form, uuid());
  keep(begun);
  const { content, ...rest } = begun.saving!;
  try {
    const body = { content: forServer(content), ...rest };
    const view = await call('saveFeedback', { params: { id: form.orderId }, body });
    change(form, (f) => rules.saved(f, view.version));
    answered(view);
  } catch (error) {
    await explain(begun, error);
  }
}

async function submit(form: Form, clientId: string): Promise<void> {
  keep(rules.beginSubmit(form));
  try {
    const view = await call('submitFeedback', { params: { id: form.orderId }, body: { clientId } });
    await drop(form);
    answered(view);
  } catch (error) {
    await explain(form, error);
  }
}

/** The server takes a form only of who has arrived: reports still on this phone go first. */
const hasUnsentReport = (orderId: string): boolean =>
  useOutbox.getState().queue.some((report) => report.orderId === orderId && report.refusal === null);

function nextOf(form: Form, now: number) {
  if (hasUnsentReport(form.orderId)) return null;
  const next = rules.nextMove(form, waitingOf(usePhotos.getState().photos, formSubject(form.orderId)), now);
  if (next === null) return null;
  const run = () => (next.move === 'save' ? save(form) : submit(form, form.submitId!));
  return { at: next.at, run };
}

export const wakeForms = makeWorker((now) => {
  const due = Object.values(useForms.getState().forms)
    .filter((form) => form.owner === owner())
    .map((form) => nextOf(form, now))
    .filter((next) => next !== null);
  return due.sort((a, b) => a.at - b.at)[0] ?? null;
});

/** Read what was left on the phone, and say who wants the server's newest view. */
export async function startForms(onAnswer: (view: FeedbackView) => void): Promise<void> {
  answered = onAnswer;
  const stored = await readShelf<Form>('forms');
  const forms = Object.fromEntries(stored.map((form): [string, Form] => [keyOf(form.owner, form.orderId), form]));
  useForms.setState((now) => ({ forms: { ...forms, ...now.forms } }));
  retryForms();
}

/** The line is back. */
export function retryForms(): void {
  for (const form of Object.values(useForms.getState().forms)) if (form.notBefore > 0) keep(rules.retryForm(form));
  wakeForms();
}

/** The form of an order as this phone has it; begun from the server's view at the first keystroke. */
export function useForm(name: string, orderId: string): Form | null {
  return useForms(({ forms }) => forms[keyOf(name, orderId)] ?? null);
}

function begin(of: FormOf, view: FeedbackView | null): Form {
  return useForms.getState().forms[keyOf(of.owner, of.orderId)] ?? rules.openForm(of, view);
}

/** The form is on this phone from the first photo on, before it has reached the server. */
export const beginForm = (of: FormOf, view: FeedbackView | null): void => keep(begin(of, view));

/** One keystroke: on the phone at once, on the server soon. */
export function write(of: FormOf, view: FeedbackView | null, patch: FeedbackDraft): void {
  keep(rules.edit(begin(of, view), patch, Date.now()));
  wakeForms();
}

/** A photo of the form has reached the server. Of one given up meanwhile nothing is left to show it. */
export function attachToForm(photo: { owner: string; orderId: string }, attachmentId: string): void {
  change(photo, (form) => rules.attach(form, attachmentId, Date.now()));
  wakeForms();
}

export function submitForm(of: FormOf, view: FeedbackView | null): void {
  keep(rules.wantSubmit(begin(of, view), uuid()));
  wakeForms();
}
export const goOnWriting = (form: Form): void => change(form, rules.takeBack);

export function chooseWords(form: Form, whose: 'mine' | 'theirs'): void {
  change(form, (f) => rules.choose(f, whose, Date.now()));
  wakeForms();
}

/** The server's view is newer than what lies here unchanged; or the form is with the centre and nothing is left to send. */
export function takeView(name: string, view: FeedbackView): void {
  const form = useForms.getState().forms[keyOf(name, view.orderId)];
  if (!form || !rules.isClean(form)) return;
  if (rules.isWritable(view.state)) keep(rules.follow(form, view));
  else void drop(form);
}

/** What was written here is given up. */
export const giveUp = (form: Form): void => void drop(form);
