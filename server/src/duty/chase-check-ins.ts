import type { EntityManager } from 'typeorm';
import { appendEvent } from '../events/append-event.js';
import { SYSTEM } from '../platform/actor.js';
import { readSettings } from '../settings/settings.queries.js';
import { onDutyAt } from './coverage.rules.js';
import { awayIn, lockDuty, shiftsIn } from './roster.queries.js';
import { isLate } from './shift-view.rules.js';
import { tellMissedCheckIn } from './tell-duty.js';

/** Whoever is on duty and has not signed in some minutes after the start hears of it once, and the commander too. */
export async function chaseCheckIns(tx: EntityManager, now: Date, zone: string): Promise<void> {
  await lockDuty(tx);
  const { dutyCheckInSeconds } = await readSettings(tx);
  const instant = { startsAt: now, endsAt: new Date(now.getTime() + 1) };
  const running = await shiftsIn(tx, null, instant);
  const asked = running.filter(({ checkIn, checkInChasedAt }) => checkIn && checkInChasedAt === null);
  if (asked.length === 0) return;
  const missing = onDutyAt(asked, await awayIn(tx, null, instant), now).filter(
    (shift) => shift.checkedInAt === null && isLate(shift, now, dutyCheckInSeconds),
  );
  for (const shift of missing) {
    const [team] = await tx.query('SELECT short_name AS "teamShortName" FROM teams WHERE code = $1', [shift.teamCode]);
    await tellMissedCheckIn(tx, { ...shift, ...team }, now, zone);
    await tx.query('UPDATE duty_shifts SET check_in_chased_at = $2 WHERE id = $1', [shift.id, now]);
    await appendEvent(tx, {
      at: now,
      type: 'duty.check_in_missed',
      actor: SYSTEM,
      teamCode: shift.teamCode,
      payload: { shiftId: shift.id, name: shift.name, startsAt: shift.startsAt },
    });
  }
}
