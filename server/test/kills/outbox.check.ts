import type { Broken } from './promises.check.js';
import type { Providers } from './providers.js';
import type { Sql } from './sql.js';

/** The whole outbox and log as they stand: nothing hangs, nothing contradicts itself. */
const WRONG: Record<string, string> = {
  'sending, though its lease has lapsed': `
    SELECT id::text AS what FROM outgoing_messages WHERE state = 'sending' AND lease_until < now() - interval '1 s'`,
  'due, urgent and not handed over': `
    SELECT id || ' ' || channel || ' ' || purpose || ' ' || state || ' ' || COALESCE(provider_code, '') AS what
    FROM outgoing_messages
    WHERE state IN ('queued', 'sending') AND priority < 5 AND NOT withdrawn AND due_at < now() - interval '3 s'`,
  'an attempt under way of a message that is not being sent': `
    SELECT a.id || ' ' || a.line || ' of ' || m.id || ' ' || m.state AS what FROM message_attempts a
    JOIN outgoing_messages m ON m.id = a.message_id
    WHERE a.state = 'under_way' AND m.state <> 'sending' AND a.at < now() - interval '3 s'`,
  'two messages that were one at the provider': `
    SELECT line || ' ' || provider_id AS what FROM message_attempts WHERE provider_id IS NOT NULL
    GROUP BY line, provider_id HAVING count(DISTINCT message_id) > 1`,
  'an event that is not sealed': `
    SELECT id::text AS what FROM event_log WHERE position IS NULL AND at < now() - interval '3 s'`,
  'a consumer that stands': `
    SELECT c.name AS what FROM event_consumers c WHERE c.name = 'dispatch' AND EXISTS (
      SELECT 1 FROM event_log e WHERE e.position > c.position AND e.at < now() - interval '3 s'
        AND e.type IN ('reply.received', 'messages.progressed', 'obligation.reminded', 'obligation.missed'))`,
  'an event passed over': `SELECT payload::text AS what FROM event_log WHERE type = 'consumer.failed'`,
};

export async function brokenOutbox(sql: Sql): Promise<Broken[]> {
  const all: Broken[] = [];
  for (const [what, query] of Object.entries(WRONG)) {
    const rows = await sql.rows<{ what: string }>(`${query} LIMIT 5`);
    all.push(...rows.map((row) => `${what}: ${row.what}`));
  }
  return all;
}

/** What counts as sent is at the provider, under the reference it was recorded with. */
export async function brokenWord(sql: Sql, { gateway, twilio }: Providers): Promise<Broken[]> {
  const rows = await sql.rows<{ id: string; line: string; providerId: string | null; state: string }>(
    `SELECT m.id, m.state, a.line, a.provider_id AS "providerId" FROM outgoing_messages m
     LEFT JOIN LATERAL (SELECT line, provider_id FROM message_attempts WHERE message_id = m.id
                          AND state IN ('accepted', 'delivered', 'undelivered') ORDER BY at DESC LIMIT 1) a ON true
     WHERE m.state IN ('sent', 'delivered') AND m.channel <> 'app'`,
  );
  const taken: Record<string, Set<string>> = {
    'gateway-sms': new Set([...gateway.texts.values()].map(({ providerId }) => providerId)),
    'twilio-sms': new Set(twilio.messages.map(({ sid }) => sid)),
    'twilio-voice': new Set(twilio.calls.map(({ sid }) => sid)),
  };
  return rows
    .filter(({ line, providerId }) => !providerId || !taken[line]?.has(providerId))
    .map(({ id, state, line, providerId }) => `message ${id} is ${state}, and ${line} does not know ${providerId}`);
}
