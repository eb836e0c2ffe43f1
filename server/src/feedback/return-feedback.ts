import type { FeedbackContent, FeedbackView } from '@liandong/shared/feedback';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { openObligations } from '../obligations/open-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { readSettings } from '../settings/settings.queries.js';
import { findTeams } from '../teams/team.queries.js';
import { readFeedback } from './feedback.queries.js';
import { type HeldForm, holdForm, keepVersion, refuseUnlessPossible, refuseUnlessRead } from './hold-form.js';

/** A form is sent back with what is wrong with it: it is owed again, with a clock of its own. */
@Injectable()
export class ReturnFeedback {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state unless it is submitted, in the version that was read */
  run(
    orderId: string,
    { comment, version }: { comment: string; version?: number },
    actor: Actor,
  ): Promise<FeedbackView> {
    return this.transactions.run(async (tx) => {
      const form = await holdForm(tx, orderId, actor);
      refuseUnlessPossible('return', form);
      refuseUnlessRead(form, version);
      const at = this.clock.now();
      await tx.query(
        `UPDATE feedback_forms SET state = 'returned', decided_at = $2, decided_by = $3, comment = $4 WHERE order_id = $1`,
        [form.order.id, at, actor.name, comment],
      );
      // Submitted once, the content is a whole one.
      const content = form.content as FeedbackContent;
      await keepVersion(tx, form, { action: 'returned', content, comment, actor, at });
      await this.oweAgain(tx, form, at);
      return (await readFeedback(tx, form.order.id))!;
    });
  }

  /** As long again as the first time. 本县约定 */
  private async oweAgain(tx: EntityManager, { order }: HeldForm, startedAt: Date): Promise<void> {
    const settings = await readSettings(tx);
    const [team] = await findTeams(tx, [order.teamCode]);
    const again = {
      kind: 'feedback' as const,
      stage: 'resubmit',
      startedAt,
      dueAt: new Date(startedAt.getTime() + settings.feedbackSeconds * 1000),
      orderId: order.id,
      incidentId: order.incidentId,
      teamCode: order.teamCode,
      owedBy: team!.shortName,
      basis: '退回后重新提交，本县约定',
    };
    await openObligations(tx, [again], settings);
  }
}
