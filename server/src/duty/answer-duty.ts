import { localWords } from '@liandong/shared/local-time';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { type MemberWithPhone, membersWithPhone } from '../teams/phone.queries.js';
import { CheckIn } from './check-in.js';
import { dutyWordOf } from './duty-reply.rules.js';
import { lockDuty } from './roster.queries.js';
import { SwapShifts } from './swap-shifts.js';

/** What became of it: `done`, or why not; `answer` is what the phone is told, where nothing else tells it. */
export interface DutyAnswer {
  done: boolean;
  why: string;
  answer?: string;
}

/** 签到 and 同意换班 by text from a member's own phone. */
@Injectable()
export class AnswerDuty {
  constructor(
    private readonly clock: Clock,
    private readonly checkIn: CheckIn,
    private readonly swaps: SwapShifts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns null: it is about something else, or nothing of the kind is open for whom the phone belongs to */
  async fromPhone(tx: EntityManager, { phone, text }: { phone: string; text: string }): Promise<DutyAnswer | null> {
    const word = dutyWordOf(text);
    if (word === null) return null;
    await lockDuty(tx);
    const owners = await membersWithPhone(tx, phone);
    if (owners.length === 0) return null;
    try {
      return await (word === 'check_in' ? this.signIn(tx, owners) : this.swap(tx, owners, word === 'agree'));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const why = error.body.detail ?? error.body.title;
      return { done: false, why, answer: why };
    }
  }

  private async signIn(tx: EntityManager, owners: readonly MemberWithPhone[]): Promise<DutyAnswer> {
    const now = this.clock.now();
    const { dutyCheckInEarlySeconds } = await readSettings(tx);
    const shifts: { id: string; startsAt: Date; memberId: string }[] = await tx.query(
      `SELECT id, starts_at AS "startsAt", member_id AS "memberId" FROM duty_shifts
       WHERE member_id = ANY($1) AND starts_at <= $2 AND ends_at > $3 ORDER BY starts_at`,
      [owners.map(({ memberId }) => memberId), new Date(now.getTime() + dutyCheckInEarlySeconds * 1000), now],
    );
    if (shifts.length === 0)
      return { done: false, why: '没有可签到的班次', answer: '现在没有您可签到的班次，请与队长核对' };
    const times: string[] = [];
    for (const { id, startsAt, memberId } of shifts) {
      const owner = owners.find((one) => one.memberId === memberId)!;
      await this.checkIn.apply(tx, id, phoneOf(owner));
      times.push(localWords(startsAt, this.config.COUNTY_TZ));
    }
    return { done: true, why: '值班签到', answer: `已签到：${times.join('、')}的班` };
  }

  /** Both sides hear by text what came of it; only what was not done is answered here. */
  private async swap(
    tx: EntityManager,
    owners: readonly MemberWithPhone[],
    agree: boolean,
  ): Promise<DutyAnswer | null> {
    const open: { id: string; memberId: string }[] = await tx.query(
      `SELECT id, other_member_id AS "memberId" FROM duty_swaps WHERE state = 'requested' AND other_member_id = ANY($1)`,
      [owners.map(({ memberId }) => memberId)],
    );
    const [swap, another] = open;
    if (!swap) return null;
    if (another)
      return {
        done: false,
        why: '有几个换班申请待答',
        answer: `有${open.length}个换班申请在等您表态，请告诉队长同意哪一个`,
      };
    const owner = owners.find((one) => one.memberId === swap.memberId)!;
    const { why } = await this.swaps.apply(tx, swap.id, { agree, memberId: swap.memberId }, phoneOf(owner));
    if (why) return { done: true, why: '换班申请作废', answer: `${why}，换班申请作废` };
    return { done: true, why: agree ? '同意换班' : '不同意换班' };
  }
}

const phoneOf = ({ name, teamCode }: MemberWithPhone): Actor => ({ accountId: null, name, role: 'phone', teamCode });
