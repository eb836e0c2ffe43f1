import type { RegisterEntry } from '@liandong/shared/register';
import type { DataSource } from 'typeorm';
import { changesBetween } from './change.rules.js';

interface Row {
  id: string;
  at: Date;
  actor: string;
  type: string;
  payload: {
    subject: string;
    memberId?: string;
    before?: Record<string, unknown> | null;
    after?: Record<string, unknown> | null;
    phone?: string;
    reason?: string;
  };
}

/** Every change of a team, its members and vehicles, or of one member wherever he was; newest first. */
export async function readHistory(
  database: DataSource,
  { code, memberId, limit }: { code: string; memberId?: string | undefined; limit: number },
): Promise<RegisterEntry[]> {
  const rows: Row[] = await database.query(
    `SELECT id, at, actor_name AS actor, type, payload FROM event_log
     WHERE type LIKE 'team.%' AND payload ? 'subject'
       AND CASE WHEN $2::text IS NULL THEN team_code = $1 ELSE payload ->> 'memberId' = $2 AND type <> 'team.member_left' END
     ORDER BY event_log.id DESC LIMIT $3`,
    [code, memberId ?? null, limit],
  );
  return rows.map(({ id, at, actor, type, payload }) => ({
    id: String(id),
    at: at.toISOString(),
    actor,
    type,
    subject: payload.subject,
    memberId: payload.memberId ?? null,
    changes: payload.phone
      ? [{ field: 'phone', from: null, to: payload.phone }]
      : changesBetween(payload.before ?? null, payload.after ?? null),
    reason: payload.reason || null,
  }));
}
