import { z } from 'zod';
import { Instant } from './basics.js';

export const CHANNELS = ['app', 'sms', 'voice'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Every state is honest: `sent` = the provider took it, `delivered` = a receipt said so; neither is a human's answer. */
export const MESSAGE_STATES = ['queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'cancelled'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export const MESSAGE_PURPOSES = ['order', 'chase', 'answer', 'recall', 'notice'] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/** One rung of an order's ladder: who, by which channel, when, how it went. */
export const MessageView = z.object({
  id: z.uuid(),
  purpose: z.enum(MESSAGE_PURPOSES),
  step: z.number().int(),
  channel: z.enum(CHANNELS),
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
});
export type MessageView = z.infer<typeof MessageView>;

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
