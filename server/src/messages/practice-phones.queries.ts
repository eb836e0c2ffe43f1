import type { PracticePhone } from '@liandong/shared/message';
import type { DataSource } from 'typeorm';
import { groupBy } from '../platform/group-by.js';
import type { PhoneOwner } from '../teams/phone.queries.js';
import type { ExpertPhone } from './expert-phones.queries.js';

type Entry = PracticePhone['entries'][number] & { phone: string };

/** What a phone shows goes back this far. */
const HOURS = 24;

/**
 * The practice phones as their owners would see them: what arrived (texts, calls) and what they answered, oldest first.
 * @param activeOnly only phones with something on them
 */
export async function readPracticePhones(
  database: DataSource,
  owners: readonly (PhoneOwner | ExpertPhone)[],
  now: Date,
  activeOnly: boolean,
): Promise<PracticePhone[]> {
  const entries: Entry[] = await database.query(
    `SELECT * FROM (
       SELECT phone, id, 'in' AS direction, channel, text, sent_at AS at, order_code AS "orderCode"
       FROM outgoing_messages WHERE state IN ('sent', 'delivered') AND line IN ('practice-sms', 'practice-voice') AND sent_at > $1
       UNION ALL
       SELECT phone, id, 'out', channel, text, received_at, NULL FROM incoming_replies WHERE received_at > $1 AND provider_key LIKE 'practice-%'
     ) traffic ORDER BY at`,
    [new Date(now.getTime() - HOURS * 3_600_000)],
  );
  const byPhone = groupBy(entries, (entry) => entry.phone);
  const phones = owners.map((owner) => ({ ...owner, entries: byPhone.get(owner.number) ?? [] }));
  return phones
    .filter((phone) => !activeOnly || phone.entries.length > 0)
    .map((phone) => ({
      ...phone,
      unanswered: unanswered(phone.entries),
      entries: phone.entries.map(({ phone: _, ...entry }) => entry),
    }));
}

function unanswered(entries: readonly Entry[]): number {
  const lastAnswer = entries.findLastIndex((entry) => entry.direction === 'out');
  return entries.length - 1 - lastAnswer;
}
