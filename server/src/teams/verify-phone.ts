import type { RegisterChange, VerifyPhone as Wanted } from '@liandong/shared/register';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { toRegistered } from '../platform/phone.rules.js';
import { Problem } from '../platform/problem.js';
import { changed } from './answer.js';
import { readMemberContents } from './contents.queries.js';
import { type HeldMember, type HeldTeam, holdMember, refuseRetired } from './held.js';
import type { VerifiedPhone } from './strength.entity.js';

/** Somebody tried a member's number and reached him. */
@Injectable()
export class VerifyPhone {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, bad-request (not a number of his), wrong-state (retired) */
  run(id: string, wanted: Wanted, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      const { member, team, phone } = await holdOwnNumber(tx, id, wanted.phone, actor);
      const at = this.clock.now();
      const by = { at, actor, how: 'hand', note: wanted.note } as const;
      await recordVerified(tx, { phone, member, teamCode: team.code, ...by });
      return changed(tx, team.code, at);
    });
  }
}

/** A member with one of his numbers as the register keeps it. @throws Problem not-found, not-allowed, bad-request, wrong-state */
export async function holdOwnNumber(
  tx: EntityManager,
  id: string,
  told: string,
  actor: Actor,
): Promise<{ member: HeldMember; team: HeldTeam; phone: string }> {
  const { member, team } = await holdMember(tx, id, actor);
  refuseRetired(member, member.name);
  const content = (await readMemberContents(tx, [id])).get(id)!;
  const phone = toRegistered(told);
  if (![content.phone, ...content.morePhones.map((more) => more.phone)].includes(phone))
    throw Problem.field('phone', `不是${member.name}登记的号码`);
  return { member, team, phone };
}

interface Verification {
  phone: string;
  member: { id: string; name: string };
  teamCode: string;
  at: Date;
  actor: Actor;
  how: 'hand' | 'code';
  note: string;
}

/** The number reaches this member, as somebody found out; on the record of his team. */
export async function recordVerified(tx: EntityManager, verification: Verification): Promise<void> {
  const { phone, member, teamCode, at, actor, how, note } = verification;
  await write(tx, { phone, at, how, verifiedBy: actor.name, note }, 'true');
  const payload = { memberId: member.id, subject: member.name, phone, reason: note };
  await appendEvent(tx, { at, type: 'team.phone_verified', actor, teamCode, payload });
}

/** A text or key press came from a number of the register: it works. Once a day is enough to know. */
export const noteAnswered = (tx: EntityManager, phone: string, ownerName: string, at: Date): Promise<void> =>
  write(
    tx,
    { phone, at, how: 'reply', verifiedBy: ownerName, note: '' },
    `verified_phones.at < excluded.at - interval '1 day'`,
  );

async function write(tx: EntityManager, fact: VerifiedPhone, when: string): Promise<void> {
  await tx.query(
    `INSERT INTO verified_phones (phone, at, how, verified_by, note) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (phone) DO UPDATE SET at = excluded.at, how = excluded.how, verified_by = excluded.verified_by,
       note = excluded.note WHERE ${when}`,
    [fact.phone, fact.at, fact.how, fact.verifiedBy, fact.note],
  );
}
