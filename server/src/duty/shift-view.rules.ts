import type { ShiftView } from '@liandong/shared/duty';
import { type Away, shared } from './coverage.rules.js';
import type { RosterShift } from './roster.queries.js';

/** Not signed in, or later than so many seconds after the start. Who need not sign in is never late. */
export function isLate(
  shift: Pick<RosterShift, 'checkIn' | 'checkedInAt' | 'startsAt'>,
  now: Date,
  graceSeconds: number,
): boolean {
  return shift.checkIn && (shift.checkedInAt ?? now).getTime() > shift.startsAt.getTime() + graceSeconds * 1000;
}

/** A shift in the shape of the contract. */
export function shiftView(shift: RosterShift, away: readonly Away[], now: Date, graceSeconds: number): ShiftView {
  const { clientId: _, checkInChasedAt: __, ...rest } = shift;
  const absent = away
    .filter(({ memberId }) => memberId === shift.memberId)
    .flatMap((one) => shared(one, shift) ?? [])
    .map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }));
  return {
    ...rest,
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
    checkedInAt: shift.checkedInAt?.toISOString() ?? null,
    late: absent.length === 0 && isLate(shift, now, graceSeconds),
    absent,
  };
}
