import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { type Actor, SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import type { Account } from './account.entity.js';
import { countAttempt } from './count-attempt.js';
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
    await countAttempt(this.transactions, attemptKey(username, address), this.clock.now());
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

  /** A name nobody has may be a password typed into the wrong field: it is not written down. */
  private async recordRefusal(username: string | null, address: string): Promise<void> {
    await this.transactions.run((tx) =>
      appendEvent(tx, { at: this.clock.now(), type: 'session.refused', actor: SYSTEM, payload: { username, address } }),
    );
  }
}

const attemptKey = (username: string, address: string): string => `${username} ${address}`;
