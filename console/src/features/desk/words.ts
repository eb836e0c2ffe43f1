import type { ObligationView } from '@liandong/shared/obligation';
import type { OrderView } from '@liandong/shared/order';
import { POSTS } from '@liandong/shared/team';
import { UPWARD_STAGES } from '@liandong/shared/upward';
import type { TFunction } from 'i18next';
import { i18next } from '../../i18n';

/** `2026-07-14-0117` and the like: the part people say. */
export const shortNumber = (number: string): string => number.split('-').at(-1) ?? number;

const CIRCLED = ['⓪', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'];
export const circled = (n: number): string => CIRCLED[n] ?? String(n);

type Target = Omit<OrderView['target'], 'dueAt'>;
type Translate = TFunction<readonly ['desk', 'signs']>;

/** `集结 15 分` */
export const targetShort = (target: Target, t: Translate): string =>
  t('desk:targetMinutes', { measure: t(`signs:measure.${target.measure}`), minutes: Math.round(target.seconds / 60) });

/** `集结 15 分 · 昼 · 规则③` */
export function targetText(target: Target, t: Translate, separator = ' · '): string {
  return [
    targetShort(target, t),
    t(target.daytime ? 'desk:day' : 'desk:night'),
    t('desk:rule', { no: circled(target.ruleNo) }),
    ...(target.placeUnknown ? [t('desk:placeUnknownRule')] : []),
  ].join(separator);
}

type Owed = Pick<ObligationView, 'kind' | 'stage'>;
const stageOf = ({ kind, stage }: Owed) =>
  kind === 'upward_report' ? UPWARD_STAGES.find((each) => each === stage) : undefined;

/** What is owed: 集结, 动态报告, 电话初报 … */
export function owesWord(owed: Owed): string {
  const stage = stageOf(owed);
  return stage === undefined ? i18next.t(`signs:owes.${owed.kind}`) : i18next.t(`signs:upward.${stage}`);
}

/** What has not come in time: 未集结, 未报动态, 电话初报未报 … */
export function owesLateWord(owed: Owed): string {
  const stage = stageOf(owed);
  return stage === undefined ? i18next.t(`signs:owesLate.${owed.kind}`) : i18next.t(`signs:upwardLate.${stage}`);
}

/** `横溪镇 下陈村`, or that the place is not known. */
export function placeWords(
  incident: { placeText: string | null; townshipName: string | null },
  unknown: string,
): string {
  const { placeText, townshipName } = incident;
  if (placeText === null || placeText === '') return townshipName ?? unknown;
  return townshipName === null || placeText.includes(townshipName) ? placeText : `${townshipName} ${placeText}`;
}

/** Whom a message goes to, by post or otherwise, in the page's language; what is not known as it was written. */
export function postWord(post: string): string {
  const known = POSTS.find((each) => each === post);
  if (known !== undefined) return i18next.t(`signs:post.${known}`);
  const word = `signs:recipient.${post}`;
  return i18next.exists(word) ? i18next.t(word as 'signs:recipient.unit') : post;
}
