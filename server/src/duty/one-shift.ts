import type { ShiftView } from '@liandong/shared/duty';
import type { EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { clashOf, type Span, without } from './coverage.rules.js';
import { awayIn, readShift, shiftsIn, standsElsewhere } from './roster.queries.js';
import { shiftView } from './shift-view.rules.js';

/** One shift as the calendar shows it. */
export async function viewShift(tx: EntityManager, id: string, now: Date): Promise<ShiftView> {
  const shift = await readShift(tx, id);
  const { dutyCheckInSeconds } = await readSettings(tx);
  return shiftView(shift, await awayIn(tx, shift.teamCode, shift), now, dutyCheckInSeconds);
}

interface Wanted extends Span {
  teamCode: string;
  memberId: string;
}

interface Known {
  /** The shift that is being changed: what its person keeps of it is not asked about again. */
  before?: (Wanted & { id: string }) | null;
  /** Shifts that change hands meanwhile. */
  except?: readonly string[];
  /** As the reason calls the person. */
  who?: string;
}

/**
 * Nobody stands for two teams at once, nor twice for one, nor while on leave.
 * @throws Problem wrong-state
 */
export async function refuseClash(
  tx: EntityManager,
  wanted: Wanted,
  { before = null, except = [], who = '此人' }: Known = {},
): Promise<void> {
  const clash = clashOf(wanted, await standsElsewhere(tx, [wanted.memberId], wanted.startsAt));
  if (clash)
    throw new Problem('wrong-state', {
      detail: `${who}该时段在${clash.teamShortName}值班`,
      state: 'on-duty-elsewhere',
    });
  const own = (await shiftsIn(tx, wanted.teamCode, wanted)).filter(
    ({ id, memberId }) => memberId === wanted.memberId && id !== before?.id && !except.includes(id),
  );
  if (own.length > 0)
    throw new Problem('wrong-state', { detail: `${who}该时段已在本队值班`, state: 'on-duty-already' });
  const kept = before?.memberId === wanted.memberId ? [before] : [];
  for (const span of without(wanted, kept)) await refuseLeave(tx, wanted.memberId, span, who);
}

/** @param who as the reason calls him @throws Problem wrong-state naming the leave */
export async function refuseLeave(tx: EntityManager, memberId: string, { startsAt, endsAt }: Span, who: string) {
  const [leave] = await tx.query(
    `SELECT reason FROM duty_leaves WHERE member_id = $1 AND withdrawn_at IS NULL AND starts_at < $3 AND ends_at > $2
     ORDER BY starts_at LIMIT 1`,
    [memberId, startsAt, endsAt],
  );
  if (leave) throw new Problem('wrong-state', { detail: `${who}该时段在请假：${leave.reason}`, state: 'on-leave' });
}
