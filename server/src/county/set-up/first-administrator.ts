import type { FirstAdministrator as Wanted } from '@liandong/shared/county-set-up';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Account } from '../../auth/account.entity.js';
import { countAttempt } from '../../auth/count-attempt.js';
import { hashAccounts } from '../../auth/create-account.js';
import { insertRows } from '../../database/insert-rows.js';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import { SYSTEM } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { awaitsFirstAccount, hashOfKey } from './setup-keys.js';

/** Whoever holds the key that was printed at the start makes the first account, an administrator's; then no key is good any more. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem wrong-state, locked-out, not-allowed */
  async run({ key, ...wanted }: Wanted, address: string): Promise<{ username: string }> {
    const now = this.clock.now();
    // Once there is somebody, nobody makes the server hash passwords here.
    await this.transactions.run(refuseDone);
    await countAttempt(this.transactions, `setup ${address}`, now);
    const [account] = await hashAccounts([{ ...wanted, role: 'admin' }]);
    return this.transactions.run(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('liandong first account'))`);
      await refuseDone(tx);
      const [known] = await tx.query('SELECT 1 FROM setup_keys WHERE key_hash = $1', [hashOfKey(key)]);
      if (!known)
        throw new Problem('not-allowed', {
          detail: '启动密钥不对',
          advice: '密钥印在服务器启动时的窗口或日志里；找不到就重启服务器，会印出新的',
        });
      await insertRows(tx, Account, [account!]);
      await tx.query('DELETE FROM setup_keys');
      await tx.query('DELETE FROM login_failures WHERE username = $1', [`setup ${address}`]);
      const { username, displayName } = account!;
      await appendEvent(tx, {
        at: now,
        type: 'account.created',
        actor: SYSTEM,
        payload: { accounts: [{ username, displayName, role: 'admin' }], address },
      });
      return { username };
    });
  }
}

/** @throws Problem wrong-state */
async function refuseDone(tx: EntityManager): Promise<void> {
  if (await awaitsFirstAccount(tx)) return;
  throw new Problem('wrong-state', { state: 'done', detail: '管理员账号已经建好，请直接登录' });
}
