import type { MorePhone } from '@liandong/shared/team';
import type { EntityManager } from 'typeorm';
import { appendEvents } from '../events/append-event.js';
import { toLocal } from '../platform/phone.rules.js';
import { type MemberContent, readMemberContents } from './contents.queries.js';
import { recordStrength } from './record-strength.js';
import type { TeamMember } from './team.entity.js';
import type { By } from './write-teams.js';

/** A member as he is written; what is left out stands as it was, or is empty for a new one. */
export type MemberToWrite = Pick<TeamMember, 'id' | 'teamCode' | 'name' | 'post' | 'phone'> &
  Partial<Pick<TeamMember, 'specialty' | 'morePhones' | 'note' | 'retiredAt'>>;

/**
 * Insert members, or replace those whose id is there already; each change is an event. What stays as it was makes no event. That a
 * team has one commander, and who shares a number, is the caller's to look at.
 */
export async function writeMembers(tx: EntityManager, rows: readonly MemberToWrite[], by: By): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  const before = await readMemberContents(tx, ids);
  await tx.query(UPSERT, [JSON.stringify(rows.map(withLocalPhones))]);
  const after = await readMemberContents(tx, ids);
  const codes = new Set([...before.values(), ...after.values()].map((member) => member.teamCode));
  await recordStrength(tx, [...codes], by.at);
  await appendEvents(
    tx,
    ids.flatMap((id) => eventOf(id, before.get(id), after.get(id)!, by) ?? []),
  );
}

const withLocalPhones = (row: MemberToWrite): MemberToWrite => ({
  ...row,
  phone: toLocal(row.phone),
  ...(row.morePhones && {
    morePhones: row.morePhones.map(({ phone, label }: MorePhone) => ({ phone: toLocal(phone), label })),
  }),
});

function eventOf(id: string, before: MemberContent | undefined, after: MemberContent, { at, actor, reason }: By) {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const payload = { memberId: id, subject: after.name, before: before ?? null, after, reason };
  return { at, type: before ? 'team.member_edited' : 'team.member_added', actor, teamCode: after.teamCode, payload };
}

const UPSERT = `INSERT INTO team_members AS m (id, team_code, name, post, phone, specialty, more_phones, note, retired_at)
  SELECT id, "teamCode", name, post, phone, specialty, coalesce("morePhones", '[]'), coalesce(note, ''), "retiredAt"
  FROM json_to_recordset($1::json) AS r(id uuid, "teamCode" text, name text, post text, phone text, specialty text,
    "morePhones" jsonb, note text, "retiredAt" timestamptz)
  ON CONFLICT (id) DO UPDATE SET team_code = excluded.team_code, name = excluded.name, post = excluded.post,
    phone = excluded.phone, specialty = coalesce(excluded.specialty, m.specialty),
    more_phones = CASE WHEN excluded.more_phones = '[]' THEN m.more_phones ELSE excluded.more_phones END,
    note = coalesce(nullif(excluded.note, ''), m.note), retired_at = coalesce(excluded.retired_at, m.retired_at),
    version = m.version + 1`;
