import type { FollowUpView, CompleteFollowUp as Wanted } from '@liandong/shared/feedback';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refuseForeign } from '../attachments/attachment.queries.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { cancelAbout } from '../messages/enqueue.js';
import { meetObligation } from '../obligations/settle-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { readFollowUp } from './follow-up.queries.js';
import { ownTeam } from './hold-form.js';

/** A follow-up is done, with its proof, once. Done after its day it stays missed, with the true instant. */
@Injectable()
export class CompleteFollowUp {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed for another team's, wrong-state when it is done, bad-request */
  run(id: string, wanted: Wanted, actor: Actor): Promise<FollowUpView> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const [held] = await tx.query('SELECT done_as AS "doneAs" FROM follow_ups WHERE id = $1 FOR UPDATE', [id]);
      const followUp = await readFollowUp(tx, id, now);
      if (!followUp) throw new Problem('not-found', { detail: '没有这项后续工作' });
      if (actor.role === 'team' && actor.teamCode !== followUp.teamCode)
        throw new Problem('not-allowed', { detail: '这不是本队的后续工作' });
      if (held.doneAs === wanted.clientId) return followUp;
      if (followUp.state === 'done')
        throw new Problem('wrong-state', { state: 'done', detail: `已由${followUp.doneBy}登记完成` });
      await this.complete(tx, followUp, wanted, { actor, now });
      return (await readFollowUp(tx, id, now))!;
    });
  }

  private async complete(
    tx: EntityManager,
    { id, orderId, orderCode, incidentId, teamCode, what, late }: FollowUpView,
    { proof, attachmentIds, clientId }: Wanted,
    { actor, now }: { actor: Actor; now: Date },
  ): Promise<void> {
    await refuseForeign(tx, {
      ids: attachmentIds,
      path: 'attachmentIds',
      incidentId,
      orderId,
      teamCode: ownTeam(actor),
    });
    await tx.query(
      `UPDATE follow_ups SET state = 'done', proof = $2, attachment_ids = $3, done_at = $4, done_by = $5, done_as = $6 WHERE id = $1`,
      [id, proof, attachmentIds, now, actor.name, clientId],
    );
    await cancelAbout(tx, incidentId, id);
    await meetObligation(tx, { subjectId: id }, { at: now, evidence: actor.role === 'team' ? 'app' : 'verbal' });
    await appendEvent(tx, {
      at: now,
      type: 'follow_up.done',
      actor,
      incidentId,
      teamCode,
      payload: { followUpId: id, orderId, code: orderCode, what, late },
    });
  }
}
