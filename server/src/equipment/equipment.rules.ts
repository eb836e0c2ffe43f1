import type { EquipmentView } from '@liandong/shared/equipment';

export interface EquipmentDays {
  /** 到期前提醒 */
  expiryDays: number;
  /** 多久检查一次 */
  checkDays: number;
}

const DAY_MS = 86_400_000;

/**
 * How its last day stands: still good on that very day, expired from the next.
 * @param today the county's day, `2026-07-14`
 */
export function expiryOf(
  expiresOn: string | null,
  today: string,
  { expiryDays }: EquipmentDays,
): EquipmentView['expiry'] {
  if (expiresOn === null) return null;
  if (expiresOn < today) return 'expired';
  return Date.parse(expiresOn) - Date.parse(today) <= expiryDays * DAY_MS ? 'expiring' : null;
}

/** Has nobody looked at it for longer than the county wants? What nobody ever looked at is due. */
export const checkIsDue = (checkedAt: Date | null, now: Date, { checkDays }: EquipmentDays): boolean =>
  checkedAt === null || now.getTime() - checkedAt.getTime() > checkDays * DAY_MS;
