/**
 * The county's numbers and what they rest on; the values a county starts with. Edited in the table `settings`, never here.
 * 文件依据 = the county's founding document; 本县约定 = the document is silent, the county decides.
 */
export const SETTINGS = {
  dayStartHour: { value: 7, unit: '时', basis: '本县约定' },
  dayEndHour: { value: 19, unit: '时', basis: '本县约定' },
  acknowledgeSeconds: { value: 180, unit: '秒', basis: '本县约定' },
  ladderSecondStepSeconds: { value: 120, unit: '秒', basis: '本县约定' },
  ladderThirdStepSeconds: { value: 240, unit: '秒', basis: '本县约定' },
  overdueChaseSeconds: { value: 300, unit: '秒', basis: '本县约定' },
  clearReminderSeconds: { value: 7200, unit: '秒', basis: '本县约定' },
  clearReminderRepeatSeconds: { value: 3600, unit: '秒', basis: '本县约定' },
  deviceClockToleranceSeconds: { value: 120, unit: '秒', basis: '本县约定' },
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type Settings = Record<SettingKey, number>;
