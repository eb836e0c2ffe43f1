import type { Ladder, LadderView } from '@liandong/shared/ladder';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { findTeams } from '../../teams/team.queries.js';
import { COUNTY, ladderViews } from './ladder.queries.js';
import { EditedLadder } from './template.entity.js';

/** Who is called how while nobody acknowledges: the county's ladder, or a team's own. Orders already issued keep theirs. */
@Injectable()
export class EditLadder {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A team without one of its own gets one. @param scope `county` or a team's code, in any case @throws Problem not-found */
  run(scope: string, ladder: Ladder, reason: string, actor: Actor): Promise<LadderView> {
    return this.transactions.run(async (tx) => {
      const whose = await scopeOf(tx, scope);
      const before = await lockLadder(tx, whose.scope);
      const now = this.clock.now();
      const row = { scope: whose.scope, ...content(ladder), editedAt: now, editedBy: actor.name };
      await tx.upsert(EditedLadder, row, ['scope']);
      await appendEvent(tx, {
        at: now,
        type: 'ladder.edited',
        actor,
        teamCode: whose.teamCode,
        payload: { ...whose, before: before && content(before), after: content(ladder), reason },
      });
      return { ...row, teamShortName: whose.teamShortName, editedAt: now.toISOString() };
    });
  }

  /** The team goes by the county's again. @throws Problem not-found (no such team, or no ladder of its own) */
  drop(scope: string, reason: string, actor: Actor): Promise<void> {
    return this.transactions.run(async (tx) => {
      const whose = await scopeOf(tx, scope);
      const before = await lockLadder(tx, whose.scope);
      if (!before) throw new Problem('not-found', { detail: '该队没有自己的呼叫梯次' });
      await tx.delete(EditedLadder, { scope: whose.scope });
      await appendEvent(tx, {
        at: this.clock.now(),
        type: 'ladder.dropped',
        actor,
        teamCode: whose.teamCode,
        payload: { ...whose, before: content(before), after: null, reason },
      });
    });
  }
}

interface Whose {
  scope: string;
  teamCode: string | null;
  teamShortName: string | null;
}

/** @throws Problem not-found */
async function scopeOf(tx: EntityManager, scope: string): Promise<Whose> {
  if (scope === COUNTY) return { scope, teamCode: null, teamShortName: null };
  const [team] = await findTeams(tx, [scope.toUpperCase()]);
  if (!team) throw new Problem('not-found', { detail: '没有这支队伍' });
  return { scope: team.code, teamCode: team.code, teamShortName: team.shortName };
}

/** The ladder as it is before the change; null: the team has none of its own. Whoever else wants to change one waits. */
async function lockLadder(tx: EntityManager, scope: string): Promise<Ladder | null> {
  await tx.query('LOCK TABLE ladders IN SHARE ROW EXCLUSIVE MODE');
  return (await ladderViews(tx)).find((ladder) => ladder.scope === scope) ?? null;
}

const content = ({ steps, eachAnswers }: Ladder): Ladder => ({ steps, eachAnswers });
