import type { EntityManager } from 'typeorm';

/** A single shift as a list brings it; instants as ISO texts. */
export interface ShiftToWrite {
  id: string;
  teamCode: string;
  memberId: string;
  startsAt: string;
  endsAt: string;
}

/** Insert single shifts; one that is there already ends when the list says. Whoever brings the list says so once. */
export async function writeShifts(tx: EntityManager, rows: readonly ShiftToWrite[]): Promise<void> {
  await tx.query(
    `INSERT INTO duty_shifts (id, team_code, member_id, starts_at, ends_at)
     SELECT id, "teamCode", "memberId", "startsAt", "endsAt"
     FROM json_to_recordset($1::json) AS r(id uuid, "teamCode" text, "memberId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
     ON CONFLICT (id) DO UPDATE SET ends_at = excluded.ends_at`,
    [JSON.stringify(rows)],
  );
}
