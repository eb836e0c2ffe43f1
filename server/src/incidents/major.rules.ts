import type { Severity } from '@liandong/shared/incident';
import type { UpwardStage } from '@liandong/shared/upward';
import type { SettingKey, Settings } from '../settings/settings.table.js';

/** How an incident counts for the reports upward: major (I, II or marked by hand), larger (III), or none owed. */
export type Grade = 'major' | 'larger' | null;

/** 重大: I, II or marked by hand. Owes situation reports as well. */
export const isMajor = ({ severity, markedMajor }: { severity: Severity; markedMajor: boolean }): boolean =>
  markedMajor || severity === 'I' || severity === 'II';

export const gradeOf = (incident: { severity: Severity; markedMajor: boolean }): Grade =>
  isMajor(incident) ? 'major' : incident.severity === 'III' ? 'larger' : null;

const FIRST_REPORTS: Record<'major' | 'larger', readonly { stage: UpwardStage; after: SettingKey }[]> = {
  major: [
    { stage: 'phone', after: 'upwardPhoneMajorSeconds' },
    { stage: 'written', after: 'upwardWrittenMajorSeconds' },
  ],
  larger: [
    { stage: 'phone', after: 'upwardPhoneLargerSeconds' },
    { stage: 'written', after: 'upwardWrittenLargerSeconds' },
  ],
};

/** 初报 by phone and in writing: what an incident of this grade owes, counted from `from`. 本县约定 */
export function firstReports(
  grade: Grade,
  from: Date,
  settings: Settings,
): { stage: UpwardStage; dueAt: Date; basis: string }[] {
  if (grade === null) return [];
  const name = grade === 'major' ? '特别重大、重大' : '较大';
  return FIRST_REPORTS[grade].map(({ stage, after }) => ({
    stage,
    dueAt: new Date(from.getTime() + settings[after] * 1000),
    basis: `${name}，${settings[after] / 60} 分钟内，本县约定`,
  }));
}

/** Which stages a report that went up settles: who has the written one knows what the phone call would have said. */
export const SETTLED_STAGES: Record<UpwardStage, readonly UpwardStage[]> = {
  phone: ['phone'],
  written: ['phone', 'written'],
  follow_up: ['phone', 'written', 'follow_up'],
  final: ['phone', 'written', 'follow_up', 'final'],
};
