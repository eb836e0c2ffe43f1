import { z } from 'zod';
import { CallView, IncidentView, TimelineEntry } from './incident.js';
import { ObligationView } from './obligation.js';
import { OrderView } from './order.js';

/** One row of the desk's queue: the incident with its orders, each with its clocks. The map draws from the same rows. */
export const BoardRow = IncidentView.extend({
  calls: z.number().int(),
  orders: z.array(OrderView),
  openReplies: z.number().int(),
});
export type BoardRow = z.infer<typeof BoardRow>;

/** Everything about one incident; `obligations` are those of all its orders, the nearest due first. */
export const IncidentDetail = IncidentView.extend({
  calls: z.array(CallView),
  obligations: z.array(ObligationView),
  orders: z.array(OrderView),
  timeline: z.array(TimelineEntry),
});
export type IncidentDetail = z.infer<typeof IncidentDetail>;
