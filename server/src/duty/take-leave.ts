import type { LeaveView, TakeLeave as Wanted } from '@liandong/shared/duty';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { leaveWork, Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { readLeave } from './calendar.queries.js';
import { clashOf, type Span } from './coverage.rules.js';
import { DutyLeave, DutyShift } from './duty.entity.js';
import { coverShifts } from './fill-rotations.js';
import { refuseLeave } from './one-shift.js';
import { lockDuty, memberHere, membersOf, ownTeam, shiftsIn, standsElsewhere } from './roster.queries.js';

const LONGEST_MS = 400 * 86_400_000;

/** 请假 and 销假: who is on leave is nobody on duty; a cover takes the shifts, else the gap shows at once. */
@Injectable()
export class TakeLeave {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed, bad-request, wrong-state (on leave already, or the cover cannot) */
  run(wanted: Wanted, actor: Actor): Promise<LeaveView> {
    ownTeam(actor, wanted.teamCode);
    return this.transactions.run(async (tx) => {
      await lockDuty(tx);
      const before = await tx.findOneBy(DutyLeave, { clientId: wanted.clientId });
      if (before) return readLeave(tx, before.id);
      const now = this.clock.now();
      const span = leaveSpan(wanted, now);
      await this.check(tx, wanted, span);
      const { teamCode, memberId, coverId, reason, clientId } = wanted;
      const row = { id: newId(), teamCode, memberId, ...span, reason, coverId, clientId };
      await insertRows(tx, DutyLeave, [{ ...row, createdBy: actor.name, createdAt: now }]);
      if (coverId) await cover(tx, { ...row, coverId });
      const view = await readLeave(tx, row.id);
      const payload = { leaveId: row.id, before: null, after: view, reason };
      await appendEvent(tx, { at: now, type: 'duty.leave_taken', actor, teamCode, payload });
      leaveWork(tx, 'duty');
      return view;
    });
  }

  /** @throws Problem not-found, not-allowed, wrong-state (over) */
  end(id: string, actor: Actor): Promise<LeaveView> {
    return this.transactions.run(async (tx) => {
      await lockDuty(tx);
      const before = await readLeave(tx, id);
      ownTeam(actor, before.teamCode);
      const now = this.clock.now();
      if (before.withdrawnAt || new Date(before.endsAt) <= now)
        throw new Problem('wrong-state', {
          detail: '假期已经结束或撤销',
          state: before.withdrawnAt ? 'withdrawn' : 'ended',
        });
      const begun = new Date(before.startsAt) < now;
      await tx.update(DutyLeave, { id }, begun ? { endsAt: now } : { withdrawnAt: now });
      await tx.query('DELETE FROM duty_shifts WHERE leave_id = $1 AND starts_at >= $2', [id, now]);
      await tx.query('UPDATE duty_shifts SET ends_at = $2 WHERE leave_id = $1 AND ends_at > $2', [id, now]);
      const after = await readLeave(tx, id);
      const payload = { leaveId: id, before, after };
      await appendEvent(tx, { at: now, type: 'duty.leave_ended', actor, teamCode: before.teamCode, payload });
      leaveWork(tx, 'duty');
      return after;
    });
  }

  private async check(tx: EntityManager, { teamCode, memberId, coverId }: Wanted, span: Span): Promise<void> {
    const members = await membersOf(tx, teamCode);
    memberHere(members, memberId, 'memberId');
    await refuseLeave(tx, memberId, span, '此人');
    if (coverId === null) return;
    if (coverId === memberId) throw Problem.field('coverId', '顶班人须是另一人');
    memberHere(members, coverId, 'coverId');
    await refuseLeave(tx, coverId, span, '顶班人');
    const elsewhere = await standsElsewhere(tx, [coverId], span.startsAt);
    for (const shift of (await shiftsIn(tx, teamCode, span)).filter((one) => one.memberId === memberId)) {
      const clash = clashOf(shift, elsewhere);
      if (clash)
        throw new Problem('wrong-state', {
          detail: `顶班人该时段在${clash.teamShortName}值班`,
          state: 'on-duty-elsewhere',
        });
    }
  }
}

function leaveSpan(wanted: Wanted, now: Date): Span {
  const [startsAt, endsAt] = [new Date(wanted.startsAt), new Date(wanted.endsAt)];
  if (endsAt <= startsAt) throw Problem.field('endsAt', '结束须在开始之后');
  if (endsAt <= now) throw Problem.field('endsAt', '已经过去，过去的值班不能改');
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS) throw Problem.field('endsAt', '假期过长');
  return { startsAt: startsAt < now ? now : startsAt, endsAt };
}

/** The shifts that are written already; those written later get their cover with them. */
async function cover(
  tx: EntityManager,
  leave: Span & { id: string; teamCode: string; memberId: string; coverId: string },
) {
  const shifts = await shiftsIn(tx, leave.teamCode, leave);
  await insertRows(tx, DutyShift, coverShifts(leave, shifts));
}
