import { FEEDBACK_FIELDS, type FeedbackDraft, type FeedbackState, type FeedbackView } from '@liandong/shared/feedback';

export type Field = keyof FeedbackDraft;
export const NUMBERS: readonly Field[] = ['dead', 'injured', 'missing', 'rescued', 'lossWan', 'people'];

/** Missing and empty are the same to a reader. */
const plain = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : JSON.stringify(value);
  return String(value);
};

/** Fields whose content differs between two versions. */
export const changedFields = (a: FeedbackDraft, b: FeedbackDraft): Field[] =>
  FEEDBACK_FIELDS.filter((field) => plain(a[field]) !== plain(b[field]));

/** Versions that carry a content of their own: a return or an acceptance judges what was submitted. */
export const submitted = (view: Pick<FeedbackView, 'versions'>): FeedbackView['versions'] =>
  view.versions.filter((version) => version.action === 'submitted').sort((a, b) => b.version - a.version);

/** What the form is compared with at first: what stood there when it was last returned; null: it is new. */
export function comparedVersion(view: Pick<FeedbackView, 'versions' | 'state'>): number | null {
  const kept = submitted(view);
  // While it is being written again, the last submission is the one to compare with.
  const before = view.state === 'returned' || view.state === 'draft' ? kept[0] : kept[1];
  return before?.version ?? null;
}

/** Only what lies before the centre is judged. */
export const mayJudge = (state: FeedbackState): boolean => state === 'submitted';

/** The tabs of the review list; 待交 is everything owed and not handed in. */
export const LISTS = ['submitted', 'due', 'returned', 'accepted'] as const;
export type FeedbackList = (typeof LISTS)[number];
