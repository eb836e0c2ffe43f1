import type { DataSource } from 'typeorm';
import { createDemoAccounts, type NewLogin } from './demo-accounts.js';
import { extendDemoDuty } from './demo-duty.js';
import { isDemo, loadDemoCounty, loadDemoEquipment } from './load-demo-county.js';

/**
 * First start of a demo: the county and its accounts into an empty database. Later starts fill up the roster.
 * A database with a county of its own is left alone. Nodes that start together take turns.
 */
export function seedDemo(
  database: DataSource,
  password: string | undefined,
  now: Date,
  zone = 'Asia/Shanghai',
): Promise<NewLogin[]> {
  return database.transaction(async (tx) => {
    await tx.query('SET LOCAL lock_timeout = 0');
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('liandong demo'))`);
    const [filled] = await tx.query('SELECT 1 FROM teams LIMIT 1');
    if (filled && !(await isDemo(tx))) return [];
    if (!filled) await loadDemoCounty(tx, now);
    await loadDemoEquipment(tx);
    await extendDemoDuty(tx, now, zone);
    return filled ? [] : createDemoAccounts(tx, password);
  });
}
