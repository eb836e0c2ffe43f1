import { Problem } from '../platform/problem.js';
import { takesEffect, type Version, whyStays } from './versions.rules.js';

/** When a version takes effect. @throws Problem bad-request: nothing takes effect back in time */
export function effectOf(wanted: string, now: Date): Date {
  const effectiveFrom = takesEffect(new Date(wanted), now);
  if (!effectiveFrom) throw Problem.field('effectiveFrom', '生效时间不得早于现在：规则不溯及既往');
  return effectiveFrom;
}

const STAYS = { withdrawn: '这一版已撤销', in_effect: '这一版已生效，不能撤销；请另立新版' } as const;

/** The version to take back. @throws Problem not-found, wrong-state (in effect, or withdrawn already) */
export function versionToWithdraw<T extends Version>(versions: readonly T[], version: number, now: Date): T {
  const found = versions.find((one) => one.version === version);
  if (!found) throw new Problem('not-found', { detail: '没有这一版' });
  const state = whyStays(found, now);
  if (state) throw new Problem('wrong-state', { state, detail: STAYS[state] });
  return found;
}
