import type { ReferralView } from '@liandong/shared/incident.acts';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { Referral } from './course.entity.js';

const COLUMNS = `id, unit, phone, reason, sent_at AS "sentAt", sent_by AS by, received_at AS "receivedAt",
  received_by AS "receivedBy", note`;

/** The receipt of a 分流: who of the unit took it over. */
@Injectable()
export class ConfirmReferral {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state when there is a receipt already */
  run(id: string, receipt: { receivedBy: string; note?: string }, actor: Actor): Promise<ReferralView> {
    return this.transactions.run(async (tx) => {
      const [row] = await tx.query(
        'SELECT incident_id AS "incidentId", unit, received_at AS "receivedAt" FROM referrals WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!row) throw new Problem('not-found', { detail: '没有这份分流单' });
      if (row.receivedAt) throw new Problem('wrong-state', { state: 'received', detail: '回执已登记' });
      const at = this.clock.now();
      await tx.query('UPDATE referrals SET received_at = $2, received_by = $3, note = $4 WHERE id = $1', [
        id,
        at,
        receipt.receivedBy,
        receipt.note ?? null,
      ]);
      const payload = { referralId: id, unit: row.unit, ...receipt };
      await appendEvent(tx, { at, type: 'referral.received', actor, incidentId: row.incidentId, payload });
      const [view] = await tx.query(`SELECT ${COLUMNS} FROM referrals WHERE id = $1`, [id]);
      return view;
    });
  }
}

/** To whom an incident was handed on, oldest first. */
export function readReferrals(database: DataSource | EntityManager, incidentId: string): Promise<ReferralView[]> {
  return database.query(`SELECT ${COLUMNS} FROM referrals WHERE incident_id = $1 ORDER BY sent_at`, [incidentId]);
}

/** @returns the referral's id */
export async function handOn(
  tx: EntityManager,
  referral: Pick<Referral, 'incidentId' | 'unit' | 'phone' | 'reason' | 'sentAt' | 'sentBy'>,
): Promise<string> {
  const id = newId();
  await insertRows(tx, Referral, [{ ...referral, id }]);
  return id;
}
