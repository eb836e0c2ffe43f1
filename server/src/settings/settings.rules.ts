import { RISING, SETTINGS, type SettingKey, type Settings } from './settings.table.js';

/**
 * What is wrong with a new value of one number of the county, in Chinese; null: nothing. Whole, within its bounds, and in
 * line with the numbers that must rise one after the other.
 * @param settings the numbers in force now
 */
export function whyNotSet(key: SettingKey, value: number, settings: Settings): string | null {
  const { min, max, unit } = SETTINGS[key];
  if (!Number.isInteger(value)) return '须为整数';
  if (value < min || value > max) return `须在 ${min} 至 ${max} ${unit}之间`;
  const after = { ...settings, [key]: value };
  const broken = RISING.find(([less, more]) => (key === less || key === more) && after[less] >= after[more]);
  return broken ? `“${SETTINGS[broken[0]].title}”须小于“${SETTINGS[broken[1]].title}”` : null;
}
