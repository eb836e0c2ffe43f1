import type { AddShift, ChangeShift, ShiftView } from '@liandong/shared/duty';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { leaveWork, Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import type { Span } from './coverage.rules.js';
import { DutyShift } from './duty.entity.js';
import { refuseClash, viewShift } from './one-shift.js';
import {
  lockDuty,
  memberHere,
  membersOf,
  ownTeam,
  type RosterShift,
  readShift,
  shiftOfClient,
  voidSwaps,
} from './roster.queries.js';

const LONGEST_MS = 31 * 86_400_000;

/** Single shifts: added, changed, taken out. What has passed stays; what runs is only ever cut at the present instant. */
@Injectable()
export class EditShifts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed, bad-request, wrong-state (stands somewhere else then) */
  add(wanted: AddShift, actor: Actor): Promise<ShiftView> {
    ownTeam(actor, wanted.teamCode);
    return this.edit(async (tx, now) => {
      const before = await shiftOfClient(tx, wanted.clientId);
      if (before) return viewShift(tx, before.id, now);
      memberHere(await membersOf(tx, wanted.teamCode), wanted.memberId, 'memberId');
      const span = fromNow({ startsAt: new Date(wanted.startsAt), endsAt: new Date(wanted.endsAt) }, now);
      await refuseClash(tx, { ...wanted, ...span });
      const { teamCode, memberId, checkIn, clientId } = wanted;
      const row = { id: newId(), teamCode, memberId, ...span, source: 'single' as const, checkIn, clientId };
      await insertRows(tx, DutyShift, [row]);
      return this.told(tx, 'duty.shift_added', row.id, actor, now, { before: null });
    });
  }

  /** @throws Problem not-found, not-allowed, bad-request, wrong-state (over, or stands somewhere else then) */
  change(id: string, wanted: ChangeShift, actor: Actor): Promise<ShiftView> {
    return this.edit(async (tx, now) => {
      const repeated = await shiftOfClient(tx, wanted.clientId);
      if (repeated) return viewShift(tx, repeated.id, now);
      const shift = await readShift(tx, id);
      ownTeam(actor, shift.teamCode);
      if (shift.endsAt <= now) throw new Problem('wrong-state', { detail: '这个班次已经结束', state: 'ended' });
      if (wanted.memberId && wanted.memberId !== shift.memberId)
        memberHere(await membersOf(tx, shift.teamCode), wanted.memberId, 'memberId');
      await voidSwaps(tx, [id], now);
      const becomes =
        shift.startsAt <= now ? await changeRunning(tx, shift, wanted, now) : await replan(tx, shift, wanted, now);
      return this.told(tx, 'duty.shift_changed', becomes, actor, now, {
        before: content(shift),
        reason: wanted.reason,
      });
    });
  }

  /** @throws Problem not-found, not-allowed, wrong-state (has begun) */
  remove(id: string, reason: string, actor: Actor): Promise<{ done: true }> {
    return this.edit(async (tx, now) => {
      const shift = await readShift(tx, id);
      ownTeam(actor, shift.teamCode);
      if (shift.startsAt <= now) {
        const state = shift.endsAt <= now ? 'ended' : 'running';
        throw new Problem('wrong-state', { detail: '班次已经开始，不能撤销；可自此刻起换人', state });
      }
      await voidSwaps(tx, [id], now);
      await tx.delete(DutyShift, { id });
      const payload = { shiftId: id, before: content(shift), after: null, reason };
      await appendEvent(tx, { at: now, type: 'duty.shift_removed', actor, teamCode: shift.teamCode, payload });
      leaveWork(tx, 'duty');
      return { done: true };
    });
  }

  private edit<T>(work: (tx: EntityManager, now: Date) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => {
      await lockDuty(tx);
      return work(tx, this.clock.now());
    });
  }

  private async told(tx: EntityManager, type: string, id: string, actor: Actor, now: Date, more: object) {
    const shift = await readShift(tx, id);
    const payload = { shiftId: id, ...more, after: content(shift) };
    await appendEvent(tx, { at: now, type, actor, teamCode: shift.teamCode, payload });
    leaveWork(tx, 'duty');
    return viewShift(tx, id, now);
  }
}

/** Not begun: anything may change, but never into the past. Another person has not signed in. */
async function replan(tx: EntityManager, shift: RosterShift, wanted: ChangeShift, now: Date): Promise<string> {
  const memberId = wanted.memberId ?? shift.memberId;
  const span = fromNow(
    {
      startsAt: wanted.startsAt ? new Date(wanted.startsAt) : shift.startsAt,
      endsAt: wanted.endsAt ? new Date(wanted.endsAt) : shift.endsAt,
    },
    now,
  );
  await refuseClash(tx, { teamCode: shift.teamCode, memberId, ...span }, { before: shift });
  const kept = memberId === shift.memberId ? {} : { checkedInAt: null, checkedInBy: null };
  await tx.update(DutyShift, { id: shift.id }, { memberId, ...span, ...kept });
  return shift.id;
}

/** Runs: its end may move (not before now), and another person may take over now. */
async function changeRunning(tx: EntityManager, shift: RosterShift, wanted: ChangeShift, now: Date): Promise<string> {
  if (wanted.startsAt && new Date(wanted.startsAt).getTime() !== shift.startsAt.getTime())
    throw Problem.field('startsAt', '班次已经开始，起始时刻不能改');
  const asked = wanted.endsAt ? new Date(wanted.endsAt) : shift.endsAt;
  const endsAt = asked < now ? now : asked;
  if (endsAt.getTime() - shift.startsAt.getTime() > LONGEST_MS) throw Problem.field('endsAt', '一班不能超过31天');
  const memberId = wanted.memberId ?? shift.memberId;
  const { id, teamCode, rotationId, checkIn } = shift;
  if (memberId === shift.memberId) {
    await refuseClash(tx, { teamCode, memberId, startsAt: now, endsAt }, { before: shift });
    await tx.update(DutyShift, { id }, { endsAt });
    return id;
  }
  await refuseClash(tx, { teamCode, memberId, startsAt: now, endsAt });
  if (endsAt <= now) throw Problem.field('endsAt', '换人后须还有时间');
  await tx.update(DutyShift, { id }, { endsAt: now });
  const taken = {
    id: newId(),
    teamCode,
    memberId,
    startsAt: now,
    endsAt,
    source: 'single' as const,
    rotationId,
    checkIn,
  };
  await insertRows(tx, DutyShift, [{ ...taken, clientId: wanted.clientId }]);
  return taken.id;
}

/** A stretch from now on at the earliest. @throws Problem bad-request */
export function fromNow({ startsAt, endsAt }: Span, now: Date): Span {
  if (endsAt <= startsAt) throw Problem.field('endsAt', '结束须在开始之后');
  if (endsAt <= now) throw Problem.field('endsAt', '已经过去，过去的值班不能改');
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS) throw Problem.field('endsAt', '一班不能超过31天');
  return { startsAt: startsAt < now ? now : startsAt, endsAt };
}

const content = ({ memberId, name, startsAt, endsAt }: RosterShift) => ({ memberId, name, startsAt, endsAt });
