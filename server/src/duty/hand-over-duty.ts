import type { HandoverView, WriteHandover } from '@liandong/shared/duty';
import { Injectable } from '@nestjs/common';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { readHandover } from './calendar.queries.js';
import { DutyHandover } from './duty.entity.js';
import { lockDuty, memberHere, membersOf, ownTeam, readShift } from './roster.queries.js';

/** 交接: the outgoing writes what is going on and what stays open, the incoming confirms to have it. */
@Injectable()
export class HandOverDuty {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed, wrong-state (not begun, or confirmed) */
  write(shiftId: string, { note, openPoints }: WriteHandover, actor: Actor): Promise<HandoverView> {
    return this.transactions.run(async (tx) => {
      await lockDuty(tx);
      const shift = await readShift(tx, shiftId);
      ownTeam(actor, shift.teamCode);
      const now = this.clock.now();
      if (shift.startsAt > now) throw new Problem('wrong-state', { detail: '班次尚未开始', state: 'ahead' });
      const before = await tx.findOneBy(DutyHandover, { shiftId });
      if (before?.confirmedAt)
        throw new Problem('wrong-state', { detail: '接班人已确认，不能再改', state: 'confirmed' });
      const written = { note, openPoints, writtenBy: actor.name, writtenAt: now };
      const id = before?.id ?? newId();
      if (before) await tx.update(DutyHandover, { id }, written);
      else await insertRows(tx, DutyHandover, [{ id, teamCode: shift.teamCode, shiftId, ...written }]);
      const was = before && { note: before.note, openPoints: before.openPoints };
      const payload = { handoverId: id, shiftId, outgoing: shift.name, before: was, after: { note, openPoints } };
      await appendEvent(tx, { at: now, type: 'duty.handover_written', actor, teamCode: shift.teamCode, payload });
      return readHandover(tx, id);
    });
  }

  /** @throws Problem not-found, not-allowed, bad-request (not of the team, or the outgoing himself) */
  confirm(id: string, memberId: string, actor: Actor): Promise<HandoverView> {
    return this.transactions.run(async (tx) => {
      await lockDuty(tx);
      const handover = await readHandover(tx, id);
      ownTeam(actor, handover.teamCode);
      const member = memberHere(await membersOf(tx, handover.teamCode), memberId, 'memberId');
      const { memberId: outgoing } = await readShift(tx, handover.shiftId);
      if (outgoing === memberId) throw Problem.field('memberId', '交班人不能自己接班');
      if (handover.confirmedAt) return handover;
      const now = this.clock.now();
      const confirmed = { confirmedMemberId: memberId, confirmedBy: actor.name, confirmedAt: now };
      await tx.update(DutyHandover, { id }, confirmed);
      const payload = { handoverId: id, shiftId: handover.shiftId, incoming: member.name };
      await appendEvent(tx, { at: now, type: 'duty.handover_confirmed', actor, teamCode: handover.teamCode, payload });
      return readHandover(tx, id);
    });
  }
}
