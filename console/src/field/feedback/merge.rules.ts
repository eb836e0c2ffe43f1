import { FEEDBACK_FIELDS, type FeedbackDraft } from '@liandong/shared/feedback';

export type Field = keyof FeedbackDraft;

/** A value as it counts: nothing written, an empty word and a zero are the same; spaces around words are nothing. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, inner]): [string, unknown] => [key, plain(inner)])
        .filter(([, inner]) => inner !== null)
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  return value === undefined || value === 0 ? null : value;
}

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));
export const isSameContent = (a: FeedbackDraft, b: FeedbackDraft): boolean => changedFields(a, b).length === 0;
/** What differs between two contents. */
export const changedFields = (from: FeedbackDraft, to: FeedbackDraft): Field[] =>
  FEEDBACK_FIELDS.filter((field) => !isSame(from[field], to[field]));

/** Photos of both, without those either of the two took away. */
function mergeIds(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const gone = base.filter((id) => !mine.includes(id) || !theirs.includes(id));
  return [...new Set([...theirs, ...mine])].filter((id) => !gone.includes(id));
}

/**
 * Two people wrote on the same form since `base`. Where only one changed a field, that change stands; photos are put
 * together. `clashes`: fields both changed, each in another way; `merged` has my words there.
 */
export function merge(
  base: FeedbackDraft,
  mine: FeedbackDraft,
  theirs: FeedbackDraft,
): { merged: FeedbackDraft; clashes: Field[] } {
  const changedHere = changedFields(base, mine);
  const changedThere = changedFields(base, theirs);
  const clashes = changedHere
    .filter((field) => field !== 'attachmentIds' && changedThere.includes(field))
    .filter((field) => !isSame(mine[field], theirs[field]));
  const merged = take(theirs, mine, changedHere);
  merged.attachmentIds = mergeIds(base.attachmentIds ?? [], mine.attachmentIds ?? [], theirs.attachmentIds ?? []);
  return { merged, clashes };
}

/** `into` with these fields as `from` has them. */
export function take(into: FeedbackDraft, from: FeedbackDraft, fields: readonly Field[]): FeedbackDraft {
  return { ...into, ...Object.fromEntries(fields.map((field) => [field, from[field]])) };
}
