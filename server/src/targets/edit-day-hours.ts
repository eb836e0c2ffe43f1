import type { EditDayHours as Wanted } from '@liandong/shared/response-rule';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { DayHours } from './response-rule.entity.js';
import { dayHoursVersions } from './rules-in-force.queries.js';
import { effectOf, versionToWithdraw } from './version-problems.js';
import { inForce, nextVersion } from './versions.rules.js';

/** New versions of the hours that divide day from night, and taking back those that have not come into effect. */
@Injectable()
export class EditDayHours {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem bad-request (back in time, or no hour left for day or night) */
  run(wanted: Wanted, actor: Actor): Promise<DayHours> {
    if (wanted.dayFromMinutes === wanted.dayToMinutes) throw Problem.field('dayToMinutes', '白天的起止不能是同一时刻');
    return this.transactions.run(async (tx) => {
      const versions = await lockVersions(tx);
      const now = this.clock.now();
      const hours = newVersion(versions, wanted, actor, now);
      await insertRows(tx, DayHours, [hours]);
      const replaced = inForce(versions, hours.effectiveFrom);
      const change = { before: replaced ? content(replaced) : null, after: content(hours), reason: wanted.reason };
      await appendEvent(tx, { at: now, type: 'day_hours.edited', actor, payload: { ...named(hours), ...change } });
      return hours;
    });
  }

  /** @throws Problem not-found, wrong-state (in effect, or withdrawn already) */
  withdraw(version: number, reason: string, actor: Actor): Promise<DayHours> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const hours = versionToWithdraw(await lockVersions(tx), version, now);
      await tx.update(DayHours, { version }, { withdrawnAt: now });
      const change = { before: content(hours), after: null, reason };
      await appendEvent(tx, { at: now, type: 'day_hours.withdrawn', actor, payload: { ...named(hours), ...change } });
      return { ...hours, withdrawnAt: now };
    });
  }
}

/** All versions; who else wants to change them waits. */
async function lockVersions(tx: EntityManager): Promise<DayHours[]> {
  await tx.query('SELECT 1 FROM day_hours FOR UPDATE');
  return dayHoursVersions(tx);
}

function newVersion(versions: readonly DayHours[], wanted: Wanted, actor: Actor, now: Date): DayHours {
  return {
    version: nextVersion(versions),
    ...content(wanted),
    effectiveFrom: effectOf(wanted.effectiveFrom, now),
    editedBy: actor.name,
    editedAt: now,
    reason: wanted.reason,
    withdrawnAt: null,
  };
}

const named = ({ version, effectiveFrom }: DayHours) => ({ version, effectiveFrom });

const content = ({ dayFromMinutes, dayToMinutes, basis }: Omit<Wanted, 'effectiveFrom' | 'reason'>) => ({
  dayFromMinutes,
  dayToMinutes,
  basis,
});
