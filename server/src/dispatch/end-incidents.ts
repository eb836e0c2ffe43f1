import type { IncidentView } from '@liandong/shared/incident';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { lockOpenIncident, readIncident } from '../incidents/incident.queries.js';
import { endIncident } from '../incidents/incident-writes.js';
import { endReports } from '../incidents/owe-reports.js';
import { waiveObligations } from '../obligations/waive-obligations.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { OPEN } from './order.entity.js';
import { lockOrder } from './order.queries.js';
import { recall } from './recall-order.js';

/** Closing and invalidating: both ask the orders first, so both stand here and not with the incidents. */
@Injectable()
export class EndIncidents {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Close. With 双反馈 still owed only a supervisor may, who waives it with a reason: the open orders are recalled.
   * @throws Problem not-found, wrong-state, open-feedback, not-allowed, bad-request (no reason)
   */
  close(id: string, wanted: { reason?: string; waive: boolean }, actor: Actor): Promise<IncidentView> {
    return this.transactions.run(async (tx) => {
      await lockOpenIncident(tx, id);
      const open = await openOrders(tx, id);
      if (open.length > 0) await this.waiveOpen(tx, open, wanted, actor);
      return this.end(tx, id, 'closed', wanted.reason || null, actor, {
        waivedOrders: open.map((order) => order.code),
      });
    });
  }

  /** Judge invalid. @throws Problem not-found, wrong-state, open-feedback while orders run */
  invalidate(id: string, wanted: { code: string; reason: string }, actor: Actor): Promise<IncidentView> {
    return this.transactions.run(async (tx) => {
      await lockOpenIncident(tx, id);
      const open = await openOrders(tx, id);
      if (open.length > 0)
        throw new Problem('open-feedback', { detail: '还有队伍在执行指令，请先撤回', state: 'open' });
      // Invalid incidents leave the statistics: with orders on record that is not the dispatcher's to decide.
      if ((await hasOrders(tx, id)) && !maySupervise(actor)) {
        throw new Problem('not-allowed', { detail: '已下过指令的警情只有值班长可以判为无效' });
      }
      await this.forgiveForms(tx, id, wanted.reason, actor);
      return this.end(tx, id, 'invalid', wanted.reason, actor, { code: wanted.code });
    });
  }

  /** Nobody reports formally on what was no emergency. */
  private async forgiveForms(tx: EntityManager, id: string, reason: string, actor: Actor): Promise<void> {
    const orders: { id: string }[] = await tx.query('SELECT id FROM orders WHERE incident_id = $1', [id]);
    const waiver = { code: 'other' as const, reason: `警情无效：${reason}`, by: actor.name, at: this.clock.now() };
    await waiveObligations(tx, { orderIds: orders.map((order) => order.id), kinds: ['feedback'] }, waiver);
  }

  private async waiveOpen(
    tx: EntityManager,
    open: { id: string; code: number; name: string }[],
    wanted: { reason?: string; waive: boolean },
    actor: Actor,
  ) {
    const names = open.map((order) => `${order.name}（${order.code}号令）`).join('、');
    if (!wanted.waive) throw new Problem('open-feedback', { detail: `未结：${names}`, state: 'open' });
    if (!maySupervise(actor)) {
      throw new Problem('not-allowed', { detail: '双反馈未齐时只有值班长可以豁免结案' });
    }
    if (!wanted.reason || wanted.reason.length < 2) throw Problem.field('reason', '豁免结案须说明理由');
    const at = this.clock.now();
    for (const { id } of open) await recall(tx, await lockOrder(tx, id), { reason: wanted.reason, actor, at });
  }

  private async end(
    tx: EntityManager,
    id: string,
    status: 'closed' | 'invalid',
    reason: string | null,
    actor: Actor,
    more: Record<string, unknown>,
  ) {
    const at = this.clock.now();
    // Read afresh: the recalls above may have changed who leads.
    const incident = await readIncident(tx, id);
    await endIncident(tx, id, { status, at, reason });
    const words = reason ?? ENDED_WORDS[status];
    await endReports(tx, incident, { at, by: actor.name, reason: words, closed: status === 'closed' });
    const type = status === 'closed' ? 'incident.closed' : 'incident.invalidated';
    await appendEvent(tx, { at, type, actor, incidentId: id, payload: { reason, ...more } });
    return readIncident(tx, id);
  }
}

const ENDED_WORDS = { closed: '警情已结案', invalid: '警情无效' };

const maySupervise = (actor: Actor): boolean => may(actor, 'incident.supervise');

export async function hasOrders(tx: EntityManager, incidentId: string): Promise<boolean> {
  const [one] = await tx.query('SELECT 1 FROM orders WHERE incident_id = $1 LIMIT 1', [incidentId]);
  return one !== undefined;
}

export function openOrders(
  tx: EntityManager,
  incidentId: string,
): Promise<{ id: string; code: number; name: string }[]> {
  return tx.query(
    `SELECT o.id, o.code, t.short_name AS name FROM orders o JOIN teams t ON t.code = o.team_code
     WHERE o.incident_id = $1 AND o.${OPEN} ORDER BY o.code`,
    [incidentId],
  );
}
