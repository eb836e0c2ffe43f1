import { randomInt } from 'node:crypto';
import { XIANJU } from '@liandong/seed/xianju/county';
import type { Role } from '@liandong/shared/auth';
import type { EntityManager } from 'typeorm';
import { createAccounts } from '../auth/create-account.js';

const STAFF: { username: string; displayName: string; role: Role }[] = [
  { username: 'dispatcher', displayName: '演示-调度员', role: 'dispatcher' },
  { username: 'supervisor', displayName: '演示-值班长', role: 'supervisor' },
  { username: 'commander', displayName: '演示-总指挥', role: 'commander' },
  { username: 'admin', displayName: '演示-管理员', role: 'admin' },
  { username: 'auditor', displayName: '演示-审计员', role: 'auditor' },
];

/** Letters and digits nobody mixes up when reading them aloud. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const randomPassword = (): string => Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

export interface NewLogin {
  username: string;
  password: string;
  displayName: string;
}

/**
 * One account per post in the hall and one per team, named as the team's code.
 * @param password for all of them; without it each gets its own random one
 * @returns what has to be shown once, at this first start
 */
export async function createDemoAccounts(tx: EntityManager, password: string | undefined): Promise<NewLogin[]> {
  const teams = XIANJU.teams.map((team) => ({
    username: team.code.toLowerCase(),
    displayName: team.shortName,
    role: 'team' as const,
    teamCode: team.code,
  }));
  const accounts = [...STAFF, ...teams].map((account) => ({ ...account, password: password ?? randomPassword() }));
  await createAccounts(tx, accounts);
  return accounts;
}
