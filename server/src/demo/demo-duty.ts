import { XIANJU } from '@liandong/seed/xianju/county';
import { instantOf, localDate } from '@liandong/shared/local-time';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { DutyRotation } from '../duty/duty.entity.js';
import { fillRotations } from '../duty/fill-rotations.js';
import { newId } from '../platform/ids.js';

const HALF_DAY_MS = 12 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Every team of the demo takes turns at 08:00 and 20:00: one rotation each, from the shift that runs now; in a database of an
 * earlier version from where its shifts end. Nobody is asked to sign in: nobody is there to do it.
 */
export async function extendDemoDuty(tx: EntityManager, now: Date, zone: string): Promise<void> {
  const planned: { teamCode: string }[] = await tx.query('SELECT DISTINCT team_code AS "teamCode" FROM duty_rotations');
  const members: { id: string; phone: string }[] = await tx.query('SELECT id, phone FROM team_members');
  const idByPhone = new Map(members.map((member) => [member.phone, member.id]));
  const ends: { teamCode: string; last: Date }[] = await tx.query(
    'SELECT team_code AS "teamCode", max(ends_at) AS last FROM duty_shifts GROUP BY team_code',
  );
  const firstDay = localDate(new Date(now.getTime() - DAY_MS), zone);
  const rows = XIANJU.teams
    .filter(({ code }) => !planned.some(({ teamCode }) => teamCode === code))
    .flatMap((team) => {
      const memberIds = XIANJU.dutyOrder(team, firstDay).flatMap(
        (index) => idByPhone.get(team.members[index]!.phone) ?? [],
      );
      const last = ends.find(({ teamCode }) => teamCode === team.code)?.last;
      const from = last && last > now ? last : runningSince(now, zone);
      return memberIds.length === 0 ? [] : [rotation(team.code, memberIds, firstDay, from, now)];
    });
  await insertRows(tx, DutyRotation, rows);
  await fillRotations(tx, now, zone);
}

/** The start of the 08:00 or 20:00 shift that runs now. */
function runningSince(now: Date, zone: string): Date {
  const morning = Date.parse(`${localDate(now, zone)}T08:00:00Z`);
  const starts = [-1, 0, 1].map((half) => instantOf(morning + half * HALF_DAY_MS, zone));
  return starts.findLast((start) => start <= now)!;
}

const rotation = (teamCode: string, memberIds: string[], firstDay: string, from: Date, now: Date): DutyRotation => ({
  id: newId(),
  teamCode,
  memberIds,
  perShift: 1,
  startMinutes: [480, 1200],
  hours: 12,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  firstDay,
  lastDay: null,
  checkIn: false,
  effectiveFrom: from,
  endsAt: null,
  filledUntil: from,
  createdBy: '演示',
  createdAt: now,
  clientId: null,
});
