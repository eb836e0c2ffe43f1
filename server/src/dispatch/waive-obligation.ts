import type { ObligationView, WaiverCode } from '@liandong/shared/obligation';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { lockIncident } from '../incidents/incident.queries.js';
import { nextRound } from '../incidents/owe-reports.js';
import { cancelAbout } from '../messages/enqueue.js';
import { incidentOwing, lockObligation, subjectOf } from '../obligations/obligation.queries.js';
import { waiveObligations } from '../obligations/waive-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';

/** A supervisor forgives one thing that is owed or was missed: with code, reason and name, published with the reports. */
@Injectable()
export class WaiveObligation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state when it was met in time or waived before */
  run(id: string, { code, reason }: { code: WaiverCode; reason: string }, actor: Actor): Promise<ObligationView> {
    return this.transactions.run(async (tx) => {
      const incident = await lockIncident(tx, await incidentOwing(tx, id));
      const known = (await lockObligation(tx, id))!;
      const at = this.clock.now();
      const count = await waiveObligations(tx, { id }, { code, reason, by: actor.name, at }, { alsoMissed: true });
      if (count === 0) throw new Problem('wrong-state', { state: known.state, detail: '没有可豁免的时限' });
      const { kind, incidentId, orderId, teamCode, owedBy } = known;
      await nextRound(tx, incident, known, at);
      const subjectId = await subjectOf(tx, id);
      if (subjectId) await cancelAbout(tx, incidentId, subjectId);
      const payload = { obligationId: id, kind, orderId, owedBy, code, reason };
      await appendEvent(tx, { at, type: 'obligation.waived', actor, incidentId, teamCode, payload });
      return (await lockObligation(tx, id))!;
    });
  }
}
