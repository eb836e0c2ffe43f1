import type { RegisterChange } from '@liandong/shared/register';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
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

  /** @throws Problem not-found, wrong-state (retired already, or with open orders) */
  run(code: string, reason: string, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      // Its turn to write comes first: while an import has the register, orders for this team are not kept waiting too.
      await tx.query('LOCK TABLE teams IN ROW EXCLUSIVE MODE');
      // Whoever issues an order holds the team's key until his orders are there: none slips in between.
      await tx.query('SELECT 1 FROM teams WHERE code = $1 FOR UPDATE', [code]);
      const open: { code: number }[] = await tx.query(
        `SELECT code FROM orders WHERE team_code = $1 AND ${OPEN} ORDER BY code`,
        [code],
      );
      if (open.length > 0)
        throw new Problem('wrong-state', {
          state: 'open_orders',
          detail: `还有未结指令：${open.map((order) => `${order.code}号`).join('、')}`,
          advice: '请等指令办结或撤回后再停用',
        });
      const at = this.clock.now();
      await setTeamRetired(tx, code, true, { at, actor, reason });
      return changed(tx, code, at);
    });
  }
}
