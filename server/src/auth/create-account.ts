import type { Role } from '@liandong/shared/auth';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { newId } from '../platform/ids.js';
import { Account } from './account.entity.js';
import { hashPassword } from './passwords.js';

export interface NewAccount {
  username: string;
  displayName: string;
  role: Role;
  teamCode?: string;
  password: string;
}

/** New accounts; names are kept in lower case. Hashing is slow on purpose, so it is done side by side. */
export async function createAccounts(tx: EntityManager, accounts: readonly NewAccount[]): Promise<void> {
  const rows = accounts.map(async ({ username, password, ...account }) => ({
    ...account,
    id: newId(),
    username: username.toLowerCase(),
    passwordHash: await hashPassword(password),
    disabled: false,
  }));
  await insertRows(tx, Account, await Promise.all(rows));
}
