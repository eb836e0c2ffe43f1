import type { IssuedLogin } from '@liandong/shared/county-set-up';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { hashPassword, randomPassword } from './passwords.js';

/** Somebody's password slip was lost: a new password of chance, told once. Whoever was signed in with the old one is not any more. */
@Injectable()
export class RenewPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state (closed) */
  async run(username: string, reason: string, actor: Actor): Promise<IssuedLogin> {
    const password = randomPassword();
    const passwordHash = await hashPassword(password);
    return this.transactions.run(async (tx) => {
      const [account] = await tx.query(
        'SELECT id, username, display_name AS "displayName", role, disabled FROM accounts WHERE username = $1 FOR UPDATE',
        [username.toLowerCase()],
      );
      if (!account) throw new Problem('not-found', { detail: '没有这个账号' });
      if (account.disabled) throw new Problem('wrong-state', { state: 'disabled', detail: '这个账号已停用' });
      const { id, disabled: _, ...told } = account;
      await tx.query('UPDATE accounts SET password_hash = $2 WHERE id = $1', [id, passwordHash]);
      await tx.query('DELETE FROM sessions WHERE account_id = $1', [id]);
      // Failures are counted by name and address; he need not wait with the new one.
      await tx.query(`DELETE FROM login_failures WHERE split_part(username, ' ', 1) = $1`, [told.username]);
      const at = this.clock.now();
      await appendEvent(tx, { at, type: 'account.password_renewed', actor, payload: { ...told, reason } });
      await appendEvent(tx, { at, type: 'session.ended', actor, payload: { accountId: id } });
      return { ...told, password };
    });
  }
}
