import type { IncidentView } from '@liandong/shared/incident';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { lockIncident, readIncident } from '../incidents/incident.queries.js';
import { resumeIncident } from '../incidents/incident-writes.js';
import { resumeReports } from '../incidents/owe-reports.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';

/** What was closed, judged invalid or handed on runs again; why it had ended stays in the log. A merged one is unmerged instead. */
@Injectable()
export class ReopenIncident {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state when it runs or is merged */
  run(id: string, reason: string, actor: Actor): Promise<IncidentView> {
    return this.transactions.run(async (tx) => {
      const before = await lockIncident(tx, id);
      if (before.status === 'open')
        throw new Problem('wrong-state', { state: 'open', detail: '警情在办，无须重新受理' });
      if (before.status === 'merged')
        throw new Problem('wrong-state', { state: 'merged', detail: '并案的警情请撤销并案' });
      const at = this.clock.now();
      await resumeIncident(tx, id);
      await resumeReports(tx, await readIncident(tx, id), { at, by: actor.name, reason });
      const payload = { was: before.status, endReason: before.endReason, reason };
      await appendEvent(tx, { at, type: 'incident.reopened', actor, incidentId: id, payload });
      return readIncident(tx, id);
    });
  }
}
