import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { newId } from '../platform/ids.js';
import { clashOf, type Span, shared, without } from './coverage.rules.js';
import { DutyRotation, DutyShift } from './duty.entity.js';
import { type Elsewhere, lockDuty, standsElsewhere } from './roster.queries.js';
import { expandRotation, type Rotation, type Turn } from './rotation.rules.js';

const DAY_MS = 86_400_000;
/** Shifts are written so far ahead, and topped up daily. */
const AHEAD_DAYS = 45;
/** After a long standstill the past is not planned afterwards: nobody was told of it. */
const BACK_DAYS = 7;

type NewShift = Pick<
  DutyShift,
  'id' | 'teamCode' | 'memberId' | 'startsAt' | 'endsAt' | 'source' | 'rotationId' | 'leaveId' | 'checkIn'
>;

interface Covered extends Span {
  id: string;
  memberId: string;
  coverId: string;
}

export const ROTATION = `SELECT id, team_code AS "teamCode", member_ids AS "memberIds", per_shift AS "perShift",
  start_minutes AS "startMinutes", hours, weekdays, first_day AS "firstDay", last_day AS "lastDay", check_in AS "checkIn",
  effective_from AS "effectiveFrom", ends_at AS "endsAt", filled_until AS "filledUntil", created_by AS "createdBy",
  created_at AS "createdAt", client_id AS "clientId" FROM duty_rotations`;

const DUE = `filled_until < $1 AND (ends_at IS NULL OR ends_at > filled_until)
  AND EXISTS (SELECT 1 FROM teams t WHERE t.code = team_code AND t.retired_at IS NULL)`;
const wantedUntil = (now: Date): Date => new Date(now.getTime() + AHEAD_DAYS * DAY_MS);

/** The teams with a rotation that is not written as far ahead as it is wanted. */
export async function teamsToFill(tx: EntityManager, now: Date): Promise<string[]> {
  const teams: { code: string }[] = await tx.query(
    `SELECT DISTINCT team_code AS code FROM duty_rotations WHERE ${DUE} ORDER BY 1`,
    [wantedUntil(now)],
  );
  return teams.map(({ code }) => code);
}

/**
 * Write the shifts of a team's rotations as far ahead as they are wanted, each once: a rotation remembers how far it has got,
 * so what was changed or taken out by hand stays so.
 * @param teamCode null: of every team @returns how many were written
 */
export async function fillRotations(
  tx: EntityManager,
  now: Date,
  zone: string,
  teamCode: string | null = null,
): Promise<number> {
  await lockDuty(tx);
  const until = wantedUntil(now);
  const rotations: DutyRotation[] = await tx.query(
    `${ROTATION} WHERE ${DUE} AND ($2::text IS NULL OR team_code = $2) ORDER BY id FOR UPDATE`,
    [until, teamCode],
  );
  if (rotations.length === 0) return 0;
  const oldest = new Date(now.getTime() - BACK_DAYS * DAY_MS);
  const members = [...new Set(rotations.flatMap(({ memberIds }) => memberIds))];
  const elsewhere = await standsElsewhere(tx, members, oldest);
  const covered: Covered[] = await tx.query(
    `SELECT id, member_id AS "memberId", cover_id AS "coverId", starts_at AS "startsAt", ends_at AS "endsAt" FROM duty_leaves
     WHERE cover_id IS NOT NULL AND withdrawn_at IS NULL AND ends_at > $1`,
    [now],
  );
  const here: { id: string; teamCode: string }[] = await tx.query(
    'SELECT id, team_code AS "teamCode" FROM team_members WHERE id = ANY($1) AND retired_at IS NULL',
    [members],
  );
  const teamOf = new Map(here.map(({ id, teamCode }) => [id, teamCode]));
  const shifts = rotations.flatMap((rotation) => {
    const from = rotation.filledUntil > oldest ? rotation.filledUntil : oldest;
    const turns = expandRotation(rotation, from, until, zone).filter(
      ({ memberId }) => teamOf.get(memberId) === rotation.teamCode,
    );
    return shiftsOf(rotation, withoutClashes(turns, elsewhere), covered);
  });
  await insertRows(tx, DutyShift, shifts);
  await tx.query('UPDATE duty_rotations SET filled_until = $2 WHERE id = ANY($1)', [rotations.map((r) => r.id), until]);
  return shifts.length;
}

/** Turns whose person stands for another team then are left out: the gap shows. */
export const withoutClashes = (turns: readonly Turn[], elsewhere: readonly Elsewhere[]): Turn[] =>
  turns.filter(
    (turn) =>
      !clashOf(
        turn,
        elsewhere.filter(({ memberId }) => memberId === turn.memberId),
      ),
  );

function shiftsOf(
  { id: rotationId, teamCode, checkIn }: DutyRotation & Rotation,
  turns: readonly Turn[],
  covered: readonly Covered[],
): NewShift[] {
  const own = turns.map(
    (turn): NewShift => ({ ...turn, id: newId(), teamCode, source: 'rotation', rotationId, leaveId: null, checkIn }),
  );
  return [...own, ...covered.flatMap((leave) => coverShifts(leave, own))];
}

/** The shifts in which somebody stands in for a member on leave; not while he stands himself anyway. */
export function coverShifts(
  leave: Covered,
  shifts: readonly (Span & Pick<NewShift, 'memberId' | 'teamCode' | 'rotationId' | 'checkIn'>)[],
): NewShift[] {
  const standsAnyway = shifts.filter(({ memberId }) => memberId === leave.coverId);
  return shifts
    .filter(({ memberId }) => memberId === leave.memberId)
    .flatMap(({ teamCode, rotationId, checkIn, ...shift }) => {
      const part = shared(shift, leave);
      return (part ? without(part, standsAnyway) : []).map((span): NewShift => {
        const who = { id: newId(), teamCode, memberId: leave.coverId, rotationId, leaveId: leave.id, checkIn };
        return { ...who, ...span, source: 'cover' };
      });
    });
}
