import type { Correction, Stamps } from '@liandong/shared/order';
import type { EntityManager } from 'typeorm';
import { settledBy } from '../obligations/obligation.rules.js';
import { settleAfresh } from '../obligations/settle-obligations.js';
import { holdingStamps } from './stamps.rules.js';

/** Stamps were corrected or filled in: written, and what they settled is decided afresh by the instants that hold now. */
export async function restamp(
  tx: EntityManager,
  orderId: string,
  made: { stamps: Stamps; corrections: readonly Correction[] },
): Promise<void> {
  await writeStamps(tx, orderId, made);
  await settleByStamps(tx, orderId, made);
}

/** An order's obligations as its stamps have it. */
export const settleByStamps = (
  tx: EntityManager,
  orderId: string,
  { stamps, corrections }: { stamps: Stamps; corrections: readonly Correction[] },
): Promise<void> => settleAfresh(tx, orderId, settledBy(holdingStamps(stamps, corrections)));

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
