import type { FollowUpView } from '@liandong/shared/feedback';
import { localDate } from '@liandong/shared/local-time';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { Transactions } from '../database/transaction.js';
import { EventConsumer } from '../events/event-consumer.js';
import type { SealedEvent } from '../events/event-log.queries.js';
import { EventRelay } from '../events/event-relay.worker.js';
import { readIncident } from '../incidents/incident.queries.js';
import { enqueueMessages } from '../messages/enqueue.js';
import { followUpWords } from '../messages/follow-up-text.rules.js';
import { textingTime } from '../messages/texting-time.rules.js';
import { isOwing } from '../obligations/obligation.queries.js';
import { Clock } from '../platform/clock.js';
import { findContacts } from '../teams/duty.queries.js';
import { findTeams } from '../teams/team.queries.js';
import { readFollowUp } from './follow-up.queries.js';
import { daysBetween } from './follow-up.rules.js';

/** Whoever is responsible for a follow-up hears of it before its day, when the day is over, and then again and again. */
@Injectable()
export class ChaseFollowUps implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly consumer: EventConsumer;

  constructor(
    private readonly clock: Clock,
    private readonly relay: EventRelay,
    @Inject(CONFIG) private readonly config: Config,
    transactions: Transactions,
  ) {
    const chase = (tx: EntityManager, event: SealedEvent) => this.chase(tx, event);
    this.consumer = new EventConsumer(
      'feedback',
      { 'obligation.reminded': chase, 'obligation.missed': chase, 'obligation.insisted': chase },
      // A chase that cannot be sent is on record; the next one comes by itself.
      { transactions, clock, giveUp: async () => {} },
    );
  }

  onApplicationBootstrap(): void {
    this.consumer.start(this.relay);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.consumer.stop();
  }

  private async chase(tx: EntityManager, { payload }: SealedEvent): Promise<void> {
    if (payload.kind !== 'follow_up') return;
    const now = this.clock.now();
    // It may have been done or waived since the clock fired: nobody is chased for what is done.
    if (!(await isOwing(tx, String(payload.obligationId)))) return;
    const followUp = (await readFollowUp(tx, String(payload.subjectId), now))!;
    const { drill } = await readIncident(tx, followUp.incidentId);
    const dueAt = textingTime(now, this.config.COUNTY_TZ);
    const daysLeft = daysBetween(localDate(dueAt, this.config.COUNTY_TZ), followUp.dueDate);
    const message = {
      purpose: 'notice' as const,
      step: 0,
      channel: 'sms' as const,
      words: followUpWords({ ...followUp, daysLeft }),
      drill,
      dueAt,
      incidentId: followUp.incidentId,
      teamCode: followUp.teamCode,
      subjectId: followUp.id,
    };
    await enqueueMessages(tx, [{ ...message, ...(await responsible(tx, followUp, now)) }]);
  }
}

/** The person named, by the phone that was given; else the team's commander, and at last its own line. */
async function responsible(tx: EntityManager, { phone, person, teamCode }: FollowUpView, at: Date) {
  if (phone) return { phone: phone.replace(/[ -]/g, ''), recipientName: person, recipientPost: 'responsible' };
  const commander = (await findContacts(tx, [teamCode], at)).get(teamCode)!.commander;
  if (commander) return { phone: commander.phone, recipientName: commander.name, recipientPost: commander.post };
  const [team] = await findTeams(tx, [teamCode]);
  return { phone: team!.alarmPhone, recipientName: `${team!.shortName}值班`, recipientPost: 'alarm_phone' };
}
