import { z } from 'zod';
import { ClientId, Instant, LonLat, Reason, TeamCode } from './basics.js';
import { SEVERITIES } from './incident.words.js';
import { Target } from './response-rule.js';
import { Version } from './version.js';

const TownshipCode = z.string().regex(/^[0-9]{3}$/);

/**
 * One step of a level: a team by its code, the incident's own township team, the `neighbours` nearest other township teams,
 * or the nearest team with a specialty that is not called already.
 */
export const PlanStep = z.union([
  z.strictObject({ team: TeamCode }),
  z.strictObject({ local: z.literal('township') }),
  z.strictObject({ neighbours: z.number().int().min(1).max(10) }),
  z.strictObject({ nearest: z.string().min(1).max(40) }),
]);
export type PlanStep = z.infer<typeof PlanStep>;

/** 一级 is called at once; each further level (二级增援…) adds its teams. `requiredStrength`: people wanted once it is raised; null: as many as come. */
export const PlanLevel = z.object({
  steps: z.array(PlanStep).min(1).max(40),
  requiredStrength: z.number().int().min(1).max(10_000).nullable().default(null),
});
export type PlanLevel = z.infer<typeof PlanLevel>;

const content = {
  name: z.string().trim().min(2).max(60),
  /** Empty: every severity. */
  severities: z.array(z.enum(SEVERITIES)).max(4).default([]),
  /** Empty: every township. */
  townshipCodes: z.array(TownshipCode).max(60).default([]),
  levels: z.array(PlanLevel).min(1).max(3),
  taskText: z.string().trim().max(200).default(''),
  /** The post that commands at the scene instead of the one of the incident's class. */
  sceneCommand: z.string().trim().min(2).max(60).nullable().default(null),
  basis: z.string().trim().min(2).max(100).default('本县约定'),
  /** From this version on the plan matches nothing any more. */
  retired: z.boolean().default(false),
};

/**
 * 预案, one version: which teams a type of incident calls, level by level. Of the plans that fit an incident the most specific
 * holds: by township before by severity before by type alone. `steps` and `requiredStrength` are those of the first level.
 */
export const ResponsePlanView = Version.extend({
  code: z.string(),
  typeCode: z.string(),
  ...content,
  steps: z.array(PlanStep),
  requiredStrength: z.number().int().nullable(),
});
export type ResponsePlanView = z.infer<typeof ResponsePlanView>;

/** A new version of a plan. Which type it is for stands; never back in time. */
export const EditPlan = Reason.extend({ ...content, effectiveFrom: Instant });
export type EditPlan = z.infer<typeof EditPlan>;

/** A plan of its own beside the others of its type, for some severities or townships. */
export const CreatePlan = EditPlan.extend({ typeCode: z.string().min(1).max(40), clientId: ClientId });
export type CreatePlan = z.infer<typeof CreatePlan>;

/** "An incident of this type, severity, here, now, would call …"; `levels`: as somebody thinks of changing the plan. */
export const TryPlan = z.object({
  typeCode: z.string().min(1).max(40),
  severity: z.enum(SEVERITIES),
  townshipCode: TownshipCode.optional(),
  location: LonLat.optional(),
  levels: z.array(PlanLevel).min(1).max(3).optional(),
});
export type TryPlan = z.infer<typeof TryPlan>;

/** One team a trial would call. */
export const PlanTrialTeam = z.object({
  teamCode: z.string(),
  teamShortName: z.string(),
  level: z.number().int(),
  ticked: z.boolean(),
  expectedMinutes: z.number().int().nullable(),
  reasons: z.array(z.string()),
  target: Target.omit({ dueAt: true }),
});

/** What a trial found: the plan that would hold (null: none), whom it calls level by level. */
export const PlanTrial = z.object({
  plan: z.object({ code: z.string(), version: z.number().int(), name: z.string() }).nullable(),
  teams: z.array(PlanTrialTeam),
});
export type PlanTrial = z.infer<typeof PlanTrial>;

/** How much longer the road is than the straight line, by township: 140 = 1.4 times. */
export const DetourView = z.object({
  townshipCode: z.string(),
  townshipName: z.string(),
  percent: z.number().int(),
  basis: z.string(),
});
export type DetourView = z.infer<typeof DetourView>;
export const EditDetour = Reason.extend({
  percent: z.number().int().min(100).max(400),
  basis: z.string().trim().min(2).max(100).default('本县约定'),
});
export type EditDetour = z.infer<typeof EditDetour>;
