import type { NoticeState, NoticeView } from '@liandong/shared/supervision';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { meetObligation } from '../obligations/settle-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { lockNotice } from './notice.queries.js';

const STATE_WORDS: Record<NoticeState, string> = {
  issued: '尚未签收',
  received: '已签收',
  answered: '已答复',
  closed: '已办结',
};

/** 签收, 答复, 办结. Each is done once; done again it changes nothing. A team speaks for itself, a supervisor for whoever has no account. */
@Injectable()
export class AnswerNotices {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed, wrong-state */
  receive(id: string, actor: Actor): Promise<NoticeView> {
    return this.step(id, actor, async (tx, notice, at) => {
      if (notice.receivedAt || notice.state === 'closed') return;
      await tx.query(
        `UPDATE supervision_notices SET state = 'received', received_at = $2, received_by = $3 WHERE id = $1`,
        [id, at, actor.name],
      );
      await this.tell(tx, notice, 'notice.received', { at, actor });
    });
  }

  /** An answer is also a receipt. @throws Problem not-found, not-allowed, wrong-state (answered in other words, closed) */
  answer(id: string, answer: string, actor: Actor): Promise<NoticeView> {
    return this.step(id, actor, async (tx, notice, at) => {
      if (notice.answer === answer) return;
      if (notice.answer !== null || notice.state === 'closed') throw refuse(notice.state);
      await tx.query(
        `UPDATE supervision_notices SET state = 'answered', answer = $2, answered_at = $3, answered_by = $4,
                received_at = COALESCE(received_at, $3), received_by = COALESCE(received_by, $4) WHERE id = $1`,
        [id, answer, at, actor.name],
      );
      await meetObligation(tx, { subjectId: id }, { at, evidence: actor.role === 'team' ? 'app' : 'verbal' });
      await this.tell(tx, notice, 'notice.answered', { at, actor, answer });
    });
  }

  /** @throws Problem not-found, wrong-state while it is not answered */
  close(id: string, actor: Actor): Promise<NoticeView> {
    return this.step(id, actor, async (tx, notice, at) => {
      if (notice.state === 'closed') return;
      if (notice.state !== 'answered') throw refuse(notice.state);
      await tx.query(`UPDATE supervision_notices SET state = 'closed', closed_at = $2, closed_by = $3 WHERE id = $1`, [
        id,
        at,
        actor.name,
      ]);
      await this.tell(tx, notice, 'notice.closed', { at, actor });
    });
  }

  private step(
    id: string,
    actor: Actor,
    act: (tx: EntityManager, notice: NoticeView, at: Date) => Promise<void>,
  ): Promise<NoticeView> {
    return this.transactions.run(async (tx) => {
      const notice = await lockNotice(tx, id);
      if (actor.role === 'team' && notice.teamCode !== actor.teamCode)
        throw new Problem('not-allowed', { detail: '这不是发给本队的通知' });
      await act(tx, notice, this.clock.now());
      return lockNotice(tx, id);
    });
  }

  private tell(
    tx: EntityManager,
    { id, number, incidentId, teamCode }: NoticeView,
    type: string,
    { at, actor, ...more }: { at: Date; actor: Actor; answer?: string },
  ): Promise<void> {
    return appendEvent(tx, { at, type, actor, incidentId, teamCode, payload: { noticeId: id, number, ...more } });
  }
}

const refuse = (state: NoticeState): Problem =>
  new Problem('wrong-state', { state, detail: `督办通知${STATE_WORDS[state]}` });
