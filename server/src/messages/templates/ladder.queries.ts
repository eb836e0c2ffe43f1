import type { Ladder, LadderView } from '@liandong/shared/ladder';
import type { DataSource, EntityManager } from 'typeorm';
import { COUNTY_LADDER } from './ladder-table.js';

/** Whose ladder it is when it is nobody's own. */
export const COUNTY = 'county';

/** The ladder an order to each of these teams goes by: the team's own, else the county's. */
export async function readLadders(
  tx: EntityManager | DataSource,
  teamCodes: readonly string[],
): Promise<Map<string, Ladder>> {
  const rows: (Ladder & { scope: string })[] = await tx.query(
    'SELECT scope, steps, each_answers AS "eachAnswers" FROM ladders WHERE scope = ANY($1)',
    [[COUNTY, ...teamCodes]],
  );
  const kept = new Map(rows.map(({ scope, ...ladder }) => [scope, ladder]));
  const county = kept.get(COUNTY) ?? COUNTY_LADDER;
  return new Map(teamCodes.map((code) => [code, kept.get(code) ?? county]));
}

/** The county's ladder, edited or not, then the teams' own in the order of the register. */
export async function ladderViews(tx: EntityManager | DataSource): Promise<LadderView[]> {
  const rows: (Omit<LadderView, 'editedAt'> & { editedAt: Date })[] = await tx.query(
    `SELECT l.scope, t.short_name AS "teamShortName", l.steps, l.each_answers AS "eachAnswers",
            l.edited_at AS "editedAt", l.edited_by AS "editedBy"
     FROM ladders l LEFT JOIN teams t ON t.code = l.scope ORDER BY t.sort_order NULLS FIRST`,
  );
  const views = rows.map((row) => ({ ...row, editedAt: row.editedAt.toISOString() }));
  if (views.some(({ scope }) => scope === COUNTY)) return views;
  return [{ scope: COUNTY, teamShortName: null, ...COUNTY_LADDER, editedAt: null, editedBy: null }, ...views];
}
