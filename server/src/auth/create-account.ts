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

/** Accounts ready to be written. Hashing is slow on purpose, so it is done side by side and outside any transaction. */
export function hashAccounts(accounts: readonly NewAccount[]): Promise<Account[]> {
  const rows = accounts.map(async ({ username, password, teamCode, ...account }) => ({
    ...account,
    teamCode: teamCode ?? null,
    id: newId(),
    username: username.toLowerCase(),
    passwordHash: await hashPassword(password),
    disabled: false,
  }));
  return Promise.all(rows);
}

/** New accounts; names are kept in lower case. */
export async function createAccounts(tx: EntityManager, accounts: readonly NewAccount[]): Promise<void> {
  await insertRows(tx, Account, await hashAccounts(accounts));
}
