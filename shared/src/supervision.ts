import { z } from 'zod';
import { ClientId, Id, Instant } from './basics.js';
import { OBLIGATION_KINDS } from './obligation.js';

/** A 督办 notice: issued → received (签收) → answered → closed by the supervisor. */
export const NOTICE_STATES = ['issued', 'received', 'answered', 'closed'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/**
 * A formal notice about one missed obligation. `number` runs through the county's year: 督办〔2026〕12号.
 * `addressee`: the team, or the unit and person of a follow-up. `issuedBy` 系统: issued by itself when feedback or a follow-up
 * was missed. `answerDueAt` is a clock of its own (kind `supervision`).
 */
export const NoticeView = z.object({
  id: Id,
  number: z.string(),
  state: z.enum(NOTICE_STATES),
  obligationId: Id,
  kind: z.enum(OBLIGATION_KINDS),
  missedDueAt: Instant.nullable(),
  incidentId: Id,
  incidentNumber: z.string(),
  orderId: Id.nullable(),
  orderCode: z.number().int().nullable(),
  teamCode: z.string().nullable(),
  addressee: z.string(),
  demand: z.string(),
  issuedAt: Instant,
  issuedBy: z.string(),
  answerDueAt: Instant,
  receivedAt: Instant.nullable(),
  receivedBy: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  answeredBy: z.string().nullable(),
  closedAt: Instant.nullable(),
  closedBy: z.string().nullable(),
});
export type NoticeView = z.infer<typeof NoticeView>;

/** `demand`: what is asked for; empty takes the usual words of the kind. */
export const IssueNotice = z.object({ demand: z.string().trim().max(500).optional(), clientId: ClientId });
export type IssueNotice = z.infer<typeof IssueNotice>;
