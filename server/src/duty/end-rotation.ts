import type { RotationView } from '@liandong/shared/duty';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { leaveWork, Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import type { DutyRotation } from './duty.entity.js';
import { ROTATION } from './fill-rotations.js';
import { lockDuty, ownTeam, voidSwaps } from './roster.queries.js';
import { rotationView } from './rotation.queries.js';

/** A rotation ends: shifts that have not begun are taken out, who is on duty stays to the end of his shift. */
@Injectable()
export class EndRotation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed, wrong-state (has ended) */
  run(id: string, reason: string, actor: Actor): Promise<RotationView> {
    return this.transactions.run(async (tx) => {
      await lockDuty(tx);
      const now = this.clock.now();
      const rotation = await holdRotation(tx, id, actor);
      // A shift that begins at this very instant has begun.
      await takeOutFrom(tx, id, new Date(now.getTime() + 1), now);
      await tx.query('UPDATE duty_rotations SET ends_at = $2 WHERE id = $1', [id, now]);
      const payload = { rotationId: id, before: rotationView(rotation), after: null, reason };
      await appendEvent(tx, { at: now, type: 'duty.rotation_ended', actor, teamCode: rotation.teamCode, payload });
      leaveWork(tx, 'duty');
      return rotationView({ ...rotation, endsAt: now });
    });
  }
}

/** A rotation that still holds. @throws Problem not-found, not-allowed, wrong-state */
export async function holdRotation(tx: EntityManager, id: string, actor: Actor): Promise<DutyRotation> {
  const [rotation]: DutyRotation[] = await tx.query(`${ROTATION} WHERE id = $1 FOR UPDATE`, [id]);
  if (!rotation) throw new Problem('not-found', { detail: '没有这个轮值' });
  ownTeam(actor, rotation.teamCode);
  if (rotation.endsAt) throw new Problem('wrong-state', { detail: '这个轮值已经结束', state: 'ended' });
  return rotation;
}

/** Ends where another takes over, at `at` (not before `now`): also the shift that runs across it ends there. */
export async function endRotationAt(tx: EntityManager, { id }: DutyRotation, at: Date, now: Date): Promise<void> {
  await takeOutFrom(tx, id, at, now);
  await tx.query('UPDATE duty_shifts SET ends_at = $2 WHERE rotation_id = $1 AND starts_at < $2 AND ends_at > $2', [
    id,
    at,
  ]);
  await tx.query('UPDATE duty_rotations SET ends_at = $2 WHERE id = $1', [id, at]);
}

async function takeOutFrom(tx: EntityManager, rotationId: string, at: Date, now: Date): Promise<void> {
  const [removed]: [{ id: string }[]] = await tx.query(
    'DELETE FROM duty_shifts WHERE rotation_id = $1 AND starts_at >= $2 RETURNING id',
    [rotationId, at],
  );
  await voidSwaps(
    tx,
    removed.map(({ id }) => id),
    now,
  );
}
