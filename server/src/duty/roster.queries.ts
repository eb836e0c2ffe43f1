import type { ShiftSource } from '@liandong/shared/duty';
import type { Post } from '@liandong/shared/team';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { Problem } from '../platform/problem.js';
import { type Away, FOREVER, type Span } from './coverage.rules.js';

/** Changes of duty one after the other: nobody is planned for two teams by two people at the same moment. */
export async function lockDuty(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('liandong duty'))`);
}

/** A team's account keeps its own roster alone. @throws Problem not-allowed */
export function ownTeam(actor: Actor, teamCode: string): void {
  if (actor.role === 'team' && actor.teamCode !== teamCode)
    throw new Problem('not-allowed', { detail: '只能查看和安排本队的值班' });
}

export interface Member {
  id: string;
  teamCode: string;
  name: string;
  post: Post;
  phone: string;
  retiredAt: Date | null;
}

export interface RosterShift extends Span {
  id: string;
  teamCode: string;
  memberId: string;
  name: string;
  post: Post;
  phone: string;
  source: ShiftSource;
  rotationId: string | null;
  leaveId: string | null;
  checkIn: boolean;
  checkedInAt: Date | null;
  checkedInBy: string | null;
  checkInChasedAt: Date | null;
  clientId: string | null;
}

const SHIFT = `SELECT d.id, d.team_code AS "teamCode", d.member_id AS "memberId", m.name, m.post, m.phone, d.starts_at AS "startsAt",
  d.ends_at AS "endsAt", d.source, d.rotation_id AS "rotationId", d.leave_id AS "leaveId", d.check_in AS "checkIn",
  d.checked_in_at AS "checkedInAt", d.checked_in_by AS "checkedInBy", d.check_in_chased_at AS "checkInChasedAt",
  d.client_id AS "clientId"
  FROM duty_shifts d JOIN team_members m ON m.id = d.member_id`;

type Reader = EntityManager | DataSource;

/** The shifts that touch a stretch of time, as they begin. `teamCode` null: of all teams. */
export function shiftsIn(tx: Reader, teamCode: string | null, { startsAt, endsAt }: Span): Promise<RosterShift[]> {
  return tx.query(
    `${SHIFT} WHERE ($1::text IS NULL OR d.team_code = $1) AND d.starts_at < $3 AND d.ends_at > $2 ORDER BY d.starts_at, d.id`,
    [teamCode, startsAt, endsAt],
  );
}

/** One shift. @throws Problem not-found */
export async function readShift(tx: Reader, id: string): Promise<RosterShift> {
  const [shift] = await tx.query(`${SHIFT} WHERE d.id = $1`, [id]);
  if (!shift) throw new Problem('not-found', { detail: '没有这个班次' });
  return shift;
}

/** The shift a write with this client id made before; undefined when there was none. */
export async function shiftOfClient(tx: Reader, clientId: string): Promise<RosterShift | undefined> {
  return (await tx.query(`${SHIFT} WHERE d.client_id = $1`, [clientId]))[0];
}

/** Who is away in a stretch of time: on leave, or no longer with the team. */
export async function awayIn(tx: Reader, teamCode: string | null, { startsAt, endsAt }: Span): Promise<Away[]> {
  const rows: { memberId: string; startsAt: Date; endsAt: Date | null }[] = await tx.query(
    `SELECT member_id AS "memberId", starts_at AS "startsAt", ends_at AS "endsAt" FROM duty_leaves
     WHERE ($1::text IS NULL OR team_code = $1 OR member_id IN (SELECT id FROM team_members WHERE team_code = $1))
       AND withdrawn_at IS NULL AND starts_at < $3 AND ends_at > $2
     UNION ALL
     SELECT id, retired_at, NULL FROM team_members
     WHERE ($1::text IS NULL OR team_code = $1) AND retired_at IS NOT NULL AND retired_at < $3`,
    [teamCode, startsAt, endsAt],
  );
  return rows.map((row) => ({ ...row, endsAt: row.endsAt ?? FOREVER }));
}

/** A team's people, those who left too. @throws Problem not-found (no such team) */
export async function membersOf(tx: Reader, teamCode: string): Promise<Member[]> {
  const [team] = await tx.query('SELECT 1 FROM teams WHERE code = $1', [teamCode]);
  if (!team) throw new Problem('not-found', { detail: '没有这支队伍' });
  return tx.query(
    `SELECT id, team_code AS "teamCode", name, post, phone, retired_at AS "retiredAt" FROM team_members WHERE team_code = $1
     ORDER BY array_position(ARRAY['commander','deputy','liaison','leader_in_charge','member'], post), id`,
    [teamCode],
  );
}

/** The member of this team who is with it now. @throws Problem bad-request naming the field */
export function memberHere(members: readonly Member[], id: string, path: string): Member {
  const member = members.find((one) => one.id === id);
  if (!member) throw Problem.field(path, '不是本队队员');
  if (member.retiredAt) throw Problem.field(path, '已不在本队');
  return member;
}

export interface Elsewhere extends Span {
  memberId: string;
  teamShortName: string;
}

/** What these members stand for in other teams from an instant on: the same person is known by the phone. */
export function standsElsewhere(tx: Reader, memberIds: readonly string[], from: Date): Promise<Elsewhere[]> {
  return tx.query(
    `SELECT m.id AS "memberId", t.short_name AS "teamShortName", d.starts_at AS "startsAt", d.ends_at AS "endsAt"
     FROM team_members m
     JOIN team_members o ON o.phone = m.phone AND o.team_code <> m.team_code
     JOIN duty_shifts d ON d.member_id = o.id JOIN teams t ON t.code = d.team_code AND t.retired_at IS NULL
     WHERE m.id = ANY($1) AND d.ends_at > $2 AND (o.retired_at IS NULL OR d.starts_at < o.retired_at)
       AND NOT EXISTS (SELECT 1 FROM duty_leaves l WHERE l.member_id = o.id AND l.withdrawn_at IS NULL
                         AND l.starts_at <= d.starts_at AND l.ends_at >= d.ends_at)`,
    [memberIds, from],
  );
}

/** Requests for a swap of shifts that changed are void. */
export async function voidSwaps(tx: EntityManager, shiftIds: readonly string[], at: Date): Promise<void> {
  await tx.query(
    `UPDATE duty_swaps SET state = 'void', answered_at = $2
     WHERE state = 'requested' AND (shift_id = ANY($1) OR other_shift_id = ANY($1))`,
    [shiftIds, at],
  );
}
