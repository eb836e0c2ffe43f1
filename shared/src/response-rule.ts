import { z } from 'zod';
import { Instant, LonLat, Reason, TeamCode } from './basics.js';
import { Version } from './version.js';

/** 到场 or 集结: what the target asks for. */
export const MEASURES = ['on_scene', 'mustered'] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * One version of one row of 快速反应机制. `basis`: 文件依据 or 本县约定 (assumed). Seconds by the instant of issue, day or night.
 * In force at an instant is, of each rule, the version not withdrawn with the latest `effectiveFrom` that has come (of two with
 * the same, the newer). `editedBy` null: the version the county began with. A version can be withdrawn until it takes effect.
 */
export const ResponseRuleView = Version.extend({
  ruleNo: z.number().int(),
  teamFrom: z.enum(['urban', 'township']),
  incidentIn: z.enum(['urban', 'own_seat', 'own_outside', 'other_township', 'elsewhere']),
  measure: z.enum(MEASURES),
  daySeconds: z.number().int().positive(),
  nightSeconds: z.number().int().positive(),
  note: z.string(),
});
export type ResponseRuleView = z.infer<typeof ResponseRuleView>;

/** The target as frozen on an order; later edits of the rules change nothing here. `placeUnknown`: the stricter rule was taken because the place was not known. */
export const Target = z.object({
  measure: z.enum(MEASURES),
  seconds: z.number().int().positive(),
  dueAt: Instant,
  ruleNo: z.number().int(),
  ruleVersion: z.number().int(),
  basis: z.string(),
  daytime: z.boolean(),
  placeUnknown: z.boolean(),
  why: z.string(),
});
export type Target = z.infer<typeof Target>;

const ruleSeconds = z.number().int().min(60).max(86_400);

/** A new version of a rule. What a rule is about (from, to) stands; minutes, measure and basis may change. Never back in time. */
export const EditRule = Reason.extend({
  measure: z.enum(MEASURES),
  daySeconds: ruleSeconds,
  nightSeconds: ruleSeconds,
  basis: z.string().trim().min(2).max(100),
  note: z.string().trim().max(300).default(''),
  effectiveFrom: Instant,
});
export type EditRule = z.infer<typeof EditRule>;

/** Minutes after local midnight: 420 = 07:00. Day is [from, to), over midnight when from > to. Effective-dated like the rules. */
export const DayHoursView = Version.extend({
  dayFromMinutes: z.number().int(),
  dayToMinutes: z.number().int(),
});
export type DayHoursView = z.infer<typeof DayHoursView>;

export const EditDayHours = Reason.extend({
  dayFromMinutes: z.number().int().min(0).max(1439),
  dayToMinutes: z.number().int().min(0).max(1439),
  basis: z.string().trim().min(2).max(100),
  effectiveFrom: Instant,
});
export type EditDayHours = z.infer<typeof EditDayHours>;

/** "An order now from 白塔镇 to 淡竹乡 would owe …": the teams asked about, the place, the instant, and versions not yet saved. */
export const PreviewTargets = z.object({
  teamCodes: z.array(TeamCode).max(60).optional(),
  location: LonLat.optional(),
  townshipCode: z
    .string()
    .regex(/^[0-9]{3}$/)
    .optional(),
  at: Instant.optional(),
  drafts: z
    .array(EditRule.pick({ measure: true, daySeconds: true, nightSeconds: true }).extend({ ruleNo: z.number().int() }))
    .max(20)
    .default([]),
});
export type PreviewTargets = z.infer<typeof PreviewTargets>;

/** What one team would owe. `obligations` in the order their clocks run out; null: without fixed minutes. */
export const TargetPreview = z.object({
  teamCode: z.string(),
  teamShortName: z.string(),
  target: Target,
  obligations: z.array(z.object({ kind: z.string(), dueAt: Instant.nullable() })),
});
export type TargetPreview = z.infer<typeof TargetPreview>;

/** 乡镇政府所在地区域: a radius round the seat, or a polygon (one ring, closed or not, WGS-84) that takes its place. */
export const EditSeatArea = Reason.extend({
  radiusMeters: z.number().int().min(100).max(20_000),
  ring: z.array(LonLat).min(3).max(500).nullable().default(null),
});
export type EditSeatArea = z.infer<typeof EditSeatArea>;

/** A number of the county, with what it rests on; `min` and `max` are what makes sense. */
export const SettingView = z.object({
  key: z.string(),
  title: z.string(),
  value: z.number(),
  unit: z.string(),
  basis: z.string(),
  min: z.number(),
  max: z.number(),
});
export type SettingView = z.infer<typeof SettingView>;
export const EditSetting = Reason.extend({ value: z.number(), basis: z.string().trim().min(2).max(100).optional() });
export type EditSetting = z.infer<typeof EditSetting>;
