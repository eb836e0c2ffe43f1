import { z } from 'zod';
import { ClientId, Id, Instant, LonLat, Reason, TeamCode } from './basics.js';
import { DutySnapshot } from './duty.js';
import { IncidentView } from './incident.js';
import { PagedPerson } from './ladder.js';
import { CHANNELS, MessageView } from './message.js';
import { ObligationView } from './obligation.js';
import { ORDER_STATUSES, REPORT_KINDS } from './order.lifecycle.js';
import { Target } from './response-rule.js';
import { Casualties } from './situation.js';

/** Where a report comes from; decides its evidence grade together with a position. */
export const REPORT_SOURCES = ['app', 'sms', 'voice', 'verbal', 'geofence', 'backfill'] as const;
export type ReportSource = (typeof REPORT_SOURCES)[number];

/** Evidence, strongest first. The reports' "verified only" basis counts the first two. */
export const EVIDENCE = ['geofence', 'app_position', 'app', 'sms', 'voice', 'verbal', 'backfill'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/**
 * One order per team named. Team codes in any case; the same code twice is one.
 * `replaces`: the declined or recalled order of this incident whose place these teams take.
 * `level`: the level of the plan that is raised by it; without it the one raised already, else the first.
 * `proposed`: the teams that stood ticked before the dispatcher touched them; without it the server asks its plan. What was
 * left out or added goes on record with `overrideReason`.
 */
export const IssueOrders = z.object({
  teamCodes: z.array(TeamCode).min(1).max(60),
  task: z.string().trim().max(200).optional(),
  channels: z.array(z.enum(CHANNELS)).min(1).optional(),
  replaces: Id.optional(),
  level: z.number().int().min(1).max(3).optional(),
  proposed: z.array(TeamCode).max(60).optional(),
  overrideReason: z.string().trim().max(200).optional(),
  clientId: ClientId.optional(),
});
export type IssueOrders = z.infer<typeof IssueOrders>;

/** What a team reports. `occurredAt` is the device's instant as its clock said, `deviceOffsetSeconds` how far that clock was ahead of the server's when last measured. */
export const ReportBody = z.object({
  kind: z.enum(REPORT_KINDS),
  source: z.enum(REPORT_SOURCES),
  occurredAt: Instant.optional(),
  deviceOffsetSeconds: z.number().optional(),
  location: LonLat.optional(),
  headcount: z.number().int().min(0).max(10_000).optional(),
  etaMinutes: z.number().int().min(0).max(1_440).optional(),
  note: z.string().trim().max(500).optional(),
  casualties: Casualties.optional(),
  clientId: ClientId,
});
export type ReportBody = z.infer<typeof ReportBody>;

/** A stamp: the instant that counts, what it rests on, and the server's own instant. */
export const Stamp = z.object({
  at: Instant,
  receivedAt: Instant,
  evidence: z.enum(EVIDENCE),
  by: z.string(),
  flagged: z.boolean(),
});
export type Stamp = z.infer<typeof Stamp>;

export const STAMPED_KINDS = [
  'acknowledged',
  'mustered',
  'en_route',
  'on_scene',
  'cleared',
  'declined',
  'recalled',
] as const;
export type StampedKind = (typeof STAMPED_KINDS)[number];
export const Stamps = z.partialRecord(z.enum(STAMPED_KINDS), Stamp);
export type Stamps = z.infer<typeof Stamps>;

/** Steps whose instant can be corrected afterwards. */
export const CORRECTED_KINDS = ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared'] as const;
export type CorrectedKind = (typeof CORRECTED_KINDS)[number];

/** 更正: the instant that counts instead of a stamp's own. The stamp stays as it was reported; both are shown. */
export const CorrectOrder = Reason.extend({
  kind: z.enum(CORRECTED_KINDS),
  occurredAt: Instant,
  clientId: ClientId,
});
export type CorrectOrder = z.infer<typeof CorrectOrder>;

export const Correction = z.object({
  kind: z.enum(CORRECTED_KINDS),
  was: Instant,
  at: Instant,
  reason: z.string(),
  by: z.string(),
  correctedAt: Instant,
});
export type Correction = z.infer<typeof Correction>;

/** Why the team was called: with the first teams, 增援 later, or in place of one that could not come. */
export const CALL_KINDS = ['first', 'reinforcement', 'replacement'] as const;

/** 改换时限: the place became known, so the target was chosen once more. `before` is the target it was issued with. */
export const Rebased = z.object({ at: Instant, by: z.string(), reason: z.string(), before: Target });
export type Rebased = z.infer<typeof Rebased>;

/**
 * One order: one incident × one team, the unit of command and of measurement. `stamps` as reported, written once;
 * `corrections` the newest per step, in force beside them.
 */
export const OrderView = z.object({
  id: Id,
  code: z.number().int(),
  incidentId: Id,
  teamCode: z.string(),
  teamName: z.string(),
  teamShortName: z.string(),
  status: z.enum(ORDER_STATUSES),
  task: z.string(),
  issuedAt: Instant,
  issuedBy: z.string(),
  /** 下达时值班: who was on duty at that instant; null: nobody. */
  duty: DutySnapshot.nullable(),
  deliveredAt: Instant.nullable(),
  target: Target,
  stamps: Stamps,
  headcount: z.number().int().nullable(),
  etaMinutes: z.number().int().nullable(),
  endReason: z.string().nullable(),
  callKind: z.enum(CALL_KINDS),
  replaces: z.object({ id: Id, code: z.number().int(), teamShortName: z.string() }).nullable(),
  rebased: Rebased.nullable(),
  corrections: z.array(Correction),
  obligations: z.array(ObligationView),
});
export type OrderView = z.infer<typeof OrderView>;

/** `effect`: made a step · said again what is known · a note · filled an earlier step that had been skipped. */
export const ReportView = z.object({
  id: Id,
  kind: z.enum(REPORT_KINDS),
  source: z.enum(REPORT_SOURCES),
  evidence: z.enum(EVIDENCE),
  occurredAt: Instant.nullable(),
  receivedAt: Instant,
  countsAt: Instant,
  flag: z.string().nullable(),
  effect: z.enum(['step', 'repeat', 'note', 'filled']),
  by: z.string(),
  headcount: z.number().int().nullable(),
  etaMinutes: z.number().int().nullable(),
  note: z.string().nullable(),
  location: LonLat.nullable(),
});

/** `paged`: whom the order has to reach himself (逐人确认), empty where one answer of the team is enough. */
export const OrderDetail = OrderView.extend({
  messages: z.array(MessageView),
  reports: z.array(ReportView),
  paged: z.array(PagedPerson),
});
export type OrderDetail = z.infer<typeof OrderDetail>;

/** An order with the incident it belongs to: what a team leader's phone shows. */
export const TeamOrder = OrderView.extend({ incident: IncidentView, companions: z.array(z.string()) });
export type TeamOrder = z.infer<typeof TeamOrder>;

/**
 * One recommended team. `reasons` in words, best argument first; `planStep` set: named by the response plan, at `planLevel`;
 * `ticked`: proposed at once. `expectedMinutes` from the order to the scene, `expectedBy` a road service or the straight line
 * with its detour. `meetsTarget` null: not known. `setAside`: why it is out of the count (停勤).
 */
export const Recommendation = z.object({
  teamCode: z.string(),
  teamName: z.string(),
  teamShortName: z.string(),
  rank: z.number().int(),
  planStep: z.number().int().nullable(),
  planLevel: z.number().int().nullable(),
  ticked: z.boolean(),
  onDuty: z.boolean(),
  committed: z.number().int(),
  alreadyOrdered: z.boolean(),
  setAside: z.string().nullable(),
  distanceKm: z.number().nullable(),
  expectedMinutes: z.number().int().nullable(),
  expectedBy: z.enum(['road', 'estimate']).nullable(),
  meetsTarget: z.boolean().nullable(),
  strength: z.number().int(),
  reasons: z.array(z.string()),
  target: Target.omit({ dueAt: true }),
});
export type Recommendation = z.infer<typeof Recommendation>;

/**
 * The ranked teams and the plan they come from (null: none for this type). `level`: what has been raised, 0 before the first
 * order. `levels[n]`: the people wanted once it is raised. `promised`: headcounts of teams that come or are there.
 */
export const Recommendations = z.object({
  items: z.array(Recommendation),
  plan: z
    .object({
      code: z.string(),
      version: z.number().int(),
      name: z.string(),
      taskText: z.string(),
      level: z.number().int(),
      levels: z.array(z.object({ level: z.number().int(), requiredStrength: z.number().int().nullable() })),
      promised: z.number().int(),
    })
    .nullable(),
});
export type Recommendations = z.infer<typeof Recommendations>;
