import type { ShiftView } from '@liandong/shared/duty';
import type { EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { clashOf, type Span } from './coverage.rules.js';
import { awayIn, readShift, shiftsIn, standsElsewhere } from './roster.queries.js';
import { shiftView } from './shift-view.rules.js';

/** One shift as the calendar shows it. */
export async function viewShift(tx: EntityManager, id: string, now: Date): Promise<ShiftView> {
  const shift = await readShift(tx, id);
  const { dutyCheckInSeconds } = await readSettings(tx);
  return shiftView(shift, await awayIn(tx, shift.teamCode, shift), now, dutyCheckInSeconds);
}

/**
 * Nobody stands for two teams at once, nor twice for one.
 * @param wanted `id`: the shift that is being changed @throws Problem wrong-state
 */
export async function refuseClash(
  tx: EntityManager,
  wanted: Span & { id?: string; teamCode: string; memberId: string },
  except: readonly string[] = [],
): Promise<void> {
  const [clash] = [clashOf(wanted, await standsElsewhere(tx, [wanted.memberId], wanted.startsAt))];
  if (clash)
    throw new Problem('wrong-state', { detail: `此人该时段在${clash.teamShortName}值班`, state: 'on-duty-elsewhere' });
  const own = (await shiftsIn(tx, wanted.teamCode, wanted)).filter(
    ({ id, memberId }) => memberId === wanted.memberId && id !== wanted.id && !except.includes(id),
  );
  if (own.length > 0) throw new Problem('wrong-state', { detail: '此人该时段已在本队值班', state: 'on-duty-already' });
}
