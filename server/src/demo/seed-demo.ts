import type { DataSource } from 'typeorm';
import { createDemoAccounts, type NewLogin } from './demo-accounts.js';
import { extendDemoDuty, loadDemoCounty } from './load-demo-county.js';

/** First start of a demo: the county and its accounts. Later starts: only the roster is filled up. */
export function seedDemo(database: DataSource, password: string | undefined, now: Date): Promise<NewLogin[]> {
  return database.transaction(async (tx) => {
    const [filled] = await tx.query('SELECT 1 FROM teams LIMIT 1');
    if (!filled) await loadDemoCounty(tx);
    await extendDemoDuty(tx, now);
    return filled ? [] : createDemoAccounts(tx, password);
  });
}
