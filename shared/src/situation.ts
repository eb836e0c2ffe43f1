import { z } from 'zod';
import { ClientId, Id, Instant } from './basics.js';

const people = z.number().int().min(0).max(100_000).optional();
/** Figures of a situation; what is not known is left out. */
export const Casualties = z.object({
  dead: people,
  injured: people,
  missing: people,
  trapped: people,
  rescued: people,
});
export type Casualties = z.infer<typeof Casualties>;

/** 动态报告 as the centre writes it down. */
export const AddSituation = z.object({
  text: z.string().trim().min(2).max(1000),
  casualties: Casualties.optional(),
  clientId: ClientId,
});
export type AddSituation = z.infer<typeof AddSituation>;

/** `teamCode` null: written down by the centre. */
export const SituationView = z.object({
  id: Id,
  no: z.number().int(),
  teamCode: z.string().nullable(),
  from: z.string(),
  text: z.string(),
  casualties: Casualties,
  at: Instant,
  receivedAt: Instant,
});
export type SituationView = z.infer<typeof SituationView>;
