import { z } from 'zod';
import { Instant } from './basics.js';

/** 到场 or 集结: what the target asks for. */
export const MEASURES = ['on_scene', 'mustered'] as const;
export type Measure = (typeof MEASURES)[number];

/** One row of 快速反应机制. `basis`: 文件依据 or 本县约定 (assumed). Seconds by the instant of issue, day or night. */
export const ResponseRuleView = z.object({
  ruleNo: z.number().int(),
  version: z.number().int(),
  teamFrom: z.enum(['urban', 'township']),
  incidentIn: z.enum(['urban', 'own_seat', 'own_outside', 'other_township', 'elsewhere']),
  measure: z.enum(MEASURES),
  daySeconds: z.number().int().positive(),
  nightSeconds: z.number().int().positive(),
  basis: z.string(),
  note: z.string(),
  effectiveFrom: Instant,
});
export type ResponseRuleView = z.infer<typeof ResponseRuleView>;

/** 预案: which teams a type of incident calls, in order. A step names a team, or the incident's own township team. */
export const ResponsePlanView = z.object({
  typeCode: z.string(),
  name: z.string(),
  steps: z.array(z.union([z.object({ team: z.string() }), z.object({ local: z.literal('township') })])),
  taskText: z.string(),
});
export type ResponsePlanView = z.infer<typeof ResponsePlanView>;

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
