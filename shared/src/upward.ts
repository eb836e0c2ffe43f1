import { z } from 'zod';
import { ClientId, Id, Instant } from './basics.js';

/** Reports to the superior: 电话初报, 书面初报, 续报, 终报. */
export const UPWARD_STAGES = ['phone', 'written', 'follow_up', 'final'] as const;
export type UpwardStage = (typeof UPWARD_STAGES)[number];

/** What a draft proposes: to whom, and the text from what is known now. */
export const UpwardDraft = z.object({ stage: z.enum(UPWARD_STAGES), recipient: z.string(), text: z.string() });
export type UpwardDraft = z.infer<typeof UpwardDraft>;

/** A report as it went up. `spokenTo`: who took the phone call. */
export const SendUpwardReport = z.object({
  stage: z.enum(UPWARD_STAGES),
  recipient: z.string().trim().min(2).max(100),
  spokenTo: z.string().trim().max(40).optional(),
  text: z.string().trim().min(10).max(4000),
  clientId: ClientId,
});
export type SendUpwardReport = z.infer<typeof SendUpwardReport>;

/** `no` counts the reports of one incident: the first is 初报, however it went. */
export const UpwardReportView = z.object({
  id: Id,
  stage: z.enum(UPWARD_STAGES),
  no: z.number().int(),
  recipient: z.string(),
  spokenTo: z.string().nullable(),
  text: z.string(),
  sentAt: Instant,
  by: z.string(),
});
export type UpwardReportView = z.infer<typeof UpwardReportView>;
