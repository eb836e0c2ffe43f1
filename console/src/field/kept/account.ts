import { ApiProblem, Offline } from '../../api/client';
import { language } from '../../i18n';
import { judge, type Outcome } from '../outbox.rules';

let username: string | null = null;

/** Whose things are sent: nothing one account left on the phone is sent by the next. */
export const owner = (): string | null => username;
export const setOwner = (name: string | null): void => {
  username = name;
};

/** A refusal in the server's words, its title in the language of the screen. */
export function wordsOf({ problem }: ApiProblem): string {
  const title = language() === 'en' ? problem.titleEn : problem.title;
  const wrong = (problem.fields ?? []).map(({ message }) => message).join('；');
  return [title, problem.detail, wrong, problem.advice].filter(Boolean).join(' · ');
}

/** What a failed attempt means for what is kept: later, or refused and why. */
export function outcomeOf(error: unknown): Exclude<Outcome, { kind: 'accepted' }> {
  const status = error instanceof ApiProblem ? error.problem.status : null;
  if (!(error instanceof ApiProblem || error instanceof Offline)) return { kind: 'later' };
  const outcome = judge(status, error instanceof ApiProblem ? wordsOf(error) : '');
  return outcome.kind === 'refused' ? outcome : { kind: 'later' };
}
