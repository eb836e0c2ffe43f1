import type { Channel, PhoneFlag } from '@liandong/shared/message';
import type { EntityManager } from 'typeorm';
import { appendEvents } from '../../events/append-event.js';
import { SYSTEM } from '../../platform/actor.js';
import type { CodeClass } from './code.rules.js';

/** What a refusal says of the number itself. An order that a voice call did not reach says nothing of the number. */
const SAYS: Partial<Record<CodeClass, PhoneFlag>> = { number: 'unreachable', unsubscribed: 'unsubscribed' };

/** A provider said that a number takes no texts: known from now on, and shown until somebody has checked it. */
export async function flagPhones(
  tx: EntityManager,
  refusals: readonly { phone: string; channel: Channel; means: CodeClass; words: string }[],
  at: Date,
): Promise<void> {
  for (const { phone, channel, means, words } of refusals) {
    const flag = channel === 'sms' ? SAYS[means] : undefined;
    if (flag) await flagPhone(tx, { phone, flag, because: words }, at);
  }
}

/** Mark a number; one that is marked already keeps its first reason. */
export async function flagPhone(
  tx: EntityManager,
  { phone, flag, because }: { phone: string; flag: PhoneFlag; because: string },
  at: Date,
): Promise<void> {
  const rows = await tx.query(
    'INSERT INTO phone_flags (phone, flag, since, because) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING phone',
    [phone, flag, at, because],
  );
  if (rows.length > 0)
    await appendEvents(tx, [{ at, type: 'phone.flagged', actor: SYSTEM, payload: { phone, flag, because } }]);
}
