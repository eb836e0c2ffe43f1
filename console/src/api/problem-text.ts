import { language } from '../i18n';
import { ApiProblem } from './client';

/** A failure in one or two sentences for the person at the desk: what is wrong, which field, what to do. */
export function problemText(error: unknown, offline: string): string {
  if (!(error instanceof ApiProblem)) return offline;
  const { title, titleEn, detail, advice, fields } = error.problem;
  if (language() === 'en') return titleEn;
  const wrong = (fields ?? []).map((field) => field.message).join('；');
  return [title, detail, wrong, advice].filter((part) => part !== undefined && part !== '').join('。');
}
