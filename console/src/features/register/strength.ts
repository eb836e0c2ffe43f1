import type { StrengthRuleView } from '@liandong/shared/register';
import type { TeamRow } from '@liandong/shared/team';
import { useTranslation } from 'react-i18next';
import { inForce, nextPlanned } from '../settings/versions.rules';

/** A scope as it stands, what is planned, all there ever was, and the teams it decides about now. */
export interface StrengthRow {
  rule: StrengthRuleView;
  planned: StrengthRuleView | undefined;
  versions: StrengthRuleView[];
  teams: TeamRow[];
}

const KINDS = ['township', 'team', 'class'];
const kindOf = (scope: string): number => KINDS.indexOf(scope.split('-')[0] ?? '');

/** Township classes, single teams, classes of teams. */
export function rowsOf(rules: readonly StrengthRuleView[], teams: readonly TeamRow[], now: number): StrengthRow[] {
  const scopes = [...new Set(rules.map((rule) => rule.scope))].sort(
    (a, b) => kindOf(a) - kindOf(b) || a.localeCompare(b),
  );
  return scopes.flatMap((scope) => {
    const versions = rules.filter((rule) => rule.scope === scope);
    const rule = inForce(versions, now) ?? versions.at(-1);
    if (rule === undefined) return [];
    const ruled = teams.filter((team) => team.minimumScope === scope);
    return [{ rule, planned: nextPlanned(versions, now), versions, teams: ruled }];
  });
}

/** A scope in words: 一类乡镇街道的分队, P02 医疗救护队, 其余专业应急队伍. */
export function useScope(teams: readonly TeamRow[]): (scope: string) => string {
  const { t } = useTranslation(['register', 'signs']);
  return (scope) => {
    const [kind = '', key = ''] = scope.split('-');
    if (kind === 'township')
      return t('register:strength.township', { class: t(`register:strength.class.${key as '1'}`) });
    if (kind === 'class') return t('register:strength.others', { class: t(`signs:teamClass.${key as 'public'}`) });
    return `${key} ${teams.find((team) => team.code === key)?.shortName ?? ''}`.trim();
  };
}
