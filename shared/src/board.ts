import { z } from 'zod';
import { AttachmentView } from './attachment.js';
import { Id, Instant } from './basics.js';
import { FEEDBACK_STATES } from './feedback.js';
import { ReferralView } from './incident.acts.js';
import { CallView, IncidentView, TimelineEntry } from './incident.js';
import { ObligationView } from './obligation.js';
import { OrderView } from './order.js';
import { SituationView } from './situation.js';
import { NoticeView } from './supervision.js';
import { UpwardReportView } from './upward.js';

/**
 * Strength asked for against what teams promised. `promised`: the headcounts of orders that still run and were acknowledged;
 * `silent`: running orders that have not said how many come. Before `checkAt` nobody has to worry; after it a `promised` below
 * `required` is short, and the next team is offered.
 */
export const StrengthView = z.object({
  required: z.number().int(),
  promised: z.number().int(),
  silent: z.number().int(),
  checkAt: Instant,
});
export type StrengthView = z.infer<typeof StrengthView>;

/**
 * One row of the desk's queue: the incident with its orders, each with its clocks. The map draws from the same rows.
 * `owed`: what is owed for the incident itself and still runs (situation and upward reports).
 * `awaitsReceipt`: handed on, and the unit's receipt is not registered yet.
 */
export const BoardRow = IncidentView.extend({
  calls: z.number().int(),
  orders: z.array(OrderView),
  openReplies: z.number().int(),
  owed: z.array(ObligationView),
  awaitsReceipt: z.boolean().optional(),
  strength: StrengthView.nullable(),
});
export type BoardRow = z.infer<typeof BoardRow>;

/**
 * Everything about one incident; `obligations` are all of it and its orders, the nearest due first. `calls` are also those of
 * the incidents merged into it (`merged`), each with its own number.
 */
export const IncidentDetail = IncidentView.extend({
  calls: z.array(CallView),
  obligations: z.array(ObligationView),
  orders: z.array(OrderView),
  timeline: z.array(TimelineEntry),
  situations: z.array(SituationView),
  upwardReports: z.array(UpwardReportView),
  merged: z.array(z.object({ id: Id, number: z.string(), narrative: z.string(), receivedAt: Instant })),
  referrals: z.array(ReferralView),
  attachments: z.array(AttachmentView),
  notices: z.array(NoticeView),
  feedback: z.array(
    z.object({ orderId: Id, teamShortName: z.string(), state: z.enum(FEEDBACK_STATES), version: z.number().int() }),
  ),
});
export type IncidentDetail = z.infer<typeof IncidentDetail>;
