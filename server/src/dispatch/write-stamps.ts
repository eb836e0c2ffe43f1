import type { Correction, Stamps } from '@liandong/shared/order';
import type { EntityManager } from 'typeorm';
import { holdingStamps } from './stamps.rules.js';

/** Stamps as reported, corrections beside them, and what holds of both: written together, in this one place. */
export async function writeStamps(
  tx: EntityManager,
  orderId: string,
  { stamps, corrections }: { stamps: Stamps; corrections: readonly Correction[] },
): Promise<void> {
  const held = corrections.length > 0 ? holdingStamps(stamps, corrections) : null;
  await tx.query('UPDATE orders SET stamps = $2, corrections = $3, held_stamps = $4 WHERE id = $1', [
    orderId,
    JSON.stringify(stamps),
    JSON.stringify(corrections),
    held && JSON.stringify(held),
  ]);
}
