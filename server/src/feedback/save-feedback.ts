import type { FeedbackView, SaveFeedback as Wanted } from '@liandong/shared/feedback';
import { Injectable } from '@nestjs/common';
import { refuseForeign } from '../attachments/attachment.queries.js';
import { Transactions } from '../database/transaction.js';
import { STATUS_WORDS } from '../dispatch/order.words.js';
import type { Actor } from '../platform/actor.js';
import { Problem } from '../platform/problem.js';
import { readFeedback } from './feedback.queries.js';
import { mayWrite } from './feedback.rules.js';
import { type HeldForm, holdForm, refuseUnlessPossible } from './hold-form.js';

/** Somebody writes on a form. Two at once do not overwrite each other: the later one is told what is there. */
@Injectable()
export class SaveFeedback {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Problem not-found, not-allowed, wrong-state (submitted, order not at the scene, somebody was faster), bad-request */
  run(orderId: string, { content, baseVersion, clientId }: Wanted, actor: Actor): Promise<FeedbackView> {
    return this.transactions.run(async (tx) => {
      const form = await holdForm(tx, orderId, actor);
      const { order } = form;
      if (form.savedAs !== clientId) {
        refuseUnwritable(form, baseVersion);
        await refuseForeign(tx, {
          ids: content.attachmentIds ?? [],
          path: 'content.attachmentIds',
          incidentId: order.incidentId,
          orderId: order.id,
          // The form is the team's, whoever writes it: what the team may not see does not go into it.
          teamCode: order.teamCode,
        });
        await tx.query(
          `INSERT INTO feedback_forms (order_id, state, version, content, saved_by, saved_as) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (order_id) DO UPDATE SET version = excluded.version, content = excluded.content,
             saved_by = excluded.saved_by, saved_as = excluded.saved_as`,
          [order.id, form.state, form.version + 1, JSON.stringify(content), actor.name, clientId],
        );
      }
      return (await readFeedback(tx, order.id))!;
    });
  }
}

function refuseUnwritable(form: HeldForm, baseVersion: number): void {
  const { order, state, version, savedBy } = form;
  if (!mayWrite(order))
    throw new Problem('wrong-state', {
      state: order.status,
      detail: `指令${STATUS_WORDS[order.status]}，不能填写反馈单`,
    });
  refuseUnlessPossible('save', form);
  if (baseVersion !== version)
    throw new Problem('wrong-state', {
      state,
      detail: version === 0 ? '反馈单尚无保存过的内容' : `${savedBy}已保存第 ${version} 版`,
      advice: '请取最新内容，合并后再保存',
    });
}
