import type { Post } from '@liandong/shared/team';
import type { EntityManager } from 'typeorm';

/** Somebody of a team who can be reached. */
export interface Reachable {
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

/** The people to reach of several teams at an instant. */
export async function findContacts(
  tx: EntityManager,
  teamCodes: readonly string[],
  at: Date,
): Promise<Map<string, TeamContacts>> {
  const rows: (Reachable & { duty: boolean })[] = await tx.query(
    `SELECT m.team_code AS "teamCode", m.name, m.post, m.phone, (d.id IS NOT NULL) AS duty
     FROM team_members m
     LEFT JOIN duty_shifts d ON d.member_id = m.id AND d.team_code = m.team_code AND d.starts_at <= $2 AND d.ends_at > $2
     WHERE m.team_code = ANY($1) AND m.retired_at IS NULL
       AND (d.id IS NOT NULL OR m.post IN ('commander', 'deputy', 'liaison'))
     ORDER BY m.id`,
    [teamCodes, at],
  );
  const contacts = new Map<string, TeamContacts>();
  for (const code of teamCodes) contacts.set(code, { onDuty: null, commander: null, deputy: null, liaison: null });
  for (const { duty, ...person } of rows) {
    const team = contacts.get(person.teamCode)!;
    if (duty) team.onDuty ??= person;
    if (person.post === 'commander' || person.post === 'deputy' || person.post === 'liaison')
      team[person.post] ??= person;
  }
  return contacts;
}
