import type { Transactions } from '../database/transaction.js';
import { Problem } from '../platform/problem.js';
import { isForgotten, lockedSeconds } from './lockout.rules.js';

/**
 * Counted before the secret is looked at, so that guessing side by side gains nothing; a right one clears the count.
 * By name and address: who guesses from elsewhere does not shut out the hall.
 * @throws Problem locked-out
 */
export async function countAttempt(transactions: Transactions, key: string, now: Date): Promise<void> {
  const wait = await transactions.run(async (tx) => {
    await tx.query(
      'INSERT INTO login_failures (username, failures, last_at) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING',
      [key, now],
    );
    const [before] = await tx.query('SELECT failures, last_at FROM login_failures WHERE username = $1 FOR UPDATE', [
      key,
    ]);
    const seconds = lockedSeconds(before.failures, before.last_at, now);
    if (seconds > 0) return seconds;
    const failures = isForgotten(before.last_at, now) ? 1 : before.failures + 1;
    await tx.query('UPDATE login_failures SET failures = $2, last_at = $3 WHERE username = $1', [key, failures, now]);
    return 0;
  });
  if (wait > 0) throw new Problem('locked-out', { advice: `请在 ${wait} 秒后再试` });
}
