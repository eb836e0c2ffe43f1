import { FEEDBACK_FIELDS, FeedbackContent, type FeedbackDraft } from '@liandong/shared/feedback';
import type { ProblemBody } from '@liandong/shared/problem';
import type { Field } from './merge.rules';

export const PLAN_PARTS = ['what', 'unit', 'person', 'phone', 'dueDate'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** One thing that keeps the form from being submitted. `index` and `part`: in which follow-up. `words`: the server's. */
export interface Lack {
  field: Field;
  index?: number;
  part?: PlanPart;
  why: 'missing' | 'short' | 'invalid' | 'past';
  words?: string;
}

interface Issue {
  path: readonly PropertyKey[];
  code?: string;
}

const isField = (name: unknown): name is Field => (FEEDBACK_FIELDS as readonly unknown[]).includes(name);
const isPart = (name: unknown): name is PlanPart => (PLAN_PARTS as readonly unknown[]).includes(name);

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], content);
}

function whyOf(value: unknown, code: string | undefined): Lack['why'] {
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return 'missing';
  return code === 'too_small' ? 'short' : 'invalid';
}

/** Where a wrong path lies in the form; null: not in the form at all. */
function placeOf([first, second, third]: readonly PropertyKey[]): Omit<Lack, 'why'> | null {
  if (!isField(first)) return null;
  const index = second === undefined ? Number.NaN : Number(second);
  if (first !== 'followUps' || !Number.isInteger(index)) return { field: first };
  return isPart(third) ? { field: first, index, part: third } : { field: first, index };
}

const keyOf = ({ field, index, part }: Omit<Lack, 'why'>): string => [field, index, part].join('.');

/** In the order of the form, each place once. */
function inOrder(lacks: readonly Lack[]): Lack[] {
  const once = [...new Map(lacks.map((lack) => [keyOf(lack), lack])).values()];
  return once.sort(
    (a, b) => FEEDBACK_FIELDS.indexOf(a.field) - FEEDBACK_FIELDS.indexOf(b.field) || (a.index ?? -1) - (b.index ?? -1),
  );
}

function lackOf(content: FeedbackDraft, { path, code }: Issue): Lack | null {
  const place = placeOf(path);
  return place && { ...place, why: whyOf(valueAt(content, path), code) };
}

const present = <T>(value: T | null): value is T => value !== null;

/**
 * What the form still lacks, by the same contract the server asks with.
 * @param today the county's date, `2026-07-14`: nothing is still to be done before it
 */
export function lacksOf(content: FeedbackDraft, today: string): Lack[] {
  const parsed = FeedbackContent.safeParse(forServer(content));
  if (!parsed.success) return inOrder(parsed.error.issues.map((issue) => lackOf(content, issue)).filter(present));
  return parsed.data.followUps.flatMap(({ dueDate }, index): Lack[] =>
    dueDate < today ? [{ field: 'followUps', index, part: 'dueDate', why: 'past' }] : [],
  );
}

/** The server's field errors as places of the form; a path may begin with `content`. Others are left out. */
export function lacksOfProblem(content: FeedbackDraft, fields: ProblemBody['fields']): Lack[] {
  return inOrder(
    (fields ?? [])
      .map(({ path, message }): Lack | null => {
        const keys = path.split('.').filter((key, at) => at > 0 || key !== 'content');
        const lack = lackOf(content, { path: keys });
        return lack && { ...lack, words: message };
      })
      .filter(present),
  );
}

/** The address of a place on the page: where to scroll. */
export const idOf = (lack: Omit<Lack, 'why' | 'words'>): string =>
  ['feedback', lack.field, lack.index, lack.part].filter((part) => part !== undefined).join('-');

/** As it is sent: a telephone left empty is none. */
export function forServer(content: FeedbackDraft): FeedbackDraft {
  if (content.followUps === undefined) return content;
  return {
    ...content,
    followUps: content.followUps.map(({ phone, ...plan }) => ((phone ?? '').trim() === '' ? plan : { ...plan, phone })),
  };
}
