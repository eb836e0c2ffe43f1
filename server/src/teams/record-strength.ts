import type { EntityManager } from 'typeorm';

/** Keep on record how many active members these teams have from `at` on, where the number changed. */
export async function recordStrength(tx: EntityManager, teamCodes: readonly string[], at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO strength_levels (team_code, since, strength)
     SELECT t.code, $2, n.strength FROM teams t
       CROSS JOIN LATERAL (SELECT count(*)::int AS strength FROM team_members m
         WHERE m.team_code = t.code AND m.retired_at IS NULL) n
       LEFT JOIN LATERAL (SELECT l.strength FROM strength_levels l
         WHERE l.team_code = t.code ORDER BY l.since DESC LIMIT 1) last ON true
     WHERE t.code = ANY($1) AND n.strength IS DISTINCT FROM last.strength
     ON CONFLICT (team_code, since) DO UPDATE SET strength = excluded.strength`,
    [teamCodes, at],
  );
}
