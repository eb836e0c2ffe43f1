import type { RegisterChange, TakePhoneCode as Wanted } from '@liandong/shared/register';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../database/transaction.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { changed } from '../../teams/answer.js';
import { holdOwnNumber, recordVerified } from '../../teams/verify-phone.js';
import type { LockedReply } from '../reply.queries.js';
import { codeIn, judgeCode, PHONE_CODE, refusalOf, type SentCode, type Verdict } from './phone-code.rules.js';

/** The owner has read his code out: the number is his. */
@Injectable()
export class TakePhoneCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A wrong code is counted even though it is refused. @throws Problem not-found, not-allowed, bad-request (with what is wrong) */
  async run(id: string, { phone: told, code }: Wanted, actor: Actor): Promise<RegisterChange> {
    const outcome = await this.transactions.run(async (tx) => {
      const { member, team, phone } = await holdOwnNumber(tx, id, told, actor);
      const at = this.clock.now();
      const { verdict, left } = await weigh(tx, phone, code, at);
      if (verdict !== 'right') return { refused: refusalOf(verdict, left) };
      const by = { at, actor, how: 'code', note: '报出验证码' } as const;
      await recordVerified(tx, { phone, member: { id, name: member.name }, teamCode: team.code, ...by });
      return { change: await changed(tx, team.code, at) };
    });
    if (outcome.change === undefined) throw Problem.field('code', outcome.refused);
    return outcome.change;
  }
}

/** A text with nothing but six digits, from a number that was sent a code. @returns what the reply came to; null: it is no such text */
export async function hearPhoneCode(
  tx: EntityManager,
  { phone, text, practice }: LockedReply,
  at: Date,
): Promise<{ state: 'settled' | 'queued'; why: string } | null> {
  const code = practice ? null : codeIn(text);
  if (code === null) return null;
  const { verdict, left, owner } = await weigh(tx, phone, code, at);
  if (verdict === 'none' || owner === undefined) return null;
  if (verdict !== 'right') return { state: 'queued', why: refusalOf(verdict, left) };
  const actor: Actor = { accountId: null, name: owner.name, role: 'phone', teamCode: owner.teamCode };
  const by = { at, actor, how: 'code', note: '短信回复验证码' } as const;
  await recordVerified(tx, { phone, member: owner, teamCode: owner.teamCode, ...by });
  return { state: 'settled', why: '回复验证码，号码已核实' };
}

interface Sent extends SentCode {
  id: string;
  name: string;
  teamCode: string;
}
interface Weighed {
  verdict: Verdict;
  left: number;
  owner?: Sent;
}

/** Judge a code, and keep count: a right one is used up, a wrong one is one try less. */
async function weigh(tx: EntityManager, phone: string, code: string, now: Date): Promise<Weighed> {
  const [owner]: Sent[] = await tx.query(
    `SELECT c.code, c.sent_at AS "sentAt", c.tries, m.id, m.name, m.team_code AS "teamCode"
     FROM phone_codes c JOIN team_members m ON m.id = c.member_id WHERE c.phone = $1 FOR UPDATE OF c`,
    [phone],
  );
  const verdict = judgeCode(owner, code, now);
  if (owner === undefined) return { verdict, left: 0 };
  if (verdict === 'right') await tx.query('DELETE FROM phone_codes WHERE phone = $1', [phone]);
  if (verdict === 'wrong') await tx.query('UPDATE phone_codes SET tries = tries + 1 WHERE phone = $1', [phone]);
  return { verdict, left: PHONE_CODE.tries - owner.tries - 1, owner };
}
