import type { DataSource, EntityManager } from 'typeorm';
import type { PushSubscription } from './push.entity.js';

/** Browsers that take a team's pushes; none of an account that was disabled. */
export function subscriptionsOf(
  database: DataSource,
  teamCode: string,
): Promise<Pick<PushSubscription, 'endpoint' | 'keys'>[]> {
  return database.query(
    `SELECT s.endpoint, s.keys FROM push_subscriptions s JOIN accounts a ON a.id = s.account_id
     WHERE s.team_code = $1 AND NOT a.disabled ORDER BY s.created_at`,
    [teamCode],
  );
}

/** How many browsers take an account's pushes, this one apart. */
export async function countOthers(tx: EntityManager, accountId: string, endpoint: string): Promise<number> {
  const [{ others }] = await tx.query(
    'SELECT count(*)::int AS others FROM push_subscriptions WHERE account_id = $1 AND endpoint <> $2',
    [accountId, endpoint],
  );
  return others;
}

/** The push of a message to this team, the latest attempt. */
export async function pushOf(database: DataSource, messageId: string, teamCode: string): Promise<string | null> {
  const [attempt] = await database.query(
    `SELECT a.id FROM message_attempts a JOIN outgoing_messages m ON m.id = a.message_id
     WHERE a.message_id = $1 AND a.line = 'push-app' AND m.team_code = $2 AND a.state <> 'refused' ORDER BY a.at DESC, a.id DESC LIMIT 1`,
    [messageId, teamCode],
  );
  return attempt?.id ?? null;
}
