import type { AnswerSwap, AskSwap, SwapView } from '@liandong/shared/duty';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { insertRows } from '../database/insert-rows.js';
import { leaveWork, Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { readSwap } from './calendar.queries.js';
import { DutyShift, DutySwap } from './duty.entity.js';
import { refuseClash } from './one-shift.js';
import { lockDuty, memberHere, membersOf, ownTeam, type RosterShift, readShift } from './roster.queries.js';
import { whyNotSwapped } from './swap.rules.js';
import { tellSwap } from './tell-duty.js';

/** 换班: asked for one side, agreed to by the other; only then both shifts change hands, together. */
@Injectable()
export class SwapShifts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found, not-allowed, bad-request, wrong-state (begun, or asked for already) */
  ask(wanted: AskSwap, actor: Actor): Promise<SwapView> {
    return this.transactions.run(async (tx) => {
      await lockDuty(tx);
      const before = await tx.findOneBy(DutySwap, { clientId: wanted.clientId });
      if (before) return readSwap(tx, before.id);
      const now = this.clock.now();
      const mine = await readShift(tx, wanted.shiftId);
      ownTeam(actor, mine.teamCode);
      const other = await readShift(tx, wanted.otherShiftId);
      if (other.teamCode !== mine.teamCode) throw Problem.field('otherShiftId', '只能与本队的班次互换');
      if (other.memberId === mine.memberId) throw Problem.field('otherShiftId', '是同一人的班次');
      await this.refuse(tx, mine, other, now);
      const row = { ...swapRow(mine, other), id: newId(), state: 'requested' as const, note: wanted.note };
      await insertRows(tx, DutySwap, [{ ...row, askedBy: actor.name, askedAt: now, clientId: wanted.clientId }]);
      return this.told(tx, 'duty.swap_asked', row.id, actor, now);
    });
  }

  /** @throws Problem not-found, not-allowed, bad-request (not the other's word), wrong-state (answered, begun or changed) */
  async answer(id: string, wanted: AnswerSwap, actor: Actor): Promise<SwapView> {
    const { view, why } = await this.transactions.run((tx) => this.apply(tx, id, wanted, actor));
    if (why) throw new Problem('wrong-state', { detail: why, state: 'void' });
    return view;
  }

  /** The same inside a transaction that is already open. @returns `why`: in Chinese, what made it void */
  async apply(
    tx: EntityManager,
    id: string,
    wanted: AnswerSwap,
    actor: Actor,
  ): Promise<{ view: SwapView; why: string | null }> {
    const { swap, now } = await this.hold(tx, id, actor);
    if (wanted.memberId !== swap.other.memberId) throw Problem.field('memberId', `须由${swap.other.name}本人表态`);
    const why = wanted.agree ? await this.exchange(tx, swap, now) : null;
    const state = !wanted.agree ? 'refused' : why ? 'void' : 'agreed';
    const word = { consentedBy: wanted.memberId, answeredBy: actor.name, answeredAt: now };
    await tx.update(DutySwap, { id }, { state, ...word });
    return { view: await this.told(tx, `duty.swap_${state}`, id, actor, now), why };
  }

  /** @throws Problem not-found, not-allowed, wrong-state (answered) */
  withdraw(id: string, actor: Actor): Promise<SwapView> {
    return this.transactions.run(async (tx) => {
      const { now } = await this.hold(tx, id, actor);
      await tx.update(DutySwap, { id }, { state: 'withdrawn', answeredBy: actor.name, answeredAt: now });
      return this.told(tx, 'duty.swap_withdrawn', id, actor, now);
    });
  }

  private async hold(tx: EntityManager, id: string, actor: Actor) {
    await lockDuty(tx);
    const swap = await readSwap(tx, id);
    ownTeam(actor, swap.teamCode);
    if (swap.state !== 'requested') throw new Problem('wrong-state', { detail: '换班申请已有结果', state: swap.state });
    return { swap, now: this.clock.now() };
  }

  private async refuse(tx: EntityManager, mine: RosterShift, other: RosterShift, now: Date): Promise<void> {
    if (mine.startsAt <= now) throw new Problem('wrong-state', { detail: '自己的班次已经开始', state: 'begun' });
    if (other.startsAt <= now) throw new Problem('wrong-state', { detail: '对方的班次已经开始', state: 'begun' });
    const ids = [mine.id, other.id];
    const [open] = await tx.query(
      `SELECT 1 FROM duty_swaps WHERE state = 'requested' AND (shift_id = ANY($1) OR other_shift_id = ANY($1)) LIMIT 1`,
      [ids],
    );
    if (open) throw new Problem('wrong-state', { detail: '其中一班已在申请换班', state: 'requested' });
    await refuseBoth(tx, mine, other);
  }

  /** Both change hands, or neither. @returns why not, in Chinese; null: done */
  private async exchange(tx: EntityManager, swap: SwapView, now: Date): Promise<string | null> {
    const [mine, other] = await Promise.all(
      [swap.mine, swap.other].map(({ shiftId }) => tx.findOneBy(DutyShift, { id: shiftId })),
    );
    const why = whyNotSwapped(swap, mine ?? null, other ?? null, now);
    if (why) return why;
    const members = await membersOf(tx, swap.teamCode);
    for (const { memberId } of [swap.mine, swap.other]) memberHere(members, memberId, 'memberId');
    const clash = await refuseBoth(tx, { ...mine!, name: swap.mine.name }, { ...other!, name: swap.other.name }).catch(
      clashWords,
    );
    if (clash) return clash;
    const fresh = { checkedInAt: null, checkedInBy: null };
    await tx.update(DutyShift, { id: mine!.id }, { memberId: other!.memberId, ...fresh });
    await tx.update(DutyShift, { id: other!.id }, { memberId: mine!.memberId, ...fresh });
    return null;
  }

  private async told(tx: EntityManager, type: string, id: string, actor: Actor, now: Date): Promise<SwapView> {
    const swap = await readSwap(tx, id);
    const { teamCode, mine, other, state } = swap;
    await appendEvent(tx, {
      at: now,
      type,
      actor,
      teamCode,
      payload: { swapId: id, state, before: { mine, other }, note: swap.note },
    });
    await tellSwap(tx, swap, now, this.config.COUNTY_TZ);
    leaveWork(tx, 'duty');
    return swap;
  }
}

/** Each must be free for the other's shift. */
async function refuseBoth(tx: EntityManager, mine: Side, other: Side): Promise<void> {
  const except = [mine.id, other.id];
  await refuseClash(
    tx,
    { ...span(other), teamCode: mine.teamCode, memberId: mine.memberId },
    { except, who: mine.name },
  );
  await refuseClash(
    tx,
    { ...span(mine), teamCode: mine.teamCode, memberId: other.memberId },
    { except, who: other.name },
  );
}

/** Why somebody is not free, found out when it is too late to ask otherwise. */
function clashWords(fault: unknown): string {
  if (fault instanceof Problem && fault.body.detail) return fault.body.detail;
  throw fault;
}

type Side = Pick<RosterShift, 'id' | 'teamCode' | 'memberId' | 'name' | 'startsAt' | 'endsAt'>;
const span = ({ startsAt, endsAt }: Side) => ({ startsAt, endsAt });

const swapRow = (mine: RosterShift, other: RosterShift) => ({
  teamCode: mine.teamCode,
  shiftId: mine.id,
  memberId: mine.memberId,
  startsAt: mine.startsAt,
  endsAt: mine.endsAt,
  otherShiftId: other.id,
  otherMemberId: other.memberId,
  otherStartsAt: other.startsAt,
  otherEndsAt: other.endsAt,
});
