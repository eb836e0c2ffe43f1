/** Wrong passwords before a name has to wait, and how long it waits then. 本县约定 */
export const LOCKOUT = { freeAttempts: 5, waitSeconds: 60, forgetSeconds: 15 * 60 } as const;

/**
 * Seconds a name still has to wait at `now`; 0 = may try. The wait doubles with every further failure, up to 15 minutes.
 * Counted by the name as typed, known or not: the answer says nothing about which names exist.
 */
export function lockedSeconds(failures: number, lastAt: Date, now: Date): number {
  if (failures < LOCKOUT.freeAttempts) return 0;
  const doubled = LOCKOUT.waitSeconds * 2 ** Math.min(failures - LOCKOUT.freeAttempts, 10);
  const wait = Math.min(doubled, LOCKOUT.forgetSeconds);
  return Math.max(0, Math.ceil(wait - (now.getTime() - lastAt.getTime()) / 1000));
}

/** A name left alone for this long starts again from none. */
export function isForgotten(lastAt: Date, now: Date): boolean {
  return now.getTime() - lastAt.getTime() > LOCKOUT.forgetSeconds * 1000;
}
