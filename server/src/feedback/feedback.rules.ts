import { FeedbackContent, type FeedbackDraft, type FeedbackState } from '@liandong/shared/feedback';
import type { Stamps } from '@liandong/shared/order';
import type { OrderStatus } from '@liandong/shared/order.lifecycle';

export type FeedbackAct = 'save' | 'submit' | 'return' | 'accept';

/** From which states each act is possible; anything else is refused with the present state. */
export const POSSIBLE: Record<FeedbackAct, readonly FeedbackState[]> = {
  save: ['draft', 'returned'],
  submit: ['draft', 'returned'],
  return: ['submitted'],
  accept: ['submitted'],
};

export const FEEDBACK_WORDS: Record<FeedbackState, string> = {
  draft: '尚未提交',
  submitted: '已提交，等待审核',
  returned: '已退回',
  accepted: '已采纳',
};

/** A team may begin to write at the scene; who never came, or was taken back, has nothing to report. 本县约定 */
export const mayWrite = ({ status, stamps }: { status: OrderStatus; stamps: Stamps }): boolean =>
  (status === 'on_scene' || status === 'cleared') && stamps.on_scene !== undefined;

/** How far ahead a follow-up may be planned, in years: beyond it the year was mistyped. 本县约定 */
const LONGEST_YEARS = 5;

const LABELS: Record<string, string> = {
  found: '现场情况',
  measures: '处置措施',
  result: '处置结果',
  dead: '死亡人数',
  injured: '受伤人数',
  missing: '失联人数',
  rescued: '救出人数',
  lossWan: '损失（万元）',
  people: '投入人数',
  equipment: '投入装备',
  what: '后续工作内容',
  unit: '责任单位',
  person: '责任人',
  phone: '责任人电话',
  dueDate: '期限',
};

interface WrongField {
  path: string;
  message: string;
}
type Read = { content: FeedbackContent; wrong: null } | { content: null; wrong: WrongField[] };

/**
 * Is a draft complete enough to be submitted? A follow-up needs person and unit (责任人、责任单位, 文件依据) and a date (本县约定).
 * @param today the county's date, `2026-07-14`
 * @returns the whole content, or every missing or wrong field with its path (`content.followUps.0.dueDate`)
 */
export function readContent(draft: FeedbackDraft, today: string): Read {
  const parsed = FeedbackContent.safeParse({ ...draft, followUps: draft.followUps?.map(withoutBlankPhone) });
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path }) => wrongField(path, valueAt(draft, path)));
    return { content: null, wrong };
  }
  const wrong = parsed.data.followUps.flatMap(({ dueDate }, index) => {
    const message = wrongDate(dueDate, today);
    return message ? [{ path: `content.followUps.${index}.dueDate`, message }] : [];
  });
  return wrong.length > 0 ? { content: null, wrong } : { content: parsed.data, wrong: null };
}

type Draft = NonNullable<FeedbackDraft['followUps']>[number];
const withoutBlankPhone = ({ phone, ...plan }: Draft): Draft => (phone?.trim() ? { ...plan, phone } : plan);

/** Dates as text sort as they follow each other. */
function wrongDate(dueDate: string, today: string): string | null {
  if (dueDate < today) return '期限不能早于今天';
  const latest = `${Number(today.slice(0, 4)) + LONGEST_YEARS}${today.slice(4)}`;
  return dueDate > latest ? `期限不能超过${LONGEST_YEARS}年` : null;
}

function wrongField(path: readonly PropertyKey[], value: unknown): WrongField {
  const label = LABELS[String(path.at(-1))] ?? '内容';
  const message = value === undefined || value === '' ? `请填写${label}` : `${label}填写有误`;
  return { path: ['content', ...path].map(String).join('.'), message };
}

const valueAt = (draft: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], draft);
