import { z } from 'zod';
import { Instant } from './basics.js';

/** target: the frozen measure of §快速反应机制; the others are the intervals of an order, in seconds. */
export const INTERVALS = ['target', 'acknowledge', 'turnout', 'travel', 'response', 'handling'] as const;
export const GROUPS = ['team', 'rule', 'team_class', 'township', 'type', 'daytime', 'all'] as const;

/** Period half-open [from, to). `basis=verified` counts only stamps with geofence or app position. */
export const ResponseTimesQuery = z.object({
  from: Instant.optional(),
  to: Instant.optional(),
  groupBy: z.enum(GROUPS).default('team'),
  interval: z.enum(INTERVALS).default('target'),
  basis: z.enum(['all', 'verified']).default('all'),
  drill: z.enum(['exclude', 'only']).default('exclude'),
});

/**
 * One group. n = orders that owed it and are decided; `missing` of them have no stamp and count as missed;
 * `waived` are outside n and published; `running` are outside n. compliance = met / n, null when n = 0.
 * Percentiles over the stamps there are (nearest rank). `ranked` false when n < 5.
 */
export const ResponseTimesRow = z.object({
  group: z.string(),
  label: z.string(),
  n: z.number().int(),
  missing: z.number().int(),
  waived: z.number().int(),
  running: z.number().int(),
  met: z.number().int(),
  compliance: z.number().nullable(),
  p50Seconds: z.number().nullable(),
  p90Seconds: z.number().nullable(),
  worstSeconds: z.number().nullable(),
  ranked: z.boolean(),
});
export type ResponseTimesRow = z.infer<typeof ResponseTimesRow>;
export const ResponseTimes = z.object({
  from: Instant,
  to: Instant,
  groupBy: z.enum(GROUPS),
  interval: z.enum(INTERVALS),
  basis: z.enum(['all', 'verified']),
  total: ResponseTimesRow,
  rows: z.array(ResponseTimesRow),
});
export type ResponseTimes = z.infer<typeof ResponseTimes>;

/** The orders behind a figure. */
export const MeasuredOrder = z.object({
  orderId: z.uuid(),
  incidentId: z.uuid(),
  code: z.number().int(),
  incidentNumber: z.string(),
  typeName: z.string(),
  placeText: z.string().nullable(),
  teamCode: z.string(),
  teamShortName: z.string(),
  issuedAt: Instant,
  ruleNo: z.number().int(),
  targetSeconds: z.number().int(),
  takenSeconds: z.number().nullable(),
  lateSeconds: z.number().nullable(),
  result: z.enum(['met', 'missed', 'waived', 'running']),
  evidence: z.string().nullable(),
});
export type MeasuredOrder = z.infer<typeof MeasuredOrder>;
