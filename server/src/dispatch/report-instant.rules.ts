import type { Evidence, ReportSource } from '@liandong/shared/order';

/** Instants of a report: the device's, ours, and how far the device's clock was off when last measured. */
export interface ReportTimes {
  issuedAt: Date;
  receivedAt: Date;
  occurredAt: Date | null;
  deviceOffsetSeconds: number | null;
  /** The newest step already stamped; null: none yet. */
  lastStepAt: Date | null;
}

/**
 * Which instant of a report counts. The device's own, less its clock's measured error, if that lies within
 * [issued, received] and the clock is good; else ours, and the report is flagged with the reason. 本县约定
 * @param toleranceSeconds clocks further off than this are not believed
 */
export function countingInstant(times: ReportTimes, toleranceSeconds: number): { at: Date; flag: string | null } {
  const { issuedAt, receivedAt, occurredAt, deviceOffsetSeconds, lastStepAt } = times;
  if (occurredAt === null) return { at: receivedAt, flag: null };
  const error = deviceOffsetSeconds ?? 0;
  if (Math.abs(error) >= toleranceSeconds) return { at: receivedAt, flag: '设备时钟偏差过大' };
  const at = new Date(occurredAt.getTime() - Math.round(error * 1000));
  if (at < issuedAt) return { at: receivedAt, flag: '设备时间早于下达' };
  if (at > receivedAt) return { at: receivedAt, flag: '设备时间晚于收到' };
  if (lastStepAt !== null && at < lastStepAt) return { at: receivedAt, flag: '设备时间早于上一步' };
  return { at, flag: null };
}

/** Evidence grade of a report: where it comes from, and whether a position vouches for it (an arrival's at the scene). */
export function evidenceOf(source: ReportSource, positionVouches: boolean): Evidence {
  return source === 'app' && positionVouches ? 'app_position' : source;
}

/** Who may state which source: a team speaks through its app, a dispatcher takes down or fills in afterwards. */
export const SOURCES_OF: Record<string, readonly ReportSource[]> = {
  team: ['app', 'geofence'],
  dispatcher: ['verbal', 'backfill'],
  supervisor: ['verbal', 'backfill'],
  phone: ['sms', 'voice'],
};
