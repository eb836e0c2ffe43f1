import type { SettingView } from '@liandong/shared/response-rule';
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

/** The same with title, bounds and what each rests on; a number nobody ever changed is as the county began with it. */
export async function settingViews(tx: EntityManager | DataSource): Promise<SettingView[]> {
  const rows: { key: string; value: number; basis: string }[] = await tx.query(
    'SELECT key, value, basis FROM settings',
  );
  const kept = new Map(rows.map(({ key, value, basis }) => [key, { value, basis }]));
  return Object.entries(SETTINGS).map(([key, setting]) => ({ key, ...setting, ...kept.get(key) }));
}
