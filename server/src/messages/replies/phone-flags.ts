import type { PhoneFlag, PhoneFlagView } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { listPhones } from '../../teams/phone.queries.js';

/** Numbers something is wrong with, until somebody has checked them. */
@Injectable()
export class PhoneFlags {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Newest first, with whose number it is. */
  async list(): Promise<PhoneFlagView[]> {
    const rows: Omit<PhoneFlagView, 'ownerName' | 'teamCode'>[] = await this.database.query(
      'SELECT phone, flag, since, because FROM phone_flags ORDER BY since DESC, phone',
    );
    if (rows.length === 0) return [];
    const owners = new Map((await listPhones(this.database)).map((owner) => [owner.number, owner]));
    return rows.map((row) => {
      const owner = owners.get(row.phone);
      return { ...row, ownerName: owner?.ownerName ?? null, teamCode: owner?.teamCode ?? null };
    });
  }

  /** The number was checked. @throws Problem not-found when it is not marked so */
  clear(phone: string, { flag, reason }: { flag: PhoneFlag; reason: string }, actor: Actor): Promise<void> {
    return this.transactions.run(async (tx) => {
      const [, gone] = await tx.query('DELETE FROM phone_flags WHERE phone = $1 AND flag = $2', [phone, flag]);
      if (gone === 0) throw new Problem('not-found', { detail: '这个号码没有此项标记' });
      await appendEvent(tx, { at: this.clock.now(), type: 'phone.cleared', actor, payload: { phone, flag, reason } });
    });
  }
}
