import { z } from 'zod';
import { Instant } from './basics.js';

/**
 * What every version of a rule, plan or number of the county has. `effectiveFrom`: its instant of effect, never back in time.
 * `editedBy` and `reason` null: the version the county began with. `withdrawnAt`: taken back before it took effect.
 */
export const Version = z.object({
  version: z.number().int(),
  basis: z.string(),
  effectiveFrom: Instant,
  editedBy: z.string().nullable(),
  editedAt: Instant.nullable(),
  reason: z.string().nullable(),
  withdrawnAt: Instant.nullable(),
});
