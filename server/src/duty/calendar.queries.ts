import type { DutyCalendar, HandoverView, LeaveView, SwapView } from '@liandong/shared/duty';
import type { DataSource, EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { gapsIn, overlapsIn, type Span } from './coverage.rules.js';
import type { DutyRotation } from './duty.entity.js';
import { ROTATION } from './fill-rotations.js';
import { awayIn, membersOf, shiftsIn } from './roster.queries.js';
import { rotationView } from './rotation.queries.js';
import { shiftView } from './shift-view.rules.js';

type Reader = EntityManager | DataSource;

/** SQL of rows in the shape of the contract; times as JSON has them. */
const LEAVE = `SELECT json_build_object('id', l.id, 'teamCode', l.team_code, 'memberId', l.member_id, 'name', m.name,
    'startsAt', l.starts_at, 'endsAt', l.ends_at, 'reason', l.reason, 'coverId', l.cover_id, 'coverName', c.name,
    'createdBy', l.created_by, 'createdAt', l.created_at, 'withdrawnAt', l.withdrawn_at) AS row
  FROM duty_leaves l JOIN team_members m ON m.id = l.member_id LEFT JOIN team_members c ON c.id = l.cover_id`;
const SWAP = `SELECT json_build_object('id', s.id, 'teamCode', s.team_code, 'state', s.state, 'note', s.note,
    'mine', json_build_object('shiftId', s.shift_id, 'memberId', s.member_id, 'name', m.name, 'startsAt', s.starts_at, 'endsAt', s.ends_at),
    'other', json_build_object('shiftId', s.other_shift_id, 'memberId', s.other_member_id, 'name', o.name,
      'startsAt', s.other_starts_at, 'endsAt', s.other_ends_at),
    'askedBy', s.asked_by, 'askedAt', s.asked_at, 'consentedBy', s.consented_by, 'answeredBy', s.answered_by,
    'answeredAt', s.answered_at) AS row
  FROM duty_swaps s JOIN team_members m ON m.id = s.member_id JOIN team_members o ON o.id = s.other_member_id`;
const HANDOVER = `SELECT json_build_object('id', h.id, 'teamCode', h.team_code, 'shiftId', h.shift_id, 'outgoing', m.name,
    'shiftEndsAt', d.ends_at, 'note', h.note, 'openPoints', h.open_points, 'writtenBy', h.written_by, 'writtenAt', h.written_at,
    'confirmedMember', c.name, 'confirmedBy', h.confirmed_by, 'confirmedAt', h.confirmed_at) AS row
  FROM duty_handovers h JOIN duty_shifts d ON d.id = h.shift_id JOIN team_members m ON m.id = d.member_id
  LEFT JOIN team_members c ON c.id = h.confirmed_member_id`;

async function rowsOf<T>(tx: Reader, sql: string, parameters: unknown[]): Promise<T[]> {
  const rows: { row: T }[] = await tx.query(sql, parameters);
  return rows.map(({ row }) => row);
}

async function one<T>(tx: Reader, sql: string, id: string, missing: string): Promise<T> {
  const [row] = await rowsOf<T>(tx, sql, [id]);
  if (!row) throw new Problem('not-found', { detail: missing });
  return row;
}

/** @throws Problem not-found */
export const readLeave = (tx: Reader, id: string) => one<LeaveView>(tx, `${LEAVE} WHERE l.id = $1`, id, '没有这次请假');
/** @throws Problem not-found */
export const readSwap = (tx: Reader, id: string) =>
  one<SwapView>(tx, `${SWAP} WHERE s.id = $1`, id, '没有这次换班申请');
/** @throws Problem not-found */
export const readHandover = (tx: Reader, id: string) =>
  one<HandoverView>(tx, `${HANDOVER} WHERE h.id = $1`, id, '没有这份交接记录');

/** Everything of one team that touches a stretch of time; what is ahead of `now` of it also as gaps and overlaps. */
export async function readCalendar(tx: Reader, teamCode: string, range: Span, now: Date): Promise<DutyCalendar> {
  const members = await membersOf(tx, teamCode);
  const [team] = await tx.query('SELECT short_name AS name FROM teams WHERE code = $1', [teamCode]);
  const shifts = await shiftsIn(tx, teamCode, range);
  const away = await awayIn(tx, teamCode, range);
  const { dutyCheckInSeconds } = await readSettings(tx);
  const ahead = { startsAt: range.startsAt > now ? range.startsAt : now, endsAt: range.endsAt };
  const rotations: DutyRotation[] = await tx.query(
    `${ROTATION} WHERE team_code = $1 AND (ends_at IS NULL OR ends_at > $2) ORDER BY created_at`,
    [teamCode, now],
  );
  const touching = [teamCode, range.startsAt, range.endsAt];
  const present = members.filter(({ retiredAt }) => retiredAt === null);
  return {
    teamCode,
    teamShortName: team.name,
    members: present.map(({ id, name, post, phone }) => ({ memberId: id, name, post, phone })),
    rotations: rotations.map(rotationView),
    shifts: shifts.map((shift) => shiftView(shift, away, now, dutyCheckInSeconds)),
    leaves: await rowsOf(
      tx,
      `${LEAVE} WHERE l.team_code = $1 AND l.starts_at < $3 AND l.ends_at > $2 ORDER BY l.starts_at`,
      touching,
    ),
    swaps: await rowsOf(
      tx,
      `${SWAP} WHERE s.team_code = $1 AND (s.state = 'requested' OR s.asked_at >= $2) AND s.asked_at < $3 ORDER BY s.id DESC LIMIT 50`,
      touching,
    ),
    handovers: await rowsOf(
      tx,
      `${HANDOVER} WHERE h.team_code = $1 AND d.starts_at < $3 AND d.ends_at > $2 ORDER BY h.id DESC LIMIT 50`,
      touching,
    ),
    gaps: gapsIn(shifts, away, ahead).map(said),
    overlaps: overlapsIn(shifts, away, ahead).map(said),
  };
}

const said = ({ startsAt, endsAt }: Span) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
