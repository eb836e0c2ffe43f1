import { z } from 'zod';
import { AttachmentView } from './attachment.js';
import { ClientId, Id, Instant, Phone } from './basics.js';

/** 反馈单: draft → submitted → returned (with a comment) → submitted again … → accepted. */
export const FEEDBACK_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

const words = (max: number) => z.string().trim().max(max);
const count = z.number().int().min(0).max(100_000);

/** 后续工作: what is still to be done, by whom (责任人), of which unit (责任单位), until the end of which day (county's calendar). */
export const FollowUpPlan = z.object({
  what: words(300).min(2),
  unit: words(60).min(2),
  person: words(40).min(2),
  phone: Phone.optional(),
  dueDate: z.iso.date(),
});
export type FollowUpPlan = z.infer<typeof FollowUpPlan>;

/** The formal result of one order. Loss in 万元. Complete enough to be submitted. */
export const FeedbackContent = z.object({
  found: words(2000).min(2),
  measures: words(2000).min(2),
  result: words(2000).min(2),
  dead: count.default(0),
  injured: count.default(0),
  missing: count.default(0),
  rescued: count.default(0),
  lossWan: z.number().min(0).max(10_000_000).default(0),
  people: count.default(0),
  equipment: words(500).default(''),
  followUps: z.array(FollowUpPlan).max(20).default([]),
  attachmentIds: z.array(Id).max(30).default([]),
});
export type FeedbackContent = z.infer<typeof FeedbackContent>;

/** The fields of a form in the order they stand in it. */
export const FEEDBACK_FIELDS = Object.keys(FeedbackContent.shape) as (keyof FeedbackContent)[];

/** What is written so far; anything may still be missing or unfinished. */
export const FeedbackDraft = z
  .object({
    found: words(2000),
    measures: words(2000),
    result: words(2000),
    dead: count,
    injured: count,
    missing: count,
    rescued: count,
    lossWan: z.number().min(0).max(10_000_000),
    people: count,
    equipment: words(500),
    followUps: z
      .array(
        z
          .object({ what: words(300), unit: words(60), person: words(40), phone: words(20), dueDate: words(10) })
          .partial(),
      )
      .max(20),
    attachmentIds: z.array(Id).max(30),
  })
  .partial();
export type FeedbackDraft = z.infer<typeof FeedbackDraft>;

/** One kept version: what was submitted, returned or accepted, by whom, with which words. */
export const FeedbackVersion = z.object({
  version: z.number().int(),
  action: z.enum(['submitted', 'returned', 'accepted']),
  at: Instant,
  by: z.string(),
  comment: z.string().nullable(),
  content: FeedbackContent,
});

/** The form of one order. `baseVersion` of a write that is not this `version` is refused: somebody else was faster. */
export const FeedbackView = z.object({
  orderId: Id,
  orderCode: z.number().int(),
  incidentId: Id,
  incidentNumber: z.string(),
  typeName: z.string().nullable(),
  placeText: z.string().nullable(),
  teamCode: z.string(),
  teamShortName: z.string(),
  state: z.enum(FEEDBACK_STATES),
  version: z.number().int(),
  content: FeedbackDraft,
  attachments: z.array(AttachmentView),
  dueAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  comment: z.string().nullable(),
  versions: z.array(FeedbackVersion),
});
export type FeedbackView = z.infer<typeof FeedbackView>;

/** A row of the review list. */
export const FeedbackRow = FeedbackView.omit({ content: true, attachments: true, versions: true });
export type FeedbackRow = z.infer<typeof FeedbackRow>;

/** `clientId`: the same save sent twice is one. */
export const SaveFeedback = z.object({
  content: FeedbackDraft,
  baseVersion: z.number().int().min(0),
  clientId: ClientId,
});
export type SaveFeedback = z.infer<typeof SaveFeedback>;

/** A follow-up task of an accepted form, with its proof once done. `dueAt`: the end of its day. */
export const FollowUpView = FollowUpPlan.extend({
  id: Id,
  orderId: Id,
  orderCode: z.number().int(),
  incidentId: Id,
  incidentNumber: z.string(),
  teamCode: z.string(),
  teamShortName: z.string(),
  phone: z.string().nullable(),
  dueAt: Instant,
  state: z.enum(['open', 'done']),
  late: z.boolean(),
  proof: z.string().nullable(),
  attachments: z.array(AttachmentView),
  doneAt: Instant.nullable(),
  doneBy: z.string().nullable(),
});
export type FollowUpView = z.infer<typeof FollowUpView>;

/** 完成情况: words, and pictures or papers as proof. */
export const CompleteFollowUp = z.object({
  proof: words(1000).min(2),
  attachmentIds: z.array(Id).max(30).default([]),
  clientId: ClientId,
});
export type CompleteFollowUp = z.infer<typeof CompleteFollowUp>;
