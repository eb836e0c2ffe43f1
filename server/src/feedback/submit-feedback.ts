import type { FeedbackContent, FeedbackView } from '@liandong/shared/feedback';
import { localDate } from '@liandong/shared/local-time';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refuseForeign } from '../attachments/attachment.queries.js';
import { CONFIG, type Config } from '../config.js';
import { Transactions } from '../database/transaction.js';
import { STATUS_WORDS } from '../dispatch/order.words.js';
import { meetObligations } from '../obligations/settle-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { readFeedback } from './feedback.queries.js';
import { mayWrite, readContent } from './feedback.rules.js';
import { type HeldForm, holdForm, keepVersion, refuseUnlessPossible } from './hold-form.js';

/** A form is handed in, complete; what is owed for it is met by that. */
@Injectable()
export class SubmitFeedback {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found, not-allowed, wrong-state, bad-request naming every missing or wrong field */
  run(orderId: string, clientId: string, actor: Actor): Promise<FeedbackView> {
    return this.transactions.run(async (tx) => {
      const form = await holdForm(tx, orderId, actor);
      const repeated = form.submittedAs === clientId;
      if (!repeated) await this.submit(tx, form, clientId, actor);
      return (await readFeedback(tx, form.order.id))!;
    });
  }

  private async submit(tx: EntityManager, form: HeldForm, clientId: string, actor: Actor): Promise<void> {
    const { order } = form;
    if (order.status !== 'cleared' || !mayWrite(order))
      throw new Problem('wrong-state', {
        state: order.status,
        detail: `指令${STATUS_WORDS[order.status]}，到场并处置结束后才能提交反馈单`,
      });
    refuseUnlessPossible('submit', form);
    const at = this.clock.now();
    const content = await this.check(tx, form, at);
    await tx.query(
      `UPDATE feedback_forms SET state = 'submitted', content = $2, submitted_as = $3, submitted_at = $4,
              decided_at = NULL, decided_by = NULL, comment = NULL WHERE order_id = $1`,
      [order.id, JSON.stringify(content), clientId, at],
    );
    await keepVersion(tx, form, { action: 'submitted', content, comment: null, actor, at });
    await meetObligations(tx, order.id, ['feedback'], { at, evidence: actor.role === 'team' ? 'app' : 'verbal' });
  }

  private async check(tx: EntityManager, { content: draft, order }: HeldForm, at: Date): Promise<FeedbackContent> {
    const { content, wrong } = readContent(draft, localDate(at, this.config.COUNTY_TZ));
    if (wrong) throw new Problem('bad-request', { detail: '反馈单还不完整', fields: wrong });
    const { incidentId, id: orderId } = order;
    const { teamCode } = order;
    await refuseForeign(tx, {
      ids: content.attachmentIds,
      path: 'content.attachmentIds',
      incidentId,
      orderId,
      teamCode,
    });
    return content;
  }
}
