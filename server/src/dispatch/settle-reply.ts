import type { ReplyView } from '@liandong/shared/message';
import type { ReportKind } from '@liandong/shared/order.lifecycle';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { lockReply, settleReply } from '../messages/reply.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { RecordReport } from './record-report.js';

/** A dispatcher reads a queued reply: takes it down as a report on an order, or notes that it was seen. */
@Injectable()
export class SettleReply {
  constructor(
    private readonly transactions: Transactions,
    private readonly record: RecordReport,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state (already settled), bad-request, and whatever the report is refused for */
  run(id: string, wanted: { orderId?: string; kind?: ReportKind; clientId: string }, actor: Actor): Promise<ReplyView> {
    return this.transactions.run(async (tx) => {
      const reply = await lockReply(tx, id);
      if (!reply) throw new Problem('not-found', { detail: '没有这条回复' });
      if (reply.state !== 'queued') throw new Problem('wrong-state', { state: reply.state, detail: '这条回复已处理' });
      if ((wanted.orderId === undefined) !== (wanted.kind === undefined))
        throw Problem.field('kind', '归到指令时须同时指明报告内容');
      if (wanted.orderId && wanted.kind) {
        // A bare "4" is no reason to clear without arrival: that has to be stated on the order itself.
        const note = wanted.kind === 'cleared' ? undefined : reply.text.slice(0, 500) || undefined;
        const report = { kind: wanted.kind, source: 'verbal' as const, note, clientId: wanted.clientId };
        await this.record.apply(tx, wanted.orderId, report, actor, reply.phone);
      }
      await settleReply(tx, id, { state: 'settled', orderId: wanted.orderId, why: reply.why ?? undefined });
      const payload = { replyId: id, orderId: wanted.orderId ?? null, kind: wanted.kind ?? null };
      await appendEvent(tx, { at: this.clock.now(), type: 'reply.settled', actor, teamCode: reply.teamCode, payload });
      const { practice: _, ...settled } = (await lockReply(tx, id))!;
      return { ...settled, receivedAt: settled.receivedAt.toISOString() };
    });
  }
}
