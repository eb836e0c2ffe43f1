import type { MoveMember, RegisterChange, RetireMember as Wanted } from '@liandong/shared/register';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { changed } from './answer.js';
import { succession } from './commander.rules.js';
import { readMemberContents } from './contents.queries.js';
import { giveWay, withPost } from './edit-member.js';
import { activeMembers, type HeldMember, holdMember, refuseRetired } from './held.js';
import { phoneWarnings } from './member-phones.js';
import { type MemberToWrite, writeMembers } from './write-members.js';

/** Somebody leaves his team: for good, for another team, or he comes back. What he did stays on record. */
@Injectable()
export class RetireMember {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed, bad-request (a successor that cannot be), wrong-state */
  run(id: string, { reason, successorId }: Wanted, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      const { member, team } = await holdMember(tx, id, actor);
      refuseRetired(member, member.name);
      const at = this.clock.now();
      const successor = await successorOf(tx, team.code, member, successorId);
      const gone = { ...(await withPost(tx, id, member.post)), retiredAt: at };
      await writeMembers(tx, [gone, ...successor], { at, actor, reason });
      return changed(tx, team.code, at, await shiftsLeft(tx, id, team.code, at));
    });
  }

  /** A post that was given to another meanwhile is not taken back. @throws Problem not-found, not-allowed, wrong-state */
  restore(id: string, reason: string, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      const { member, team } = await holdMember(tx, id, actor);
      if (!member.retiredAt) throw new Problem('wrong-state', { state: 'active', detail: `${member.name}并未离队` });
      const at = this.clock.now();
      const taken =
        member.post === 'commander' && (await activeMembers(tx, team.code)).some((one) => one.post === 'commander');
      const row = { ...(await withPost(tx, id, taken ? 'member' : member.post)), retiredAt: null };
      await writeMembers(tx, [row], { at, actor, reason });
      const content = (await readMemberContents(tx, [id])).get(id)!;
      return changed(tx, team.code, at, await phoneWarnings(tx, id, content));
    });
  }

  /** @returns the team he goes to. @throws Problem not-found, not-allowed, bad-request, wrong-state */
  move(id: string, wanted: MoveMember, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      const { member, team } = await holdMember(tx, id, actor, wanted.teamCode);
      refuseRetired(member, member.name);
      if (team.code === wanted.teamCode) throw Problem.field('teamCode', '就在本队');
      const at = this.clock.now();
      const successor = await successorOf(tx, team.code, member, wanted.successorId);
      const post = wanted.post;
      const former = await giveWay(tx, wanted.teamCode, { id, name: member.name, post }, wanted.formerCommanderPost);
      const moved = { ...(await withPost(tx, id, post)), teamCode: wanted.teamCode };
      await writeMembers(tx, [moved, ...successor, ...former], { at, actor, reason: wanted.reason });
      return changed(tx, wanted.teamCode, at, await shiftsLeft(tx, id, team.code, at));
    });
  }
}

const WRONG = {
  not_commander: '只有指挥离任时才指定接任者',
  himself: '接任者不能是本人',
  not_of_team: '接任者须是本队在册成员',
} as const;

async function successorOf(
  tx: EntityManager,
  teamCode: string,
  leaving: HeldMember,
  successorId: string | undefined,
): Promise<MemberToWrite[]> {
  const found = succession(await activeMembers(tx, teamCode), leaving, successorId);
  if ('wrong' in found) throw Problem.field('successorId', WRONG[found.wrong]);
  return found.change ? [await withPost(tx, found.change.id, found.change.post)] : [];
}

/** Shifts of his that nobody takes now. */
async function shiftsLeft(tx: EntityManager, id: string, teamCode: string, at: Date): Promise<string[]> {
  const [{ left }] = await tx.query(
    'SELECT count(*)::int AS left FROM duty_shifts WHERE member_id = $1 AND team_code = $2 AND ends_at > $3',
    [id, teamCode, at],
  );
  return left > 0 ? [`还排有 ${left} 个班次，请另行安排`] : [];
}
