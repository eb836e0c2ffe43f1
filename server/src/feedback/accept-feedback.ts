import type { FeedbackContent, FeedbackView } from '@liandong/shared/feedback';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvents } from '../events/append-event.js';
import { openObligations } from '../obligations/open-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { readSettings } from '../settings/settings.queries.js';
import { FollowUp } from './feedback.entity.js';
import { readFeedback } from './feedback.queries.js';
import { endOfLocalDay } from './follow-up.rules.js';
import { type HeldForm, holdForm, keepVersion, refuseUnlessPossible, refuseUnlessRead } from './hold-form.js';

/** A form is accepted: what it says is still to be done becomes owed, each by its person until the end of its day. */
@Injectable()
export class AcceptFeedback {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found, wrong-state unless it is submitted, in the version that was read */
  run(
    orderId: string,
    { comment, version }: { comment?: string; version?: number },
    actor: Actor,
  ): Promise<FeedbackView> {
    return this.transactions.run(async (tx) => {
      const form = await holdForm(tx, orderId, actor);
      refuseUnlessPossible('accept', form);
      refuseUnlessRead(form, version);
      const at = this.clock.now();
      const kept = comment || null;
      await tx.query(
        `UPDATE feedback_forms SET state = 'accepted', decided_at = $2, decided_by = $3, comment = $4 WHERE order_id = $1`,
        [form.order.id, at, actor.name, kept],
      );
      // Submitted once, the content is a whole one.
      const content = form.content as FeedbackContent;
      await keepVersion(tx, form, { action: 'accepted', content, comment: kept, actor, at });
      await this.openFollowUps(tx, form, { plans: content.followUps, actor, at });
      return (await readFeedback(tx, form.order.id))!;
    });
  }

  private async openFollowUps(
    tx: EntityManager,
    { order, submittedAt }: HeldForm,
    { plans, actor, at }: { plans: FeedbackContent['followUps']; actor: Actor; at: Date },
  ): Promise<void> {
    const followUps = plans.map((plan) => ({
      ...plan,
      id: newId(),
      orderId: order.id,
      dueAt: endOfLocalDay(plan.dueDate, this.config.COUNTY_TZ),
      state: 'open' as const,
      attachmentIds: [],
    }));
    const { incidentId, teamCode } = order;
    await insertRows(tx, FollowUp, followUps);
    await openObligations(
      tx,
      followUps.map(({ id, dueAt, unit, person }) => ({
        kind: 'follow_up' as const,
        // Since the team named the day: one that has passed before the form was read is missed at once.
        startedAt: submittedAt!,
        dueAt,
        orderId: order.id,
        incidentId,
        teamCode,
        owedBy: `${unit} ${person}`,
        subjectId: id,
        basis: '反馈单载明',
      })),
      await readSettings(tx),
    );
    const told = ({ id, what, unit, person, dueDate }: (typeof followUps)[number]) => ({
      at,
      type: 'follow_up.opened',
      actor,
      incidentId,
      teamCode,
      payload: { followUpId: id, orderId: order.id, code: order.code, what, unit, person, dueDate },
    });
    await appendEvents(tx, followUps.map(told));
  }
}
