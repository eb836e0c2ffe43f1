import type { ExpertCallView, AnswerExpertCall as Said } from '@liandong/shared/expert';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { holdIncident } from '../incidents/incident.queries.js';
import { cancelAboutPhone } from '../messages/enqueue.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { type CallRow, lockExpertCall, openCallsOf, readExpertCall } from './expert.queries.js';
import { parseExpertReply, saysOnlyReceived } from './expert-reply.rules.js';

type Source = NonNullable<ExpertCallView['source']>;

/** What an expert answers: by text or key from one of his phones, or on the phone, taken down by the dispatcher. */
@Injectable()
export class AnswerExpertCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** By voice. @throws Problem not-found. The same again changes nothing. */
  run(id: string, said: Said, actor: Actor): Promise<ExpertCallView> {
    return this.transactions.run(async (tx) => {
      const call = await holdCall(tx, id);
      if (!call) throw new Problem('not-found', { detail: '没有这次请援' });
      await this.write(tx, call, { ...said, source: 'verbal' }, actor);
      return readExpertCall(tx, id);
    });
  }

  /**
   * A text or key press from a phone: does it belong to a call, and can it be read?
   * @returns null: nobody asked this phone; `unread`: asked, but a person has to read it
   */
  async fromPhone(
    tx: EntityManager,
    reply: { phone: string; text: string; channel: string; drill: boolean | null },
    also: { onlyIfReadable: boolean },
  ): Promise<'answered' | 'unread' | null> {
    const now = this.clock.now();
    const open = await openCallsOf(tx, { phone: reply.phone, now, drill: reply.drill });
    const call = open[0] ? await holdCall(tx, open[0].id) : null;
    if (!call) return null;
    // Asked about two things at once, nobody but he knows which of them he means.
    if (open.filter(({ answer }) => answer === null).length > 1) return also.onlyIfReadable ? null : 'unread';
    const said = parseExpertReply(reply.text);
    // After an answer a bare 收到 says that something else was received, not that he changed his mind.
    if (call.answer !== null && saysOnlyReceived(reply.text)) return null;
    if (!said) return also.onlyIfReadable || call.answer !== null ? null : 'unread';
    const actor: Actor = { accountId: null, name: call.expertName, role: 'phone', teamCode: null };
    const source = reply.channel === 'voice' ? 'voice' : 'sms';
    // A bare key is no words of his own.
    const words = /^\W*\d?\W*$/u.test(reply.text) && !/\p{L}/u.test(reply.text) ? '' : reply.text.slice(0, 300);
    await this.write(tx, call, { ...said, words, source }, actor);
    return 'answered';
  }

  private async write(tx: EntityManager, call: CallRow, said: Said & { source: Source }, actor: Actor): Promise<void> {
    const { answer, etaMinutes, words } = said;
    if (call.answer === answer && call.etaMinutes === etaMinutes && call.words === words) return;
    const now = this.clock.now();
    await tx.query(
      `UPDATE expert_calls SET answer = $2, eta_minutes = $3, words = $4, answered_at = $5, answered_by = $6, source = $7 WHERE id = $1`,
      [call.id, answer, etaMinutes, words, now, actor.name, said.source],
    );
    await cancelAboutPhone(tx, call.id, call.phone);
    await appendEvent(tx, {
      at: now,
      type: 'expert.answered',
      actor,
      incidentId: call.incidentId,
      payload: {
        callId: call.id,
        expertId: call.expertId,
        name: call.expertName,
        said: answer,
        etaMinutes,
        words,
        source: said.source,
        before: call.answer,
      },
    });
  }
}

/** The call, its incident held before it. */
export async function holdCall(tx: EntityManager, id: string): Promise<CallRow | null> {
  const [call] = await tx.query('SELECT incident_id AS "incidentId" FROM expert_calls WHERE id = $1', [id]);
  if (!call) return null;
  if (call.incidentId) await holdIncident(tx, call.incidentId);
  return lockExpertCall(tx, id);
}
