import type { ResponseRuleView } from '@liandong/shared/response-rule';

interface Team {
  code: string;
  base: string;
  townshipCode: string;
}
interface Township {
  code: string;
  urban: boolean;
}
export type Where = 'seat' | 'outside';
export interface TrialCase {
  team: string;
  township: string;
  where: Where;
}

/**
 * The case a trial begins with: one the rule is about, or without a rule a team sent to another township.
 * undefined: the county has no such team or township.
 */
export function trialCase(
  rule: Pick<ResponseRuleView, 'teamFrom' | 'incidentIn'> = { teamFrom: 'township', incidentIn: 'elsewhere' },
  teams: readonly Team[],
  townships: readonly Township[],
): TrialCase | undefined {
  const rural = new Set(townships.filter(({ urban }) => !urban).map(({ code }) => code));
  const team = teams.find(
    ({ base, townshipCode }) => base === rule.teamFrom && (base === 'urban' || rural.has(townshipCode)),
  );
  if (team === undefined) return undefined;
  const own = rule.incidentIn === 'own_seat' || rule.incidentIn === 'own_outside';
  const township = townships.find(({ code, urban }) =>
    own ? code === team.townshipCode : urban === (rule.incidentIn === 'urban') && code !== team.townshipCode,
  );
  if (township === undefined) return undefined;
  return { team: team.code, township: township.code, where: rule.incidentIn === 'own_outside' ? 'outside' : 'seat' };
}
