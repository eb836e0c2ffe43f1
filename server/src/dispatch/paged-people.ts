import type { PagedPerson } from '@liandong/shared/ladder';
import type { DataSource, EntityManager } from 'typeorm';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { findContacts } from '../teams/duty.queries.js';
import type { LockedOrder } from './order.queries.js';

type OfOrder = Pick<LockedOrder, 'id' | 'code' | 'incidentId' | 'teamCode'>;

/** Whom an order has to reach himself, and who of them answered. */
export function readPaged(database: DataSource | EntityManager, orderId: string): Promise<PagedPerson[]> {
  return database.query(
    `SELECT phone, name, post, answered_at AS "answeredAt", answered_by AS "answeredBy"
     FROM paged_people WHERE order_id = $1 ORDER BY post, phone`,
    [orderId],
  );
}

/**
 * Who has answered himself by this report: the owner of the phone; of the team's app, whoever is on duty (本县约定: the app is
 * the duty's). What the dispatcher takes down for the team is nobody's own answer.
 * @returns the phones that need not be called any more
 */
export async function noteAnswer(
  tx: EntityManager,
  order: OfOrder,
  { actor, phone, at }: { actor: Actor; phone: string | undefined; at: Date },
): Promise<string[]> {
  if (phone === undefined && actor.role !== 'team') return [];
  const paged = await readPaged(tx, order.id);
  if (paged.length === 0) return [];
  const own = phone ?? (await findContacts(tx, [order.teamCode], at)).get(order.teamCode)!.onDuty?.phone;
  const person = paged.find((one) => one.phone === own && one.answeredAt === null);
  if (person) await writeAnswer(tx, order, person, { actor, at });
  return own === undefined ? [] : [own];
}

export async function writeAnswer(
  tx: EntityManager,
  order: OfOrder,
  { phone, name }: PagedPerson,
  { actor, at }: { actor: Actor; at: Date },
): Promise<void> {
  await tx.query('UPDATE paged_people SET answered_at = $3, answered_by = $4 WHERE order_id = $1 AND phone = $2', [
    order.id,
    phone,
    at,
    actor.name,
  ]);
  await appendEvent(tx, {
    at,
    type: 'person.answered',
    actor,
    incidentId: order.incidentId,
    teamCode: order.teamCode,
    payload: { orderId: order.id, code: order.code, name, phone },
  });
}
