import { type ParsedReply, parseReply, replyHelpText } from '@liandong/shared/reply.grammar';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { AnswerDuty } from '../duty/answer-duty.js';
import { AnswerExpertCall } from '../experts/answer-expert-call.js';
import { expertHelpText } from '../experts/expert-reply.rules.js';
import { broadcastOf } from '../messages/broadcasts/broadcast.queries.js';
import { enqueueMessages } from '../messages/enqueue.js';
import { answerWords } from '../messages/order-text.rules.js';
import { HearPhoneWord } from '../messages/replies/hear-phone-word.js';
import { phoneWordOf } from '../messages/replies/phone-words.rules.js';
import { type LockedReply, lockReply, mayAnswer, settleReply } from '../messages/reply.queries.js';
import { hearPhoneCode } from '../messages/verification/take-phone-code.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { openOrdersOf } from './order.queries.js';
import { RecordReport } from './record-report.js';

/** A text or key press becomes a report, or a question back and a place in the dispatcher's queue. Never nothing. */
@Injectable()
export class ApplyReply {
  constructor(
    private readonly record: RecordReport,
    private readonly clock: Clock,
    private readonly hearPhoneWord: HearPhoneWord,
    private readonly answerExpertCall: AnswerExpertCall,
    private readonly answerDuty: AnswerDuty,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Where drills have phones of their own, each kind of phone speaks of its own kind of orders. */
  private drillOf({ practice }: LockedReply): boolean | null {
    const apart = this.config.DRILL_PHONES && !this.config.SMS_PROVIDER.includes('simulator');
    return apart ? practice : null;
  }

  async run(tx: EntityManager, replyId: string): Promise<void> {
    const reply = await lockReply(tx, replyId);
    if (reply?.state !== 'received') return;
    const code = await hearPhoneCode(tx, reply, this.clock.now());
    if (code) return settleReply(tx, reply.id, code);
    const open = await openOrdersOf(tx, { ...reply, drill: this.drillOf(reply) });
    const parsed = parseReply(
      reply.text,
      open.map((order) => order.code),
    );
    if (parsed.outcome === 'report' || parsed.outcome === 'supplement')
      return this.report(tx, reply, parsed, open.find((order) => order.code === parsed.code)!);
    // A practice phone says nothing of the number whose owner it plays.
    const word = reply.practice ? null : phoneWordOf(reply.text);
    if (word) return settleReply(tx, reply.id, { state: 'queued', why: await this.hearPhoneWord.run(tx, reply, word) });
    if (await this.answersDuty(tx, reply, parsed)) return;
    if (await this.answersExpertCall(tx, reply, parsed, open.length > 0)) return;
    if (open.length === 0 && !reply.practice && (await this.answersBroadcast(tx, reply, parsed))) return;
    if (reply.teamCode === null)
      return settleReply(tx, reply.id, { state: 'queued', why: reply.senderName === null ? '号码未登记' : '专家来信' });
    await this.ask(tx, reply, QUESTIONS[parsed.outcome](parsed as never));
  }

  private async report(tx: EntityManager, reply: LockedReply, parsed: Readable, order: OpenOrder): Promise<void> {
    const actor: Actor = {
      accountId: null,
      name: reply.senderName ?? reply.phone,
      role: 'phone',
      teamCode: order.teamCode,
    };
    const source = reply.channel === 'voice' ? 'voice' : 'sms';
    const { headcount, etaMinutes, note } = parsed;
    const kind = parsed.outcome === 'report' ? parsed.verb : 'situation';
    const body = { kind, source, headcount, etaMinutes, note, clientId: reply.id } as const;
    try {
      await this.record.apply(tx, order.id, body, actor, reply.phone);
      await settleReply(tx, reply.id, { state: 'applied', orderId: order.id });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const why = error.body.detail ?? error.body.title;
      await this.ask(tx, reply, { why, answer: why }, order.id);
    }
  }

  /** 签到 or 同意换班 of the person whose phone it is. A drill's own phones play no part in the roster. */
  private async answersDuty(tx: EntityManager, reply: LockedReply, parsed: ParsedReply): Promise<boolean> {
    if (parsed.outcome === 'which_order' || parsed.outcome === 'unknown_code' || this.drillOf(reply)) return false;
    const said = await this.answerDuty.fromPhone(tx, reply);
    if (!said) return false;
    const { done, why, answer } = said;
    if (!done) await this.ask(tx, reply, { why, answer: answer ?? why });
    else await this.settle(tx, reply, { why, ...(answer ? { answer } : {}) });
    return true;
  }

  /** An expert who was asked answers. With orders of his own open, only what can be nothing else is taken for an answer. */
  private async answersExpertCall(
    tx: EntityManager,
    reply: LockedReply,
    parsed: ParsedReply,
    hasOrders: boolean,
  ): Promise<boolean> {
    if (parsed.outcome === 'which_order' || parsed.outcome === 'unknown_code') return false;
    const said = { ...reply, drill: this.drillOf(reply) };
    const outcome = await this.answerExpertCall.fromPhone(tx, said, { onlyIfReadable: hasOrders });
    if (outcome === 'answered') await settleReply(tx, reply.id, { state: 'applied', why: '答复请专家' });
    if (outcome === 'unread') await this.ask(tx, reply, { why: '专家的答复未能识别', answer: expertHelpText });
    return outcome !== null;
  }

  /** An answer to a 群呼: a bare 收到 needs nobody, everything else is read by the dispatcher; nobody is asked back. */
  private async answersBroadcast(tx: EntityManager, reply: LockedReply, parsed: ParsedReply): Promise<boolean> {
    const broadcastId = await broadcastOf(tx, reply.phone, this.clock.now());
    if (broadcastId === null) return false;
    // With a number in it, it may be meant for an order that is over.
    const plain = parsed.outcome === 'no_order' && parsed.verb === 'acknowledged' && !/\d{2}/.test(reply.text);
    await settleReply(tx, reply.id, { state: plain ? 'settled' : 'queued', why: '答复群呼', broadcastId });
    return true;
  }

  /** Answered with one line, and in the dispatcher's queue. */
  private async ask(tx: EntityManager, reply: LockedReply, { why, answer }: Question, orderId?: string): Promise<void> {
    const answered = await mayAnswer(tx, reply.phone, this.clock.now());
    await settleReply(tx, reply.id, { state: 'queued', why, ...(answered ? { answer } : {}), orderId });
    if (answered) await this.tell(tx, reply, answer, orderId);
  }

  /** Done as it was said, and the phone is told so. */
  private async settle(tx: EntityManager, reply: LockedReply, { why, answer }: Partial<Question>): Promise<void> {
    const told = answer !== undefined && (await mayAnswer(tx, reply.phone, this.clock.now()));
    await settleReply(tx, reply.id, { state: 'applied', ...(why ? { why } : {}), ...(told ? { answer } : {}) });
    if (told) await this.tell(tx, reply, answer);
  }

  private async tell(tx: EntityManager, reply: LockedReply, answer: string, orderId?: string): Promise<void> {
    await enqueueMessages(tx, [
      {
        purpose: 'answer',
        step: 0,
        channel: 'sms',
        recipientName: reply.senderName ?? reply.phone,
        recipientPost: 'sender',
        phone: reply.phone,
        words: answerWords(answer),
        drill: reply.practice,
        dueAt: this.clock.now(),
        teamCode: reply.teamCode,
        ...(orderId ? { orderId } : {}),
      },
    ]);
  }
}

type OpenOrder = Awaited<ReturnType<typeof openOrdersOf>>[number];
type Readable = Extract<ParsedReply, { outcome: 'report' | 'supplement' }>;
type Question = { why: string; answer: string };
type Unclear = Exclude<ParsedReply, Readable>;

const list = (codes: readonly number[]): string => codes.map((code) => `${code}号`).join('、');

/** What is asked back, by what could not be read. */
const QUESTIONS: { [K in Unclear['outcome']]: (parsed: Extract<Unclear, { outcome: K }>) => Question } = {
  which_order: ({ openCodes }) => ({
    why: '有多条指令，未写编号',
    answer: `您有${list(openCodes)}令在办，请回复数字加编号，如 1 ${openCodes[0]}`,
  }),
  unknown_code: ({ code, openCodes }) => ({
    why: `编号 ${code} 不是本队在办指令`,
    answer: `没有${code}号令，在办的是${list(openCodes) || '无'}，请核对编号再回`,
  }),
  no_order: () => ({ why: '本队没有在办指令', answer: '您当前没有在办指令；如有情况请致电指挥中心' }),
  unreadable: () => ({ why: '未能识别', answer: replyHelpText }),
};
