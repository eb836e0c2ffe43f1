import type { DutyStanding, GapView } from '@liandong/shared/duty';
import type { DataSource, EntityManager } from 'typeorm';
import { groupBy } from '../platform/group-by.js';
import { readSettings } from '../settings/settings.queries.js';
import { type Away, gapsIn, onDutyAt, type Span } from './coverage.rules.js';
import { awayIn, type RosterShift, shiftsIn } from './roster.queries.js';
import { isLate } from './shift-view.rules.js';

const DAY_MS = 86_400_000;
/** So far ahead a gap is looked for. 本县约定 */
export const LOOK_AHEAD_DAYS = 14;

type Reader = EntityManager | DataSource;

export interface TeamRoster {
  code: string;
  shortName: string;
  shifts: RosterShift[];
}

/** Every team that takes orders, with its shifts in a stretch of time; and who is away then. `teamCode` null: all. */
export async function readRosters(
  tx: Reader,
  teamCode: string | null,
  range: Span,
): Promise<{ teams: TeamRoster[]; away: Away[] }> {
  const teams: Omit<TeamRoster, 'shifts'>[] = await tx.query(
    `SELECT code, short_name AS "shortName" FROM teams
     WHERE retired_at IS NULL AND ($1::text IS NULL OR code = $1) ORDER BY sort_order`,
    [teamCode],
  );
  const shifts = groupBy(await shiftsIn(tx, teamCode, range), (shift) => shift.teamCode);
  const away = await awayIn(tx, teamCode, range);
  return { teams: teams.map((team) => ({ ...team, shifts: shifts.get(team.code) ?? [] })), away };
}

/** The stretches of the next 14 days nobody covers. */
export const gapsAhead = ({ shifts }: TeamRoster, away: readonly Away[], now: Date): Span[] =>
  gapsIn(shifts, away, aheadOf(now));

export const aheadOf = (now: Date): Span => ({
  startsAt: now,
  endsAt: new Date(now.getTime() + LOOK_AHEAD_DAYS * DAY_MS),
});

interface KnownGap extends Span {
  id: string;
  teamCode: string;
  foundAt: Date;
  chasedAt: Date | null;
}

const knownGaps = (tx: Reader): Promise<KnownGap[]> =>
  tx.query(
    `SELECT id, team_code AS "teamCode", starts_at AS "startsAt", ends_at AS "endsAt", found_at AS "foundAt", chased_at AS "chasedAt"
     FROM duty_gaps WHERE filled_at IS NULL`,
  );

/** How every team stands at an instant; gaps look ahead from now. */
export async function listStandings(tx: Reader, teamCode: string | null, at: Date, now: Date): Promise<DutyStanding[]> {
  const ahead = aheadOf(now);
  const range = {
    startsAt: at < now ? at : now,
    endsAt: new Date(Math.max(at.getTime() + 2 * DAY_MS, ahead.endsAt.getTime())),
  };
  const { teams, away } = await readRosters(tx, teamCode, range);
  const known = await knownGaps(tx);
  const settings = await readSettings(tx);
  const rotations: { code: string; count: number }[] = await tx.query(
    'SELECT team_code AS code, count(*)::int AS count FROM duty_rotations WHERE ends_at IS NULL OR ends_at > $1 GROUP BY 1',
    [now],
  );
  const person = (shift: RosterShift) => ({
    shiftId: shift.id,
    memberId: shift.memberId,
    name: shift.name,
    post: shift.post,
    phone: shift.phone,
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
    checkIn: shift.checkIn,
    checkedInAt: shift.checkedInAt?.toISOString() ?? null,
    late: isLate(shift, now, settings.dutyCheckInSeconds),
  });
  return teams.map((team) => {
    const next = team.shifts.find((shift) => shift.startsAt > at && onDutyAt([shift], away, shift.startsAt).length > 0);
    return {
      teamCode: team.code,
      teamShortName: team.shortName,
      onDuty: onDutyAt(team.shifts, away, at).map(person),
      next: next ? person(next) : null,
      gaps: gapsAhead(team, away, now).map((gap) => gapView(team, gap, known, now, settings.dutyGapAlarmSeconds)),
      rotations: rotations.find(({ code }) => code === team.code)?.count ?? 0,
    };
  });
}

function gapView(team: TeamRoster, gap: Span, known: readonly KnownGap[], now: Date, alarmSeconds: number): GapView {
  const row = known.find((one) => one.teamCode === team.code && one.startsAt < gap.endsAt && gap.startsAt < one.endsAt);
  return {
    id: row?.id ?? null,
    teamCode: team.code,
    teamShortName: team.shortName,
    startsAt: gap.startsAt.toISOString(),
    endsAt: gap.endsAt.toISOString(),
    foundAt: row?.foundAt.toISOString() ?? null,
    chasedAt: row?.chasedAt?.toISOString() ?? null,
    urgent: gap.startsAt.getTime() - now.getTime() <= alarmSeconds * 1000,
  };
}
