import type { StrengthScope } from '@liandong/shared/register';
import { inForce, type Version } from '../targets/versions.rules.js';

/** What decides which strength rule a team is under. `strengthClass`: 一/二/三 of its township. */
export interface TeamForStrength {
  code: string;
  teamClass: 'public' | 'professional' | 'expert';
  specialties: readonly string[];
  strengthClass: number;
}

export interface StrengthRuleVersion extends Version {
  scope: StrengthScope;
  minimum: number | null;
  basis: string;
}

/** The scopes a team may be under, the narrowest first: its own, its township's class (属地 teams only), its class. */
export function scopesOf({ code, teamClass, specialties, strengthClass }: TeamForStrength): string[] {
  const township: string[] = specialties.includes('local') ? [`township-${strengthClass}`] : [];
  return [`team-${code}`, ...township, `class-${teamClass}`];
}

/** The rule a team is under at an instant: of the narrowest scope that has a minimum then. */
export function strengthRuleFor<R extends StrengthRuleVersion>(
  rules: readonly R[],
  team: TeamForStrength,
  at: Date,
): R | undefined {
  for (const scope of scopesOf(team)) {
    const rule = inForce(
      rules.filter((one) => one.scope === scope),
      at,
    );
    if (rule && rule.minimum !== null) return rule;
  }
  return undefined;
}

/** How many active members there were from an instant on. */
export interface Level {
  since: Date;
  strength: number;
}

/**
 * Since when a team has been below its minimum without a break; null: it is not. Both the people and the rule may have
 * changed in between. What was before the first level is not known and not counted.
 */
export function shortSince(
  levels: readonly Level[],
  rules: readonly StrengthRuleVersion[],
  team: TeamForStrength,
  now: Date,
): Date | null {
  const scopes = scopesOf(team);
  const own = rules.filter((rule) => scopes.includes(rule.scope));
  const first = Math.min(...levels.map((level) => level.since.getTime()));
  const changes = [...levels.map((level) => level.since), ...own.map((rule) => rule.effectiveFrom)]
    .filter((at) => at <= now && at.getTime() >= first)
    .sort((a, b) => b.getTime() - a.getTime());
  let since: Date | null = null;
  for (const at of changes) {
    const minimum = strengthRuleFor(own, team, at)?.minimum ?? 0;
    if (strengthAt(levels, at) >= minimum) break;
    since = at;
  }
  return since;
}

function strengthAt(levels: readonly Level[], at: Date): number {
  let last: Level | undefined;
  for (const level of levels) if (level.since <= at && (!last || level.since > last.since)) last = level;
  return last?.strength ?? 0;
}
