import { z } from 'zod';
import { Id, Instant } from './basics.js';

export const CHANNELS = ['app', 'sms', 'voice'] as const;
export type Channel = (typeof CHANNELS)[number];

/** 线路: one way a channel goes, provider and channel. `practice-…` are the practice phones. */
export const LINES = [
  'practice-sms',
  'practice-voice',
  'twilio-sms',
  'twilio-voice',
  'aliyun-sms',
  'aliyun-voice',
  'gateway-sms',
  'push-app',
] as const;
export type LineName = (typeof LINES)[number];

/** Every state is honest: `sent` = the provider took it, `delivered` = a receipt said so; neither is a human's answer. */
export const MESSAGE_STATES = ['queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'cancelled'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export const MESSAGE_PURPOSES = ['order', 'chase', 'answer', 'recall', 'notice', 'broadcast'] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/**
 * One rung of an order's ladder: who, by which channel and line, when, how it went. `personal`: goes on until this very
 * person answers, whoever else did. `movedTo`: the channel that took over because this one cannot reach the number now.
 */
export const MessageView = z.object({
  id: z.uuid(),
  purpose: z.enum(MESSAGE_PURPOSES),
  step: z.number().int(),
  channel: z.enum(CHANNELS),
  line: z.enum(LINES).nullable(),
  recipientName: z.string(),
  recipientPost: z.string(),
  phone: z.string(),
  text: z.string(),
  state: z.enum(MESSAGE_STATES),
  dueAt: Instant,
  sentAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
  attempts: z.number().int(),
  providerCode: z.string().nullable(),
  explanation: z.string().nullable(),
  personal: z.boolean(),
  movedTo: z.enum(CHANNELS).nullable(),
});
export type MessageView = z.infer<typeof MessageView>;

/** `unsure`: it was handed over and no answer came, it may or may not have been taken. */
export const ATTEMPT_STATES = ['under_way', 'accepted', 'delivered', 'undelivered', 'refused', 'unsure'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** One hand-over to a provider, written before it is made. `parts`: what is charged, as the provider says, else counted. */
export const AttemptView = z.object({
  id: Id,
  line: z.enum(LINES),
  at: Instant,
  state: z.enum(ATTEMPT_STATES),
  providerId: z.string().nullable(),
  code: z.string().nullable(),
  explanation: z.string().nullable(),
  parts: z.number().int().nullable(),
  endedAt: Instant.nullable(),
});
export type AttemptView = z.infer<typeof AttemptView>;

/** A message in the county's list of all messages, newest first. */
export const MessageRow = MessageView.extend({
  orderId: Id.nullable(),
  orderCode: z.number().int().nullable(),
  incidentId: Id.nullable(),
  incidentNumber: z.string().nullable(),
  teamCode: z.string().nullable(),
  broadcastId: Id.nullable(),
  drill: z.boolean(),
});
export type MessageRow = z.infer<typeof MessageRow>;

export const MessageDetail = MessageRow.extend({ history: z.array(AttemptView) });
export type MessageDetail = z.infer<typeof MessageDetail>;

/** `sick`: refused or silent several times in a row, nothing goes there until it answers again. `slow`: receipts stay away. */
export const LINE_STATES = ['well', 'slow', 'sick', 'off'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** One line as it stands; the first of a channel is preferred while it is well. Counts are of the last hour. */
export const LineView = z.object({
  name: z.enum(LINES),
  channel: z.enum(CHANNELS),
  title: z.string(),
  state: z.enum(LINE_STATES),
  since: Instant.nullable(),
  code: z.string().nullable(),
  explanation: z.string().nullable(),
  lastGoodAt: Instant.nullable(),
  sent: z.number().int(),
  delivered: z.number().int(),
  failed: z.number().int(),
});
export type LineView = z.infer<typeof LineView>;

/** Whether messages go out. `alarms` in words, worst first; `stuck`: urgent messages have waited longer than they may. */
export const MessageHealth = z.object({
  lines: z.array(LineView),
  waiting: z.number().int(),
  waitingUrgent: z.number().int(),
  oldestUrgentDueAt: Instant.nullable(),
  stuck: z.boolean(),
  alarms: z.array(z.object({ level: z.enum(['danger', 'warning']), text: z.string() })),
});
export type MessageHealth = z.infer<typeof MessageHealth>;

/** What was sent by each line and what it cost: parts of texts, calls; `costFen` in 1/100 yuan by the county's prices. */
export const MessageCounts = z.object({
  lines: z.array(
    z.object({
      line: z.enum(LINES),
      attempts: z.number().int(),
      delivered: z.number().int(),
      undelivered: z.number().int(),
      refused: z.number().int(),
      unsure: z.number().int(),
      parts: z.number().int(),
      costFen: z.number(),
    }),
  ),
});
export type MessageCounts = z.infer<typeof MessageCounts>;

export const REPLY_STATES = ['received', 'applied', 'queued', 'settled'] as const;

/** A text or key press from a phone. `queued`: a human has to look; nothing is ever dropped. */
export const ReplyView = z.object({
  id: z.uuid(),
  phone: z.string(),
  channel: z.enum(CHANNELS),
  senderName: z.string().nullable(),
  teamCode: z.string().nullable(),
  text: z.string(),
  receivedAt: Instant,
  state: z.enum(REPLY_STATES),
  orderId: z.uuid().nullable(),
  why: z.string().nullable(),
  answer: z.string().nullable(),
});
export type ReplyView = z.infer<typeof ReplyView>;

/** What is known of a number: its owner wants no texts, it does not exist or takes none, somebody else answers it. */
export const PHONE_FLAGS = ['unsubscribed', 'unreachable', 'wrong_person'] as const;
export type PhoneFlag = (typeof PHONE_FLAGS)[number];

export const PhoneFlagView = z.object({
  phone: z.string(),
  flag: z.enum(PHONE_FLAGS),
  since: Instant,
  because: z.string(),
  ownerName: z.string().nullable(),
  teamCode: z.string().nullable(),
});
export type PhoneFlagView = z.infer<typeof PhoneFlagView>;

/** A practice phone: what arrived and what was answered, oldest first. */
export const PracticePhone = z.object({
  number: z.string(),
  ownerName: z.string(),
  teamCode: z.string(),
  teamName: z.string(),
  post: z.string(),
  unanswered: z.number().int(),
  entries: z.array(
    z.object({
      id: z.uuid(),
      direction: z.enum(['in', 'out']),
      channel: z.enum(CHANNELS),
      text: z.string(),
      at: Instant,
      orderCode: z.number().int().nullable(),
    }),
  ),
});
export type PracticePhone = z.infer<typeof PracticePhone>;
