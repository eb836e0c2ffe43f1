import { z } from 'zod';
import { Instant } from './basics.js';
import { BoardRow } from './board.js';

/** One sealed event of the log. Positions have no gaps in the log; who may not see an event gets a batch without it. */
export const LiveEvent = z.object({
  position: z.number().int(),
  at: Instant,
  type: z.string(),
  actor: z.string(),
  incidentId: z.uuid().nullable(),
  teamCode: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

/**
 * Server → desk on socket event `events`: what happened, and the rows it changed as they are now.
 * `after` is the position before the first event: a client whose last position differs asks again (`resume`).
 * `gone`: incidents no longer open.
 */
export const LiveBatch = z.object({
  after: z.number().int(),
  last: z.number().int(),
  serverNow: Instant,
  events: z.array(LiveEvent),
  rows: z.array(BoardRow),
  gone: z.array(z.uuid()),
});
export type LiveBatch = z.infer<typeof LiveBatch>;

/** Server → client on `snapshot`: too much was missed (or nothing known yet): reload the lists, go on from `last`. */
export const LiveSnapshot = z.object({ last: z.number().int(), serverNow: Instant });
export type LiveSnapshot = z.infer<typeof LiveSnapshot>;

/** Socket events. The client sends `resume` with its last position (null: none) after each connect. */
export const SOCKET = { path: '/live', batch: 'events', snapshot: 'snapshot', resume: 'resume' } as const;

/** Server → a team's app: an order arrived, `{orderId, text}`. The app acknowledges the event itself: that is "delivered". */
export const PUSH_EVENT = 'push';

/** Socket rooms: all desks, and one per team. */
export const DESK_ROOM = 'desk';
export const teamRoom = (teamCode: string): string => `team:${teamCode}`;
