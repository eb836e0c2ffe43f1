import type { DetourView, EditDetour } from '@liandong/shared/plan';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';

/** Where nobody said otherwise the road is 1.4 times the straight line (本县约定). */
export const USUAL_DETOUR = 140;

/** 绕行系数 of the townships: read, and changed with a reason. What is changed holds from the moment it is saved. */
@Injectable()
export class Detours {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(): Promise<DetourView[]> {
    return readDetours(this.database);
  }

  /** @throws Problem not-found */
  edit(code: string, { percent, basis, reason }: EditDetour, actor: Actor): Promise<DetourView> {
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM townships WHERE code = $1 FOR UPDATE', [code]);
      const [before] = await readDetours(tx, code);
      if (!before) throw new Problem('not-found', { detail: '没有这个乡镇街道' });
      await tx.query(
        `INSERT INTO township_detours (township_code, percent, basis) VALUES ($1, $2, $3)
         ON CONFLICT (township_code) DO UPDATE SET percent = $2, basis = $3`,
        [code, percent, basis],
      );
      const after = { ...before, percent, basis };
      const payload = { township: before.townshipName, before, after, reason };
      await appendEvent(tx, { at: this.clock.now(), type: 'detour.edited', actor, payload });
      return after;
    });
  }
}

function readDetours(tx: EntityManager | DataSource, code: string | null = null): Promise<DetourView[]> {
  return tx.query(
    `SELECT t.code AS "townshipCode", t.name AS "townshipName", COALESCE(d.percent, $1::int) AS percent,
            COALESCE(d.basis, '本县约定') AS basis
     FROM townships t LEFT JOIN township_detours d ON d.township_code = t.code
     WHERE $2::text IS NULL OR t.code = $2 ORDER BY t.code`,
    [USUAL_DETOUR, code],
  );
}
