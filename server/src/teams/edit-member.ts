import type { AddMember, RegisterChange, EditMember as Wanted } from '@liandong/shared/register';
import type { Post } from '@liandong/shared/team';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { changed } from './answer.js';
import { commanderBefore, type Holder } from './commander.rules.js';
import { readMemberContents } from './contents.queries.js';
import { activeMembers, holdActiveTeam, holdMember, refuseRetired, refuseStale } from './held.js';
import { orderedPhones, phoneWarnings } from './member-phones.js';
import { type MemberToWrite, writeMembers } from './write-members.js';

/** Somebody joins a team, or what is known of him changes. */
@Injectable()
export class EditMember {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The same `clientId` again is the same member. @throws Problem not-found, not-allowed, bad-request, wrong-state */
  add(code: string, wanted: AddMember, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      await holdActiveTeam(tx, code, actor);
      const at = this.clock.now();
      const id = wanted.clientId;
      const known = (await readMemberContents(tx, [id])).get(id);
      if (known && known.teamCode !== code) throw Problem.field('clientId', '这个编号已是另一名成员');
      if (known) return changed(tx, code, at);
      const { name, post, specialty, note } = wanted;
      const phones = orderedPhones(wanted.phones);
      const former = await giveWay(tx, code, { id, name, post }, wanted.formerCommanderPost);
      const by = { at, actor, reason: wanted.reason };
      await writeMembers(tx, [...former, { id, teamCode: code, name, post, specialty, note, ...phones }], by);
      return changed(tx, code, at, await phoneWarnings(tx, id, phones));
    });
  }

  /** @throws Problem not-found, not-allowed, bad-request, wrong-state (retired, changed meanwhile, the post is taken) */
  run(id: string, wanted: Wanted, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      const { member, team } = await holdMember(tx, id, actor);
      refuseRetired(member, member.name);
      refuseStale(member.version, wanted.baseVersion);
      const at = this.clock.now();
      const { baseVersion: _, formerCommanderPost, reason, phones, ...fields } = wanted;
      const before = (await readMemberContents(tx, [id])).get(id)!;
      const { retiredAt: __, ...row } = { ...before, ...fields, ...(phones && orderedPhones(phones)) };
      const former = await giveWay(tx, team.code, { id, name: row.name, post: row.post }, formerCommanderPost);
      await writeMembers(tx, [...former, { id, ...row }], { at, actor, reason });
      return changed(tx, team.code, at, phones ? await phoneWarnings(tx, id, row) : []);
    });
  }
}

/**
 * The commander before gives his post up when somebody else takes it.
 * @returns his row, if there is one. @throws Problem wrong-state when nobody said what he is then
 */
export async function giveWay(
  tx: EntityManager,
  teamCode: string,
  newcomer: Holder,
  formerPost: Post | undefined,
): Promise<MemberToWrite[]> {
  const former = commanderBefore(await activeMembers(tx, teamCode), newcomer);
  if (!former) return [];
  if (!formerPost)
    throw new Problem('wrong-state', {
      state: 'commander_present',
      detail: `本队指挥现为${former.name}`,
      advice: '一支队伍只有一名指挥；请同时说明其今后的职务',
    });
  return [await withPost(tx, former.id, formerPost)];
}

/** Somebody's row with another post. */
export async function withPost(tx: EntityManager, id: string, post: Post): Promise<MemberToWrite> {
  const { retiredAt: _, ...content } = (await readMemberContents(tx, [id])).get(id)!;
  return { id, ...content, post };
}
