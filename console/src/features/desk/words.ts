import type { OrderView } from '@liandong/shared/order';
import type { TFunction } from 'i18next';

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

/** `横溪镇 下陈村`, or that the place is not known. */
export function placeWords(
  incident: { placeText: string | null; townshipName: string | null },
  unknown: string,
): string {
  const { placeText, townshipName } = incident;
  if (placeText === null || placeText === '') return townshipName ?? unknown;
  return townshipName === null || placeText.includes(townshipName) ? placeText : `${townshipName} ${placeText}`;
}
