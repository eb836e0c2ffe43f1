import type { EntityManager } from 'typeorm';
import { appendEvents, type NewEvent } from '../events/append-event.js';
import { toRegistered } from '../platform/phone.rules.js';
import { whatHappened } from './change.rules.js';
import { type MemberContent, readMemberContents } from './contents.queries.js';
import { recordStrength } from './record-strength.js';
import type { TeamMember } from './team.entity.js';
import type { By } from './write-teams.js';

/** A member as he is written; what is left out stands as it was, or is empty for a new one. */
export type MemberToWrite = Pick<TeamMember, 'id' | 'teamCode' | 'name' | 'post' | 'phone'> &
  Partial<Pick<TeamMember, 'specialty' | 'morePhones' | 'note' | 'retiredAt'>>;

const EMPTY = { specialty: null, morePhones: [], note: '', retiredAt: null };

/**
 * Insert members, or replace those whose id is there already; each change is an event. That a team has one commander, and
 * who shares a number, is the caller's to look at.
 */
export async function writeMembers(tx: EntityManager, rows: readonly MemberToWrite[], by: By): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  const before = await readMemberContents(tx, ids);
  await tx.query(UPSERT, [JSON.stringify(rows.map((row) => whole(before.get(row.id), row)))]);
  const after = await readMemberContents(tx, ids);
  const codes = new Set([...before.values(), ...after.values()].map((member) => member.teamCode));
  await recordStrength(tx, [...codes], by.at);
  await appendEvents(
    tx,
    ids.flatMap((id) => eventsOf(id, before.get(id), after.get(id)!, by)),
  );
}

function whole(before: MemberContent | undefined, row: MemberToWrite) {
  const { specialty, morePhones, note, retiredAt } = before ?? EMPTY;
  return {
    ...row,
    phone: toRegistered(row.phone),
    morePhones: (row.morePhones ?? morePhones).map(({ phone, label }) => ({ phone: toRegistered(phone), label })),
    specialty: row.specialty === undefined ? specialty : row.specialty,
    note: row.note ?? note,
    retiredAt: row.retiredAt === undefined ? retiredAt : row.retiredAt,
  };
}

/** Moving is told in both teams. */
function eventsOf(id: string, before: MemberContent | undefined, after: MemberContent, by: By): NewEvent[] {
  const happened = whatHappened(before, after);
  if (!happened) return [];
  const payload = { memberId: id, subject: after.name, before: before ?? null, after, reason: by.reason };
  const event = (type: string, teamCode: string): NewEvent => ({ at: by.at, type, actor: by.actor, teamCode, payload });
  if (before && before.teamCode !== after.teamCode)
    return [event('team.member_left', before.teamCode), event('team.member_joined', after.teamCode)];
  return [event(`team.member_${happened}`, after.teamCode)];
}

const UPSERT = `INSERT INTO team_members AS m (id, team_code, name, post, phone, specialty, more_phones, note, retired_at)
  SELECT id, "teamCode", name, post, phone, specialty, "morePhones", note, "retiredAt"
  FROM json_to_recordset($1::json) AS r(id uuid, "teamCode" text, name text, post text, phone text, specialty text,
    "morePhones" jsonb, note text, "retiredAt" timestamptz)
  ON CONFLICT (id) DO UPDATE SET team_code = excluded.team_code, name = excluded.name, post = excluded.post,
    phone = excluded.phone, specialty = excluded.specialty, more_phones = excluded.more_phones, note = excluded.note,
    retired_at = excluded.retired_at, version = m.version + 1`;
