import type { DataSource, EntityManager } from 'typeorm';
import { groupBy } from '../platform/group-by.js';
import type { StrengthRule } from './strength.entity.js';
import { type Level, shortSince, strengthRuleFor, type TeamForStrength } from './strength.rules.js';

type Reader = EntityManager | DataSource;

/** Every version of every strength rule, each scope newest first: a few dozen rows. */
export function strengthRuleVersions(tx: Reader): Promise<StrengthRule[]> {
  return tx.query(
    `SELECT scope, version, minimum, basis, note, effective_from AS "effectiveFrom", edited_by AS "editedBy",
            edited_at AS "editedAt", reason, withdrawn_at AS "withdrawnAt"
     FROM strength_rules ORDER BY scope, version DESC`,
  );
}

export interface StrengthState {
  minimumStrength: number;
  minimumBasis: string;
  minimumScope: string;
  shortSince: Date | null;
}

/** What each of these teams must have, and since when it has not. */
export async function strengthStates(
  tx: Reader,
  teams: readonly (TeamForStrength & { strength: number })[],
  at: Date,
): Promise<Map<string, StrengthState>> {
  const rules = await strengthRuleVersions(tx);
  const under = teams.map((team) => ({ team, rule: strengthRuleFor(rules, team, at) }));
  const short = under.filter(({ team, rule }) => team.strength < (rule?.minimum ?? 0));
  const levels = await levelsOf(
    tx,
    short.map(({ team }) => team.code),
  );
  const since = new Map(short.map(({ team }) => [team.code, shortSince(levels.get(team.code) ?? [], rules, team, at)]));
  return new Map(
    under.map(({ team, rule }) => [
      team.code,
      {
        minimumStrength: rule?.minimum ?? 0,
        minimumBasis: rule?.basis ?? '',
        minimumScope: rule?.scope ?? '',
        shortSince: since.get(team.code) ?? null,
      },
    ]),
  );
}

async function levelsOf(tx: Reader, codes: readonly string[]): Promise<Map<string, Level[]>> {
  if (codes.length === 0) return new Map();
  const rows: (Level & { teamCode: string })[] = await tx.query(
    'SELECT team_code AS "teamCode", since, strength FROM strength_levels WHERE team_code = ANY($1) ORDER BY since',
    [codes],
  );
  return groupBy(rows, (row) => row.teamCode);
}
