import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { type Actor, SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import type { Account } from './account.entity.js';
import { isForgotten, lockedSeconds } from './lockout.rules.js';
import { passwordFits } from './passwords.js';
import { Sessions } from './sessions.js';

/** Sign in with name and password. @throws Problem wrong-credentials, locked-out */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async run(
    typed: { username: string; password: string },
    address: string,
  ): Promise<{ token: string; account: Account }> {
    const username = typed.username.toLowerCase();
    await this.countAttempt(username, address);
    const [account] = await this.database.query(
      `SELECT id, username, display_name AS "displayName", role, team_code AS "teamCode", password_hash AS "passwordHash", disabled
       FROM accounts WHERE username = $1`,
      [username],
    );
    const fits = await passwordFits(account?.passwordHash ?? null, typed.password);
    if (!fits || account.disabled) {
      await this.recordRefusal(account ? username : null, address);
      throw new Problem('wrong-credentials');
    }
    const token = await this.sessions.open(account.id);
    await this.transactions.run(async (tx) => {
      await tx.query('DELETE FROM login_failures WHERE username = $1', [attemptKey(username, address)]);
      const actor = {
        accountId: account.id,
        name: account.displayName,
        role: account.role,
        teamCode: account.teamCode,
      };
      await appendEvent(tx, { at: this.clock.now(), type: 'session.opened', actor, payload: { username, address } });
    });
    return { token, account };
  }

  /** End the session everywhere: every node forgets it, its sockets are closed. */
  async out(token: string, actor: Actor): Promise<void> {
    await this.sessions.end(token);
    await this.transactions.run((tx) =>
      appendEvent(tx, { at: this.clock.now(), type: 'session.ended', actor, payload: { accountId: actor.accountId } }),
    );
  }

  /**
   * Counted before the password is looked at, so that guessing side by side gains nothing; a right one clears the count.
   * By name and address: who guesses from elsewhere does not shut out the hall.
   */
  private async countAttempt(username: string, address: string): Promise<void> {
    const now = this.clock.now();
    const key = attemptKey(username, address);
    const wait = await this.transactions.run(async (tx) => {
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

  /** A name nobody has may be a password typed into the wrong field: it is not written down. */
  private async recordRefusal(username: string | null, address: string): Promise<void> {
    await this.transactions.run((tx) =>
      appendEvent(tx, { at: this.clock.now(), type: 'session.refused', actor: SYSTEM, payload: { username, address } }),
    );
  }
}

const attemptKey = (username: string, address: string): string => `${username} ${address}`;
