import type { RotationView } from '@liandong/shared/duty';
import type { DutyRotation } from './duty.entity.js';

/** A rotation in the shape of the contract. */
export function rotationView({ clientId: _, filledUntil: __, ...rotation }: DutyRotation): RotationView {
  return {
    ...rotation,
    effectiveFrom: rotation.effectiveFrom.toISOString(),
    endsAt: rotation.endsAt?.toISOString() ?? null,
    createdAt: rotation.createdAt.toISOString(),
  };
}
