import { useTranslation } from 'react-i18next';
import { i18next } from '../../i18n';
import { formatDate, formatMinute } from '../../ui/time';
import { plainSpan } from './county.rules';
import type { VersionState } from './versions.rules';

/** `2026-07-14 14:00` in the county's time. */
export const dayAndMinute = (at: string | number): string => `${formatDate(at)} ${formatMinute(at)}`;

/** A number's name in the language of the page; one without a word yet is called as the server calls it. */
export function numberName(key: string, title: string): string {
  const word = `settings:numbers.${key}`;
  return i18next.exists(word) ? i18next.t(word as 'settings:numbers.acknowledgeSeconds') : title;
}

/** 文件依据 and 本县约定 in the language of the page; other words as they were written. */
export function basisWords(basis: string): string {
  if (basis === '文件依据') return i18next.t('settings:bases.document');
  return basis === '本县约定' ? i18next.t('settings:bases.county') : basis;
}

export function unitWords(unit: string): string {
  const word = `settings:unit.${unit}`;
  return i18next.exists(word) ? i18next.t(word as 'settings:unit.秒') : unit;
}

/** `= 24 小时` beside 86400 秒; nothing where seconds are plain enough, or it counts something else. */
export function spanWords(value: number, unit: string): string {
  const span = unit === '秒' ? plainSpan(value) : null;
  return span === null ? '' : `= ${i18next.t(`settings:span.${span.unit}`, { count: span.count })}`;
}

const SIGNS: Record<VersionState, string> = { in_force: '●', planned: '◷', past: '○', withdrawn: '✕' };

/** What has become of a version: a sign and a word. */
export function StateWord({ state }: { state: VersionState }) {
  const { t } = useTranslation('settings');
  return (
    <span className={`version-state ${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {t(`state.${state}`)}
    </span>
  );
}
