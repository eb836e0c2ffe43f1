import type { Post } from '@liandong/shared/team';
import type { DataSource, EntityManager } from 'typeorm';

export interface PhoneOwner {
  number: string;
  ownerName: string;
  teamCode: string;
  teamName: string;
  post: Post | 'alarm_phone';
}

/** Numbers of active members of active teams, the first before the further ones, then the teams' own lines. */
const REGISTER = `
  SELECT p.number, m.name AS "ownerName", t.code AS "teamCode", t.short_name AS "teamName", m.post, t.sort_order, m.id AS member_id, p.place
  FROM team_members m JOIN teams t ON t.code = m.team_code
    CROSS JOIN LATERAL (SELECT m.phone AS number, 0 AS place
      UNION ALL SELECT more.phone, 1 FROM jsonb_to_recordset(m.more_phones) AS more(phone text)) p
  WHERE m.retired_at IS NULL AND t.retired_at IS NULL
  UNION ALL
  SELECT t.alarm_phone, t.short_name || '值班电话', t.code, t.short_name, 'alarm_phone', t.sort_order, NULL, 2 FROM teams t
  WHERE t.retired_at IS NULL`;

/** Every phone of the register with its owner, teams in the order of the wall, posts before members; last the team's own line. */
export function listPhones(database: DataSource): Promise<PhoneOwner[]> {
  return database.query(
    `SELECT number, "ownerName", "teamCode", "teamName", post FROM (${REGISTER}) register
     ORDER BY sort_order, array_position(ARRAY['commander','deputy','liaison','leader_in_charge','member','alarm_phone'], post), member_id, place`,
  );
}

export interface MemberWithPhone {
  memberId: string;
  name: string;
  teamCode: string;
}

/** The members whose phone this is, any of their numbers; the same person may serve in several teams. */
export const membersWithPhone = (tx: EntityManager, phone: string): Promise<MemberWithPhone[]> =>
  tx.query(
    `SELECT member_id AS "memberId", "ownerName" AS name, "teamCode" FROM (${REGISTER}) register
     WHERE number = $1 AND member_id IS NOT NULL ORDER BY member_id`,
    [phone],
  );

/** Whose phone is it? Any of a member's numbers; of several people's it is whose first number it is. Null: the register does not know it. */
export async function findOwner(tx: EntityManager | DataSource, phone: string): Promise<PhoneOwner | null> {
  const [row] = await tx.query(
    `SELECT number, "ownerName", "teamCode", "teamName", post FROM (${REGISTER}) register WHERE number = $1 ORDER BY place, member_id LIMIT 1`,
    [phone],
  );
  return row ?? null;
}
