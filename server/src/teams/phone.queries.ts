import type { Post } from '@liandong/shared/team';
import type { DataSource } from 'typeorm';

export interface PhoneOwner {
  number: string;
  ownerName: string;
  teamCode: string;
  teamName: string;
  post: Post;
}

/** Every phone of the register with its owner, teams in the order of the wall, posts before members. */
export function listPhones(database: DataSource): Promise<PhoneOwner[]> {
  return database.query(
    `SELECT m.phone AS number, m.name AS "ownerName", t.code AS "teamCode", t.short_name AS "teamName", m.post
     FROM team_members m JOIN teams t ON t.code = m.team_code
     ORDER BY t.sort_order, array_position(ARRAY['commander','deputy','liaison','leader_in_charge','member'], m.post), m.id`,
  );
}
