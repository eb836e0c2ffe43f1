import type { ShiftView } from '@liandong/shared/duty';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { within } from './coverage.rules.js';
import { DutyShift } from './duty.entity.js';
import { viewShift } from './one-shift.js';
import { awayIn, lockDuty, ownTeam, readShift } from './roster.queries.js';

/** 上班签到: from a while before the shift until its end; said again it is the same sign-in. */
@Injectable()
export class CheckIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed, wrong-state (too early, over, on leave) */
  run(id: string, actor: Actor): Promise<ShiftView> {
    return this.transactions.run((tx) => this.apply(tx, id, actor));
  }

  /** The same inside a transaction that is already open. */
  async apply(tx: EntityManager, id: string, actor: Actor): Promise<ShiftView> {
    await lockDuty(tx);
    const shift = await readShift(tx, id);
    ownTeam(actor, shift.teamCode);
    const now = this.clock.now();
    if (shift.checkedInAt) return viewShift(tx, id, now);
    if (shift.endsAt <= now) throw new Problem('wrong-state', { detail: '班次已经结束', state: 'ended' });
    const { dutyCheckInEarlySeconds } = await readSettings(tx);
    if (shift.startsAt.getTime() - dutyCheckInEarlySeconds * 1000 > now.getTime())
      throw new Problem('wrong-state', { detail: '班次尚未开始，还不能签到', state: 'ahead' });
    const away = await awayIn(tx, shift.teamCode, shift);
    if (away.some((one) => one.memberId === shift.memberId && within(one, now)))
      throw new Problem('wrong-state', { detail: '此人正在请假或已不在本队', state: 'away' });
    await tx.update(DutyShift, { id }, { checkedInAt: now, checkedInBy: actor.name });
    const view = await viewShift(tx, id, now);
    const payload = { shiftId: id, name: shift.name, startsAt: shift.startsAt, late: view.late };
    await appendEvent(tx, { at: now, type: 'duty.checked_in', actor, teamCode: shift.teamCode, payload });
    return view;
  }
}
