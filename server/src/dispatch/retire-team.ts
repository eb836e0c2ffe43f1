import type { RegisterChange, RetirementPreview } from '@liandong/shared/register';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { plansInForce } from '../plans/plan.queries.js';
import { levelsCalling } from '../plans/plan.rules.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { changed } from '../teams/answer.js';
import { setTeamRetired } from '../teams/set-team-retired.js';
import { OPEN } from './order.entity.js';

/** A team takes no orders any more. What it still has in hand it finishes first; what it did stays on record. */
@Injectable()
export class RetireTeam {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What would be missing then. @throws Problem not-found */
  async preview(code: string): Promise<RetirementPreview> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const [team] = await tx.query(
        `SELECT (SELECT count(*)::int FROM duty_shifts WHERE team_code = $1 AND ends_at > $2) AS shifts,
                (SELECT count(*)::int FROM equipment WHERE team_code = $1 AND retired_at IS NULL) AS equipment
         FROM teams WHERE code = $1`,
        [code, now],
      );
      if (!team) throw new Problem('not-found', { detail: '没有这支队伍' });
      const plans = (await plansInForce(tx, now)).map(({ code: plan, name, levels }) => ({
        code: plan,
        name,
        levels: levelsCalling(levels, code),
      }));
      return {
        ...team,
        openOrders: await openOrders(tx, code),
        plans: plans.filter(({ levels }) => levels.length > 0),
      };
    });
  }

  /** @throws Problem not-found, wrong-state (retired already, or with open orders) */
  run(code: string, reason: string, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      // Its turn to write comes first: while an import has the register, orders for this team are not kept waiting too.
      await tx.query('LOCK TABLE teams IN ROW EXCLUSIVE MODE');
      // Whoever issues an order holds the team's key until his orders are there: none slips in between.
      await tx.query('SELECT 1 FROM teams WHERE code = $1 FOR UPDATE', [code]);
      const open = await openOrders(tx, code);
      if (open.length > 0)
        throw new Problem('wrong-state', {
          state: 'open_orders',
          detail: `还有未结指令：${open.map((order) => `${order}号`).join('、')}`,
          advice: '请等指令办结或撤回后再停用',
        });
      const at = this.clock.now();
      await setTeamRetired(tx, code, true, { at, actor, reason });
      return changed(tx, code, at);
    });
  }
}

const openOrders = async (tx: EntityManager, code: string): Promise<number[]> =>
  (await tx.query(`SELECT code FROM orders WHERE team_code = $1 AND ${OPEN} ORDER BY code`, [code])).map(
    (order: { code: number }) => order.code,
  );
