import type { Role } from '@liandong/shared/auth';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/ids.js';
import { Account } from './account.entity.js';
import { hashPassword } from './passwords.js';

/** A new account; the name is kept in lower case. */
export async function createAccount(
  tx: EntityManager,
  account: { username: string; displayName: string; role: Role; teamCode?: string; password: string },
): Promise<void> {
  await tx.insert(Account, {
    id: newId(),
    username: account.username.toLowerCase(),
    displayName: account.displayName,
    role: account.role,
    teamCode: account.teamCode ?? null,
    passwordHash: await hashPassword(account.password),
  });
}
