import type { EntityManager } from 'typeorm';

/** The incident is over: closed, invalid, merged or handed on. Whoever calls has made sure that no order runs any more. */
export async function endIncident(
  tx: EntityManager,
  id: string,
  end: { status: 'closed' | 'invalid' | 'merged' | 'transferred'; at: Date; reason: string | null },
): Promise<void> {
  await tx.query('UPDATE incidents SET status = $2, closed_at = $3, end_reason = $4 WHERE id = $1', [
    id,
    end.status,
    end.at,
    end.reason,
  ]);
}

/** Orders went out: the end of call handling (received → issued), written once, and who leads at the scene. */
export async function markIssued(
  tx: EntityManager,
  id: string,
  at: Date,
  { leadTeamCode, commander }: { leadTeamCode: string | null; commander: { name: string; phone: string } | null },
): Promise<void> {
  await tx.query(
    `UPDATE incidents SET first_issued_at = COALESCE(first_issued_at, $2), lead_team_code = $3,
            scene_commander = COALESCE($4, scene_commander) WHERE id = $1`,
    [id, at, leadTeamCode, commander && JSON.stringify(commander)],
  );
}

/** It runs again. */
export async function resumeIncident(tx: EntityManager, id: string): Promise<void> {
  await tx.query(
    `UPDATE incidents SET status = 'open', closed_at = NULL, end_reason = NULL, merged_into_id = NULL WHERE id = $1`,
    [id],
  );
}

/** This team leads at the scene from now on (null: none is there any more). With another post goes whoever held the one before. */
export async function setCommand(
  tx: EntityManager,
  id: string,
  command: { leadTeamCode: string | null; post?: string; commander?: { name: string; phone: string } },
): Promise<void> {
  await tx.query(
    `UPDATE incidents SET lead_team_code = $2, scene_command = COALESCE($3, scene_command),
            scene_commander = CASE WHEN $3::text IS NULL THEN COALESCE($4::jsonb, scene_commander) ELSE $4::jsonb END WHERE id = $1`,
    [id, command.leadTeamCode, command.post ?? null, command.commander ? JSON.stringify(command.commander) : null],
  );
}

/** The centre commands what a team took on its own hotline. */
export async function markCentreTook(tx: EntityManager, id: string, at: Date): Promise<void> {
  await tx.query('UPDATE incidents SET centre_took_at = $2 WHERE id = $1', [id, at]);
}

/** A duplicate: told on by another incident from now on. */
export async function markMerged(tx: EntityManager, id: string, intoId: string): Promise<void> {
  await tx.query('UPDATE incidents SET merged_into_id = $2 WHERE id = $1', [id, intoId]);
}
