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
    await this.refuseWhileLocked(username);
    const [account] = await this.database.query(
      `SELECT id, username, display_name AS "displayName", role, team_code AS "teamCode", password_hash AS "passwordHash", disabled
       FROM accounts WHERE username = $1`,
      [username],
    );
    const fits = await passwordFits(account?.passwordHash ?? null, typed.password);
    if (!fits || account.disabled) {
      await this.recordFailure(username, address);
      throw new Problem('wrong-credentials');
    }
    const token = await this.sessions.open(account.id);
    await this.transactions.run(async (tx) => {
      await tx.query('DELETE FROM login_failures WHERE username = $1', [username]);
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

  private async refuseWhileLocked(username: string): Promise<void> {
    const [row] = await this.database.query('SELECT failures, last_at FROM login_failures WHERE username = $1', [
      username,
    ]);
    if (!row) return;
    const seconds = lockedSeconds(row.failures, row.last_at, this.clock.now());
    if (seconds > 0) throw new Problem('locked-out', { advice: `请在 ${seconds} 秒后再试` });
  }

  private async recordFailure(username: string, address: string): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      const [before] = await tx.query('SELECT last_at FROM login_failures WHERE username = $1 FOR UPDATE', [username]);
      const fresh = !before || isForgotten(before.last_at, now);
      await tx.query(
        `INSERT INTO login_failures (username, failures, last_at) VALUES ($1, 1, $2)
         ON CONFLICT (username) DO UPDATE SET failures = CASE WHEN $3 THEN 1 ELSE login_failures.failures + 1 END, last_at = $2`,
        [username, now, fresh],
      );
      await appendEvent(tx, { at: now, type: 'session.refused', actor: SYSTEM, payload: { username, address } });
    });
  }
}
