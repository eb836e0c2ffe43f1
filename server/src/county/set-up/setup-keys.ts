import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { randomWord } from '../../auth/passwords.js';
import { SetupKey } from '../county.entity.js';

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Is nobody there yet who could sign in? */
export async function awaitsFirstAccount(tx: DataSource | EntityManager): Promise<boolean> {
  const [one] = await tx.query('SELECT 1 FROM accounts LIMIT 1');
  return one === undefined;
}

/**
 * A key for the first administrator, to be printed once; null when there are accounts already. Each start makes its own: one
 * that was lost is replaced by starting again. All end with the first account.
 */
export async function makeSetupKey(database: DataSource, now: Date): Promise<string | null> {
  if (!(await awaitsFirstAccount(database))) return null;
  const key = [5, 5, 5, 5].map(randomWord).join('-');
  await database.getRepository(SetupKey).insert({ keyHash: hashOfKey(key), madeAt: now });
  return key;
}
