import type { IncidentView } from '@liandong/shared/incident';
import type { TransferIncident as Wanted } from '@liandong/shared/incident.acts';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { lockOpenIncident, readIncident } from '../incidents/incident.queries.js';
import { endIncident } from '../incidents/incident-writes.js';
import { endReports } from '../incidents/owe-reports.js';
import { handOn } from '../incidents/referrals.js';
import { enqueueMessages } from '../messages/enqueue.js';
import { referralWords } from '../messages/official-text.rules.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { openOrders } from './end-incidents.js';

/** 分流: no emergency, but somebody's business: handed to him with a text, and a receipt is waited for. */
@Injectable()
export class TransferIncident {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state, open-feedback while orders run */
  run(id: string, { unit, phone, reason }: Wanted, actor: Actor): Promise<IncidentView> {
    return this.transactions.run(async (tx) => {
      const incident = await lockOpenIncident(tx, id);
      if ((await openOrders(tx, id)).length > 0)
        throw new Problem('open-feedback', { detail: '还有队伍在执行指令，不能分流', state: 'open' });
      const at = this.clock.now();
      const number = phone?.replace(/[ -]/g, '') ?? null;
      const referralId = await handOn(tx, {
        incidentId: id,
        unit,
        phone: number,
        reason,
        sentAt: at,
        sentBy: actor.name,
      });
      await endIncident(tx, id, { status: 'transferred', at, reason: `${unit}：${reason}` });
      await endReports(tx, incident, { at, by: actor.name, reason: `分流至${unit}`, closed: false });
      if (number)
        await enqueueMessages(tx, [
          {
            purpose: 'notice',
            step: 0,
            channel: 'sms',
            recipientName: unit,
            recipientPost: 'unit',
            phone: number,
            words: referralWords(incident, unit),
            drill: incident.drill,
            dueAt: at,
            incidentId: id,
          },
        ]);
      const payload = { referralId, unit, phone: number, reason };
      await appendEvent(tx, { at, type: 'incident.transferred', actor, incidentId: id, payload });
      return readIncident(tx, id);
    });
  }
}
