import { z } from 'zod';
import { Instant } from './basics.js';

/** What can be owed. One row each, one clock for all. */
export const OBLIGATION_KINDS = ['acknowledge', 'muster', 'on_scene', 'clear'] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** `missed` is a fact, not an error: a late report keeps it missed and `metAt` says how late. */
export const OBLIGATION_STATES = ['open', 'met', 'missed', 'waived'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** Why an obligation may be waived; published with the reports. */
export const WAIVER_CODES = ['stood_down', 'road_cut', 'other'] as const;

/** `dueAt` null: no fixed minutes (clearing, and the arrival of a muster order), yet still owed and measured. */
export const ObligationView = z.object({
  id: z.uuid(),
  kind: z.enum(OBLIGATION_KINDS),
  orderId: z.uuid(),
  teamCode: z.string(),
  startedAt: Instant,
  dueAt: Instant.nullable(),
  state: z.enum(OBLIGATION_STATES),
  metAt: Instant.nullable(),
  waivedReason: z.string().nullable(),
  chases: z.number().int(),
});
export type ObligationView = z.infer<typeof ObligationView>;
