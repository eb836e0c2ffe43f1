import type { IncidentView } from '@liandong/shared/incident';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvents } from '../events/append-event.js';
import { holdIncident, lockIncident, lockOpenIncident, readIncident } from '../incidents/incident.queries.js';
import { endIncident, markMerged, resumeIncident } from '../incidents/incident-writes.js';
import { endReports, resumeReports } from '../incidents/owe-reports.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { hasOrders } from './end-incidents.js';

/** 并案 and its undoing. A merged incident keeps its number and its calls theirs; they are shown with the other one. */
@Injectable()
export class MergeIncidents {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state (one of them is over, or teams were called to this one), bad-request (into itself) */
  merge(id: string, { intoId, reason }: { intoId: string; reason: string }, actor: Actor): Promise<IncidentView> {
    if (id === intoId) throw Problem.field('intoId', '不能并入自身');
    return this.transactions.run(async (tx) => {
      const { from, into } = await this.lockBoth(tx, id, intoId);
      if (from.drill !== into.drill) throw Problem.field('intoId', '演练与真实警情不能并案');
      if (await hasOrders(tx, id))
        throw new Problem('wrong-state', {
          state: from.status,
          detail: '本警情已下过指令，不能并入另一起',
          advice: '请把另一起并入本警情',
        });
      const at = this.clock.now();
      await endIncident(tx, id, { status: 'merged', at, reason });
      await markMerged(tx, id, intoId);
      await endReports(tx, from, { at, by: actor.name, reason: `并入 ${into.number}`, closed: false });
      const payload = { from: from.number, into: into.number, intoId, fromId: id, reason };
      await this.tellBoth(tx, { type: 'incident.merged', ids: [id, intoId], at, actor, payload });
      return readIncident(tx, id);
    });
  }

  /** @throws Problem not-found, wrong-state when it is not merged */
  unmerge(id: string, reason: string, actor: Actor): Promise<IncidentView> {
    return this.transactions.run(async (tx) => {
      const before = await lockIncident(tx, id);
      if (before.status !== 'merged' || !before.mergedInto)
        throw new Problem('wrong-state', { state: before.status, detail: '本警情没有并入另一起' });
      const at = this.clock.now();
      await resumeIncident(tx, id);
      const incident = await readIncident(tx, id);
      await resumeReports(tx, incident, { at, by: actor.name, reason });
      const into = before.mergedInto;
      const payload = { from: before.number, into: into.number, intoId: into.id, fromId: id, reason };
      await this.tellBoth(tx, { type: 'incident.unmerged', ids: [id, into.id], at, actor, payload });
      return readIncident(tx, id);
    });
  }

  /** Always in the same order, so that two merges the other way round do not wait for each other. */
  private async lockBoth(tx: EntityManager, id: string, intoId: string) {
    for (const one of [id, intoId].toSorted()) await holdIncident(tx, one);
    return { from: await lockOpenIncident(tx, id), into: await lockOpenIncident(tx, intoId) };
  }

  /** It stands on both timelines. */
  private tellBoth(
    tx: EntityManager,
    { ids, ...event }: { type: string; ids: string[]; at: Date; actor: Actor; payload: Record<string, unknown> },
  ): Promise<void> {
    return appendEvents(
      tx,
      ids.map((incidentId) => ({ ...event, incidentId })),
    );
  }
}
