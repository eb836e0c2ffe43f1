import type { OrderView, Rebased } from '@liandong/shared/order';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { readIncident } from '../incidents/incident.queries.js';
import { owesTarget, rebaseObligations } from '../obligations/rebase-obligations.js';
import { findArea } from '../places/area.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { chooseTargets } from '../targets/choose-targets.js';
import { freezeTarget } from '../targets/target.rules.js';
import { findTeams } from '../teams/team.queries.js';
import { type LockedOrder, lockOrder, readOrders } from './order.queries.js';
import { settleByStamps } from './write-stamps.js';

const refuse = (order: LockedOrder, detail: string): Problem =>
  new Problem('wrong-state', { state: order.status, detail });

/**
 * 改换时限: the order was issued while the place was not known and took the stricter rule. Now it is known: the target is
 * chosen once more, by the rules and hours of the instant of issue, counted from that same instant. Once, while it runs.
 */
@Injectable()
export class RebaseOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found, wrong-state: place was or is not known, done before, target decided, or new limit already past */
  run(orderId: string, reason: string, actor: Actor): Promise<OrderView> {
    return this.transactions.run(async (tx) => {
      const order = await lockOrder(tx, orderId);
      if (order.rebased) throw refuse(order, '本指令的时限已改换过一次');
      if (!order.target.placeUnknown) throw refuse(order, '下达时地点已明，时限不改');
      if (!(await owesTarget(tx, orderId, this.clock.now()))) throw refuse(order, '时限已有结果，不再改换');
      const target = await this.targetNow(tx, order);
      const at = this.clock.now();
      if (new Date(target.dueAt) <= at) throw refuse(order, '按新的时限已经超时，仍按原时限考核');
      const rebased: Rebased = { at: at.toISOString(), by: actor.name, reason, before: order.target };
      await tx.query('UPDATE orders SET target = $2, rebased = $3 WHERE id = $1', [
        orderId,
        JSON.stringify(target),
        JSON.stringify(rebased),
      ]);
      await rebaseObligations(tx, order, target, await readSettings(tx));
      // What the new target asks for may have been reported already.
      await settleByStamps(tx, orderId, order);
      await appendEvent(tx, {
        at,
        type: 'order.rebased',
        actor,
        incidentId: order.incidentId,
        teamCode: order.teamCode,
        payload: { orderId, code: order.code, before: order.target, target, reason },
      });
      const [view] = await readOrders(tx, [orderId]);
      return view!;
    });
  }

  private async targetNow(tx: EntityManager, order: LockedOrder) {
    const incident = await readIncident(tx, order.incidentId);
    const area = await findArea(tx, incident);
    const teams = await findTeams(tx, [order.teamCode]);
    const [target] = await chooseTargets(tx, { teams, area, at: order.issuedAt, zone: this.config.COUNTY_TZ });
    if (target!.placeUnknown) throw refuse(order, '地点仍未查明，请先补充地点');
    return freezeTarget(target!, order.issuedAt);
  }
}
