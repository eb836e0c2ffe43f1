import type { Post } from '@liandong/shared/team';
import type { EntityManager } from 'typeorm';

/**
 * SQL: the shifts whose people are really on duty at an instant, as a table to join. Who is on leave, or has left the team, is
 * nobody on duty. Ordered by `starts_at, id`, the first is the one who answers.
 * @param at a parameter or literal of type timestamptz
 */
export const onDutySql = (at: string): string => `(
  SELECT s.id, s.team_code, s.member_id, s.starts_at, s.ends_at
  FROM duty_shifts s JOIN team_members p ON p.id = s.member_id
  WHERE s.starts_at <= ${at} AND s.ends_at > ${at}
    AND (s.left_at IS NOT NULL OR (p.team_code = s.team_code AND (p.retired_at IS NULL OR p.retired_at > ${at})))
    AND NOT EXISTS (SELECT 1 FROM duty_leaves l WHERE l.member_id = s.member_id AND l.withdrawn_at IS NULL
                      AND l.starts_at <= ${at} AND l.ends_at > ${at}))`;

/** Somebody of a team who can be reached. */
export interface Reachable {
  memberId: string;
  teamCode: string;
  name: string;
  post: Post;
  phone: string;
}

/** Who gets a team's orders: `onDuty` at that instant (null: a gap in the roster), then the named posts. */
export interface TeamContacts {
  onDuty: Reachable | null;
  commander: Reachable | null;
  deputy: Reachable | null;
  liaison: Reachable | null;
}

/** The people to reach of several teams at an instant; of several on duty, whoever's shift began first. */
export async function findContacts(
  tx: EntityManager,
  teamCodes: readonly string[],
  at: Date,
): Promise<Map<string, TeamContacts>> {
  const rows: (Reachable & { first: boolean | null })[] = await tx.query(
    `WITH duty AS (
       SELECT DISTINCT ON (d.team_code) d.team_code, d.member_id FROM ${onDutySql('$2::timestamptz')} d
       WHERE d.team_code = ANY($1) ORDER BY d.team_code, d.starts_at, d.id)
     SELECT m.id AS "memberId", m.team_code AS "teamCode", m.name, m.post, m.phone, (d.member_id IS NOT NULL) AS first
     FROM team_members m LEFT JOIN duty d ON d.member_id = m.id AND d.team_code = m.team_code
     WHERE m.team_code = ANY($1) AND (m.retired_at IS NULL OR m.retired_at > $2::timestamptz)
       AND (d.member_id IS NOT NULL OR m.post IN ('commander', 'deputy', 'liaison'))
     ORDER BY m.id`,
    [teamCodes, at],
  );
  const contacts = new Map<string, TeamContacts>();
  for (const code of teamCodes) contacts.set(code, { onDuty: null, commander: null, deputy: null, liaison: null });
  for (const { first, ...person } of rows) {
    const team = contacts.get(person.teamCode)!;
    if (first) team.onDuty = person;
    if (person.post === 'commander' || person.post === 'deputy' || person.post === 'liaison')
      team[person.post] ??= person;
  }
  return contacts;
}
