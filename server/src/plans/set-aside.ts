import type { OutageView, SetAside as Wanted } from '@liandong/shared/readiness';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { findTeams, type TeamFacts } from '../teams/team.queries.js';
import { TeamOutage } from './plan.entity.js';

/** 停勤 and 恢复: a supervisor takes a team out of the count for a reason, and back. Its open orders are not touched. */
@Injectable()
export class SetAside {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, bad-request (an end that is past), wrong-state (set aside already) */
  run(code: string, { reason, until }: Wanted, actor: Actor): Promise<OutageView> {
    return this.transactions.run(async (tx) => {
      const team = await lockTeam(tx, code);
      const now = this.clock.now();
      const endsAt = until === null ? null : new Date(until);
      if (endsAt !== null && endsAt <= now) throw Problem.field('until', '须晚于现在');
      if (await running(tx, code, now))
        throw new Problem('wrong-state', { state: 'set_aside', detail: `${team.shortName}已在停勤` });
      const row = { id: newId(), teamCode: code, reason, startsAt: now, endsAt, setBy: actor.name };
      await insertRows(tx, TeamOutage, [row]);
      const payload = { teamCode: code, team: team.shortName, reason, until };
      await appendEvent(tx, { at: now, type: 'team.set_aside', actor, teamCode: code, payload });
      return view(row);
    });
  }

  /** @throws Problem not-found, wrong-state (not set aside) */
  back(code: string, reason: string, actor: Actor): Promise<OutageView> {
    return this.transactions.run(async (tx) => {
      const team = await lockTeam(tx, code);
      const now = this.clock.now();
      const row = await running(tx, code, now);
      if (!row) throw new Problem('wrong-state', { state: 'in_service', detail: `${team.shortName}没有停勤` });
      await tx.update(TeamOutage, { id: row.id }, { endsAt: now, returnedBy: actor.name });
      const payload = { teamCode: code, team: team.shortName, reason };
      await appendEvent(tx, { at: now, type: 'team.returned', actor, teamCode: code, payload });
      return view({ ...row, endsAt: now });
    });
  }
}

/** Two supervisors at once take turns; orders may be issued meanwhile. */
async function lockTeam(tx: EntityManager, code: string): Promise<TeamFacts> {
  await tx.query('SELECT 1 FROM teams WHERE code = $1 FOR NO KEY UPDATE', [code]);
  const [team] = await findTeams(tx, [code]);
  if (!team) throw new Problem('not-found', { detail: '没有这支队伍' });
  return team;
}

/** SQL: an outage that holds at `at`. */
export const OUT_AT = (at: string): string => `starts_at <= ${at} AND (ends_at IS NULL OR ends_at > ${at})`;

type Row = Pick<TeamOutage, 'id' | 'teamCode' | 'reason' | 'startsAt' | 'endsAt' | 'setBy'>;

async function running(tx: EntityManager, code: string, now: Date): Promise<Row | null> {
  const [row] = await tx.query(
    `SELECT id, team_code AS "teamCode", reason, starts_at AS "startsAt", ends_at AS "endsAt", set_by AS "setBy"
     FROM team_outages WHERE team_code = $1 AND ${OUT_AT('$2::timestamptz')} ORDER BY starts_at LIMIT 1`,
    [code, now],
  );
  return row ?? null;
}

const view = ({ startsAt, endsAt, setBy, ...row }: Row): OutageView => ({
  id: row.id,
  teamCode: row.teamCode,
  reason: row.reason,
  startsAt: startsAt.toISOString(),
  until: endsAt?.toISOString() ?? null,
  by: setBy,
});
