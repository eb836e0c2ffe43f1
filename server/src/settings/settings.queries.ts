import type { DataSource, EntityManager } from 'typeorm';
import { SETTINGS, type SettingKey, type Settings } from './settings.table.js';

/** The county's numbers in force now. */
export async function readSettings(tx: EntityManager | DataSource): Promise<Settings> {
  const rows: { key: SettingKey; value: number }[] = await tx.query('SELECT key, value FROM settings');
  const settings = Object.fromEntries(
    Object.entries(SETTINGS).map(([key, setting]) => [key, setting.value]),
  ) as Settings;
  for (const row of rows) if (row.key in settings) settings[row.key] = row.value;
  return settings;
}
