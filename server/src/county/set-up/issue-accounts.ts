import type { IssuedLogin, NewAccounts } from '@liandong/shared/county-set-up';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Account } from '../../auth/account.entity.js';
import { hashAccounts } from '../../auth/create-account.js';
import { randomPassword } from '../../auth/passwords.js';
import { insertRows } from '../../database/insert-rows.js';
import { isDuplicate, Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';

/** Accounts with passwords of chance, told once: for the posts that were named, and for each team that has none. */
@Injectable()
export class IssueAccounts {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem bad-request (a name is taken, or given twice) */
  async run({ staff, teams }: NewAccounts, actor: Actor): Promise<IssuedLogin[]> {
    await this.refuseTaken(staff.map(({ username }) => username.toLowerCase()));
    const wanted = [...staff, ...(teams ? await this.teamsWithout() : [])].map((one) => ({
      ...one,
      password: randomPassword(),
    }));
    const accounts = await hashAccounts(wanted);
    const told = accounts.map(({ username, displayName, role }) => ({ username, displayName, role }));
    const at = this.clock.now();
    try {
      await this.transactions.run(async (tx) => {
        await insertRows(tx, Account, accounts);
        if (accounts.length > 0)
          await appendEvent(tx, { at, type: 'account.created', actor, payload: { accounts: told } });
      });
    } catch (error) {
      if (isDuplicate(error, 'accounts_username'))
        throw new Problem('wrong-state', { state: 'taken', detail: '账号刚由别人建好，请刷新' });
      throw error;
    }
    return told.map((one, index) => ({ ...one, password: wanted[index]!.password }));
  }

  private async refuseTaken(names: readonly string[]): Promise<void> {
    const taken: { username: string }[] = await this.database.query(
      'SELECT username FROM accounts WHERE username = ANY($1)',
      [names],
    );
    const fields = names.flatMap((name, index) => {
      const message = taken.some(({ username }) => username === name)
        ? '用户名已有人用'
        : names.indexOf(name) < index
          ? '用户名重复'
          : null;
      return message ? [{ path: `staff.${index}.username`, message }] : [];
    });
    if (fields.length > 0) throw new Problem('bad-request', { fields });
  }

  private teamsWithout(): Promise<{ username: string; displayName: string; role: 'team'; teamCode: string }[]> {
    return this.database.query(
      `SELECT lower(code) AS username, short_name AS "displayName", 'team' AS role, code AS "teamCode" FROM teams t
       WHERE retired_at IS NULL AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.team_code = t.code OR a.username = lower(t.code))
       ORDER BY sort_order`,
    );
  }
}
