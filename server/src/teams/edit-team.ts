import {
  type AddTeam as NewTeam,
  OWN_TEAM_FIELDS,
  type RegisterChange,
  type EditTeam as Wanted,
} from '@liandong/shared/register';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toPoint } from '../database/columns.js';
import { Transactions } from '../database/transaction.js';
import { toWgs84 } from '../places/datum.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { changed, refuseOddBase } from './answer.js';
import { readTeamContents } from './contents.queries.js';
import { holdActiveTeam, refuseStale } from './held.js';
import { setTeamRetired } from './set-team-retired.js';
import { writeTeams } from './write-teams.js';

/** A team is registered, or what is known of it changes. */
@Injectable()
export class EditTeam {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem bad-request (code in use, unknown township, a base that does not fit it) */
  add({ datum, reason, ...wanted }: NewTeam, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      const [known] = await tx.query('SELECT name FROM teams WHERE code = $1', [wanted.code]);
      if (known) throw Problem.field('code', `编号 ${wanted.code} 已是${known.name}`);
      const location = toWgs84(wanted.location, datum);
      await refuseOddBase(tx, { ...wanted, location });
      const [{ last }] = await tx.query('SELECT coalesce(max(sort_order), 0) AS last FROM teams');
      const at = this.clock.now();
      const team = { ...wanted, location: toPoint(location), sortOrder: Number(last) + 1 };
      await writeTeams(tx, [team], { at, actor, reason });
      return changed(tx, wanted.code, at);
    });
  }

  /** @throws Problem not-found, not-allowed (a field that is not its own account's), wrong-state (retired, changed meanwhile) */
  run(code: string, { datum, baseVersion, reason, ...wanted }: Wanted, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      const { version } = await holdActiveTeam(tx, code, actor);
      refuseOthersFields(wanted, actor);
      refuseStale(version, baseVersion);
      const before = (await readTeamContents(tx, [code])).get(code)!;
      const moved = wanted.location && toWgs84(wanted.location, datum);
      const after = { ...before, ...wanted, location: moved ?? before.location };
      if (wanted.base ?? wanted.townshipCode ?? moved) await refuseOddBase(tx, after);
      const at = this.clock.now();
      const { retiredAt: _, ...team } = { ...after, location: toPoint(after.location) };
      await writeTeams(tx, [{ ...team, sortOrder: await sortOrderOf(tx, code) }], { at, actor, reason });
      return changed(tx, code, at);
    });
  }

  /** @throws Problem not-found, wrong-state */
  restore(code: string, reason: string, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      const at = this.clock.now();
      await setTeamRetired(tx, code, false, { at, actor, reason });
      return changed(tx, code, at);
    });
  }
}

const sortOrderOf = async (tx: EntityManager, code: string): Promise<number> =>
  (await tx.query('SELECT sort_order AS place FROM teams WHERE code = $1', [code]))[0].place;

/** What decides a team's targets and standing is the administrator's. @throws Problem not-allowed */
function refuseOthersFields(wanted: object, actor: Actor): void {
  if (may(actor, 'register.edit')) return;
  const others = Object.keys(wanted).filter((field) => !(OWN_TEAM_FIELDS as readonly string[]).includes(field));
  if (others.length > 0)
    throw new Problem('not-allowed', { detail: '队伍账号只能修改本队的接警电话与地址，其余请管理员修改' });
}
