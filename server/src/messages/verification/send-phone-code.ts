import { randomInt } from 'node:crypto';
import type { SendPhoneCode as Wanted } from '@liandong/shared/register';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { phoneKind } from '../../platform/phone.rules.js';
import { Problem } from '../../platform/problem.js';
import { holdOwnNumber } from '../../teams/verify-phone.js';
import { enqueueMessages } from '../enqueue.js';
import { PHONE_CODE } from './phone-code.rules.js';

/** A code is texted to a member's number; whoever tells it has that phone in his hand. */
@Injectable()
export class SendPhoneCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed, bad-request (not a number of his, no mobile), wrong-state (retired, sent just now) */
  run(id: string, wanted: Wanted, actor: Actor): Promise<{ minutes: number }> {
    return this.transactions.run(async (tx) => {
      const { member, team, phone } = await holdOwnNumber(tx, id, wanted.phone, actor);
      if (phoneKind(phone) !== 'mobile') throw Problem.field('phone', '只有手机号能收验证码，请打电话核实');
      const at = this.clock.now();
      await refuseSoon(tx, phone, at);
      const code = String(randomInt(100_000, 1_000_000));
      await tx.query(
        `INSERT INTO phone_codes (phone, member_id, code, sent_at, sent_by, tries) VALUES ($1, $2, $3, $4, $5, 0)
         ON CONFLICT (phone) DO UPDATE SET member_id = excluded.member_id, code = excluded.code, sent_at = excluded.sent_at,
           sent_by = excluded.sent_by, tries = 0`,
        [phone, id, code, at, actor.name],
      );
      const whom = { recipientName: member.name, recipientPost: member.post, phone, teamCode: team.code };
      const words = { template: 'verification' as const, params: { code, minutes: String(PHONE_CODE.minutes) } };
      await enqueueMessages(tx, [
        { ...whom, words, purpose: 'answer', step: 0, channel: 'sms', drill: false, dueAt: at },
      ]);
      const payload = { memberId: id, subject: member.name, phone };
      await appendEvent(tx, { at, type: 'team.phone_code_sent', actor, teamCode: team.code, payload });
      return { minutes: PHONE_CODE.minutes };
    });
  }
}

/** @throws Problem wrong-state */
async function refuseSoon(tx: EntityManager, phone: string, now: Date): Promise<void> {
  const [before] = await tx.query('SELECT sent_at AS at FROM phone_codes WHERE phone = $1 FOR UPDATE', [phone]);
  if (before && now.getTime() - before.at.getTime() < PHONE_CODE.againSeconds * 1000)
    throw new Problem('wrong-state', { state: 'sent', detail: '刚发过验证码，请一分钟后再发' });
}
