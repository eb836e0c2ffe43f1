import type { Post } from '@liandong/shared/team';
import type { DataSource, EntityManager } from 'typeorm';

export interface PhoneOwner {
  number: string;
  ownerName: string;
  teamCode: string;
  teamName: string;
  post: Post | 'alarm_phone';
}

const REGISTER = `
  SELECT m.phone AS number, m.name AS "ownerName", t.code AS "teamCode", t.short_name AS "teamName", m.post, t.sort_order, m.id AS member_id
  FROM team_members m JOIN teams t ON t.code = m.team_code
  UNION ALL
  SELECT t.alarm_phone, t.short_name || '值班电话', t.code, t.short_name, 'alarm_phone', t.sort_order, NULL FROM teams t`;

/** Every phone of the register with its owner, teams in the order of the wall, posts before members; last the team's own line. */
export function listPhones(database: DataSource): Promise<PhoneOwner[]> {
  return database.query(
    `SELECT number, "ownerName", "teamCode", "teamName", post FROM (${REGISTER}) register
     ORDER BY sort_order, array_position(ARRAY['commander','deputy','liaison','leader_in_charge','member','alarm_phone'], post), member_id`,
  );
}

/** Whose phone is it? Null for a number the register does not know. */
export async function findOwner(tx: EntityManager | DataSource, phone: string): Promise<PhoneOwner | null> {
  const [row] = await tx.query(
    `SELECT number, "ownerName", "teamCode", "teamName", post FROM (${REGISTER}) register WHERE number = $1 ORDER BY member_id LIMIT 1`,
    [phone],
  );
  return row ?? null;
}
