import type { PlannedCall } from '../call-plan.js';
import type { OrderBelief } from './order-belief.js';

/** An incident as the simulator knows it. */
export interface PlayedCall {
  id: string;
  call: PlannedCall;
  orders: OrderBelief[];
  status: 'open' | 'closed' | 'invalid';
}

/** What has been done so far, counted here and not asked of the server. */
export interface Played {
  calls: PlayedCall[];
  queuedReplies: number;
  replies: number;
  waivers: number;
  recalls: number;
  settled: number;
  /** What did not go as it should have, in words. */
  surprises: string[];
}
