import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { EventConsumer } from '../events/event-consumer.js';
import type { SealedEvent } from '../events/event-log.queries.js';
import { EventRelay } from '../events/event-relay.worker.js';
import { holdIncident, readIncident } from '../incidents/incident.queries.js';
import { noticeWords } from '../messages/official-text.rules.js';
import { isOwing, lockObligation } from '../obligations/obligation.queries.js';
import { SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { closeForgiven } from './close-forgiven.js';
import { IssueNotice, isUnderNotice, tellOf } from './issue-notice.js';
import { findNotice, noticesOf } from './notice.queries.js';
import { SUPERVISED_BY_ITSELF } from './notice.rules.js';

/** A feedback form or follow-up was missed: the notice goes out by itself. An unanswered notice is recalled to the team. */
@Injectable()
export class SuperviseMissed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly consumer: EventConsumer;

  constructor(
    private readonly notices: IssueNotice,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
    transactions: Transactions,
  ) {
    this.consumer = new EventConsumer(
      'supervision',
      {
        'obligation.missed': (tx, event) => this.supervise(tx, event),
        'obligation.reminded': (tx, event) => this.remind(tx, event),
        'obligation.insisted': (tx, event) => this.remind(tx, event),
        'obligation.waived': (tx, event) => this.closeForgiven(tx, event),
        'order.waived': (tx, event) => this.closeForgiven(tx, event),
      },
      { transactions, clock, giveUp: async () => {} },
    );
  }

  onApplicationBootstrap(): void {
    this.consumer.start(this.relay);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.consumer.stop();
  }

  private async supervise(tx: EntityManager, event: SealedEvent): Promise<void> {
    if (!SUPERVISED_BY_ITSELF.includes(event.payload.kind as never)) return this.remind(tx, event);
    const id = String(event.payload.obligationId);
    await holdIncident(tx, String(event.incidentId));
    // Done since the clock fired, or under notice already: nothing is sent for the wrong reason.
    const owed = (await lockObligation(tx, id))!;
    if (!(await isOwing(tx, id)) || (await isUnderNotice(tx, id))) return;
    if ((await readIncident(tx, owed.incidentId)).drill) return;
    await this.notices.issue(tx, owed, { id: newId() }, SYSTEM);
  }

  /** What a notice is about was forgiven: nobody answers for it any more. */
  private async closeForgiven(tx: EntityManager, { incidentId, at, payload }: SealedEvent): Promise<void> {
    await holdIncident(tx, String(incidentId));
    const open = (await noticesOf(tx, String(incidentId))).filter((notice) => notice.state !== 'closed');
    for (const notice of open) {
      const about = await lockObligation(tx, notice.obligationId);
      if (about?.state === 'waived') await closeForgiven(tx, notice, { at, reason: String(payload.reason) });
    }
  }

  private async remind(tx: EntityManager, { payload }: SealedEvent): Promise<void> {
    if (payload.kind !== 'supervision' || !(await isOwing(tx, String(payload.obligationId)))) return;
    const notice = await findNotice(tx, String(payload.subjectId));
    if (notice) await tellOf(tx, notice, noticeWords(notice.number, notice.addressee, notice.demand), this.clock.now());
  }
}
