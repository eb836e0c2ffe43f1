import { z } from 'zod';
import { Id, Instant, Reason, TeamCode } from './basics.js';
import { ORDER_STATUSES } from './order.lifecycle.js';
import { OnDuty, TEAM_CLASSES } from './team.js';

/** `committed` 出勤 · `off` 停勤 or nobody on duty · `short` 缺员 · `available` 待命. Each team is in exactly one. */
export const READINESS_STATES = ['available', 'committed', 'short', 'off'] as const;
export type ReadinessState = (typeof READINESS_STATES)[number];

/** 停勤: a supervisor took the team out of the count, with a reason; `until` null: until it is returned. */
export const OutageView = z.object({
  id: Id,
  teamCode: z.string(),
  reason: z.string(),
  startsAt: Instant,
  until: Instant.nullable(),
  by: z.string(),
});
export type OutageView = z.infer<typeof OutageView>;

export const SetAside = Reason.extend({ until: Instant.nullable().default(null) });
export type SetAside = z.infer<typeof SetAside>;
export const TeamParams = z.object({ code: TeamCode });

/** An order a team has in hand, with the step it has reached and since when. */
export const ReadinessOrder = z.object({
  orderId: Id,
  code: z.number().int(),
  incidentId: Id,
  incidentNumber: z.string(),
  what: z.string(),
  status: z.enum(ORDER_STATUSES),
  since: Instant,
});
export type ReadinessOrder = z.infer<typeof ReadinessOrder>;

/**
 * One team as it stands now, computed from orders, duty, strength and outages whenever it is read; nothing of it is stored.
 * `since` null: not known (a gap that was always there). `words` say everything that is against it, worst first.
 */
export const ReadinessRow = z.object({
  teamCode: z.string(),
  teamName: z.string(),
  teamShortName: z.string(),
  teamClass: z.enum(TEAM_CLASSES),
  state: z.enum(READINESS_STATES),
  words: z.array(z.string()),
  since: Instant.nullable(),
  strength: z.number().int(),
  minimumStrength: z.number().int(),
  alarmPhone: z.string(),
  onDuty: OnDuty.nullable(),
  outage: OutageView.nullable(),
  orders: z.array(ReadinessOrder),
});
export type ReadinessRow = z.infer<typeof ReadinessRow>;
