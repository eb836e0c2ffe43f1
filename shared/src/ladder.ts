import { z } from 'zod';
import { Instant, Reason } from './basics.js';
import { CHANNELS } from './message.js';

export const CONTACTS = ['onDuty', 'commander', 'deputy', 'liaison', 'alarmPhone'] as const;
export type Contact = (typeof CONTACTS)[number];

const seconds = z.number().int().min(0).max(7200);

/** One round of calling, so many seconds after the order, while nobody acknowledges. */
export const LadderStep = z.object({
  afterSeconds: seconds,
  sends: z
    .array(z.object({ to: z.enum(CONTACTS), channels: z.array(z.enum(CHANNELS)).min(1).max(3) }))
    .min(1)
    .max(10),
});
export type LadderStep = z.infer<typeof LadderStep>;

/** 逐人确认: these people are called again and again until each of them answers himself, at most so many times. */
export const EachAnswers = z.object({
  who: z
    .array(z.enum(['onDuty', 'commander', 'deputy', 'liaison']))
    .min(1)
    .max(4),
  everySeconds: z.number().int().min(60).max(3600),
  rounds: z.number().int().min(1).max(10),
  channels: z
    .array(z.enum(['sms', 'voice']))
    .min(1)
    .max(2),
});
export type EachAnswers = z.infer<typeof EachAnswers>;

/** The ladder is data: the county's, and a team's own where it has one. The first step is at 0, each next one later. */
export const Ladder = z
  .object({ steps: z.array(LadderStep).min(1).max(8), eachAnswers: EachAnswers.nullable() })
  .superRefine(({ steps }, context) => {
    steps.forEach((step, index) => {
      const before = steps[index - 1];
      const wrong = before ? step.afterSeconds <= before.afterSeconds : step.afterSeconds !== 0;
      if (wrong)
        context.addIssue({
          code: 'custom',
          path: ['steps', index, 'afterSeconds'],
          message: before ? '每一轮须晚于前一轮' : '第一轮须在下达之时（0 秒）',
        });
    });
  });
export type Ladder = z.infer<typeof Ladder>;

/** `scope`: `county`, or the code of the team whose own it is. */
export const LadderView = z.object({
  scope: z.string(),
  teamShortName: z.string().nullable(),
  steps: z.array(LadderStep),
  eachAnswers: EachAnswers.nullable(),
  editedAt: Instant.nullable(),
  editedBy: z.string().nullable(),
});
export type LadderView = z.infer<typeof LadderView>;

export const EditLadder = Reason.extend({ ladder: Ladder });

/** Somebody an order has to reach himself, and whether he answered. */
export const PagedPerson = z.object({
  phone: z.string(),
  name: z.string(),
  post: z.string(),
  answeredAt: Instant.nullable(),
  answeredBy: z.string().nullable(),
});
export type PagedPerson = z.infer<typeof PagedPerson>;
