/** A number of the county as it starts: what it is called, what it rests on, and between which bounds it makes sense. */
interface SettingRow {
  value: number;
  unit: string;
  basis: string;
  title: string;
  min: number;
  max: number;
}

const agreed = (value: number, title: string, min: number, max: number): SettingRow => ({
  value,
  unit: '秒',
  basis: '本县约定',
  title,
  min,
  max,
});

/**
 * The county's numbers and what they rest on; the values a county starts with. Edited in the table `settings`, never here.
 * 文件依据 = the county's founding document; 本县约定 = the document is silent, the county decides.
 */
export const SETTINGS = {
  acknowledgeSeconds: agreed(180, '签收时限', 30, 3600),
  deskAlarmSeconds: agreed(240, '无人签收：坐席告警', 60, 7200),
  overdueChaseSeconds: agreed(300, '超时后催办间隔', 60, 7200),
  clearReminderSeconds: agreed(7200, '到场后首次提醒处置结束', 600, 86_400),
  clearReminderRepeatSeconds: agreed(3600, '处置结束提醒间隔', 300, 86_400),
  deviceClockToleranceSeconds: agreed(120, '手机时钟容差', 0, 3600),
  situationReportSeconds: agreed(1800, '动态报告间隔', 300, 86_400),
  situationRemindSeconds: agreed(300, '动态报告到期前提醒', 60, 3600),
  upwardPhoneMajorSeconds: agreed(900, '特别重大、重大：电话初报', 300, 86_400),
  upwardWrittenMajorSeconds: agreed(1800, '特别重大、重大：书面初报', 300, 86_400),
  upwardPhoneLargerSeconds: agreed(1800, '较大：电话初报', 300, 86_400),
  upwardWrittenLargerSeconds: agreed(3600, '较大：书面初报', 300, 86_400),
  upwardFollowUpSeconds: agreed(7200, '续报间隔', 900, 86_400),
  upwardFinalSeconds: agreed(86_400, '结案后终报', 3600, 864_000),
  upwardChaseSeconds: agreed(900, '上报超时后催办间隔', 60, 86_400),
  feedbackSeconds: { ...agreed(86_400, '反馈单时限', 3600, 864_000), basis: '文件依据' },
  feedbackFirstReminderSeconds: agreed(43_200, '反馈单首次提醒', 600, 864_000),
  feedbackSecondReminderSeconds: agreed(79_200, '反馈单再次提醒', 600, 864_000),
  followUpRemindSeconds: agreed(86_400, '后续工作到期前提醒', 3600, 864_000),
  supervisionAnswerSeconds: agreed(86_400, '督办答复时限', 3600, 864_000),
  strengthCheckSeconds: agreed(180, '力量核对：下达后多久须够人', 30, 3600),
  turnoutSeconds: agreed(300, '估算到场：接令到出发', 0, 3600),
  travelSpeedKmh: { ...agreed(40, '估算到场：平均车速', 10, 120), unit: '公里/小时' },
  queueAlarmSeconds: agreed(10, '紧急消息积压告警', 5, 300),
  dutyCheckInEarlySeconds: agreed(3600, '值班签到：开始前多久可签', 0, 43_200),
  dutyCheckInSeconds: agreed(900, '值班签到时限：开始后', 60, 7200),
  dutyGapRemindSeconds: agreed(259_200, '值班空缺：提前再催', 86_400, 1_209_600),
  dutyGapAlarmSeconds: agreed(86_400, '值班空缺：提前告警', 3600, 864_000),
  smsPartPriceFen: { ...agreed(5, '短信每条价格', 0, 1000), unit: '分' },
  callPriceFen: { ...agreed(12, '语音每次价格', 0, 1000), unit: '分' },
  expertChaseSeconds: agreed(300, '专家未答复：再请一次', 60, 7200),
  equipmentExpiryDays: { ...agreed(30, '装备物资到期前提醒', 1, 365), unit: '天' },
  equipmentCheckDays: { ...agreed(90, '装备物资多久检查一次', 7, 730), unit: '天' },
  dailyChaseSeconds: agreed(86_400, '反馈单、后续工作、督办超时后催办间隔', 3600, 864_000),
} as const satisfies Record<string, SettingRow>;

export type SettingKey = keyof typeof SETTINGS;
export type Settings = Record<SettingKey, number>;

/** Of each pair the first must be the smaller: rounds of calling and reminders come one after the other, and the alarm after the limit. */
export const RISING: readonly (readonly [SettingKey, SettingKey])[] = [
  ['acknowledgeSeconds', 'deskAlarmSeconds'],
  ['situationRemindSeconds', 'situationReportSeconds'],
  ['feedbackFirstReminderSeconds', 'feedbackSecondReminderSeconds'],
  ['feedbackSecondReminderSeconds', 'feedbackSeconds'],
  ['dutyGapAlarmSeconds', 'dutyGapRemindSeconds'],
];
