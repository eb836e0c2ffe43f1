import { z } from 'zod';
import { ClientId, Datum, Id, Instant, Phone, Reason, TeamCode } from './basics.js';
import { CreateIncident } from './incident.js';

/** Another call about an incident that is already there. */
export const JoinCall = CreateIncident.pick({
  channel: true,
  narrative: true,
  callerPhone: true,
  callerName: true,
  placeText: true,
}).extend({ clientId: ClientId });
export type JoinCall = z.infer<typeof JoinCall>;

/** An incident a team takes on its own hotline. */
export const TakeOnHotline = CreateIncident.omit({ channel: true, drill: true }).extend({ clientId: ClientId });
export type TakeOnHotline = z.infer<typeof TakeOnHotline>;

/** What became known of an incident. Severity and the major mark need a reason. */
export const ChangeIncident = CreateIncident.pick({
  placeText: true,
  townshipCode: true,
  location: true,
  typeCode: true,
  severity: true,
}).extend({
  datum: Datum.default('wgs84'),
  major: z.boolean().optional(),
  reason: z.string().trim().max(500).optional(),
});
export type ChangeIncident = z.infer<typeof ChangeIncident>;

/** 分流: who takes it, and how he can be reached. With a phone he gets a text. */
export const TransferIncident = Reason.extend({ unit: z.string().trim().min(2).max(60), phone: Phone.optional() });
export type TransferIncident = z.infer<typeof TransferIncident>;

/** 回执: who of the unit took it over, and what he said. */
export const ConfirmTransfer = z.object({
  receivedBy: z.string().trim().min(2).max(40),
  note: z.string().trim().max(300).optional(),
});

export const ReferralView = z.object({
  id: Id,
  unit: z.string(),
  phone: z.string().nullable(),
  reason: z.string(),
  sentAt: Instant,
  by: z.string(),
  receivedAt: Instant.nullable(),
  receivedBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type ReferralView = z.infer<typeof ReferralView>;

/** A line a dispatcher adds to the timeline, with papers or pictures. */
export const AddNote = z.object({
  text: z.string().trim().min(1).max(1000),
  attachmentIds: z.array(Id).max(10).default([]),
  clientId: ClientId,
});
export type AddNote = z.infer<typeof AddNote>;

/** 移交指挥: the team that leads from now on, or the person who commands at the scene, or both. */
export const TransferCommand = Reason.extend({
  teamCode: TeamCode.optional(),
  commander: z
    .object({ post: z.string().trim().min(2).max(40), name: z.string().trim().min(2).max(40), phone: Phone })
    .optional(),
});
export type TransferCommand = z.infer<typeof TransferCommand>;

/** A post that commands at the scene, and the classes of incident it commands. */
export const CommandPost = z.object({
  code: z.string(),
  post: z.string(),
  name: z.string(),
  phone: z.string(),
  classes: z.array(z.string()),
  basis: z.string(),
});
export type CommandPost = z.infer<typeof CommandPost>;
