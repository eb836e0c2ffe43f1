/** One version of something that has a date of effect. `withdrawnAt` null: it stands. */
export interface Version {
  version: number;
  effectiveFrom: Date;
  withdrawnAt: Date | null;
}

/** Which of two versions counts when both have come: the one that took effect later, at one instant the newer. */
const later = (a: Version, b: Version): number =>
  b.effectiveFrom.getTime() - a.effectiveFrom.getTime() || b.version - a.version;

/** The version in force at an instant: not withdrawn, its date has come, of these the latest. From its very instant on. */
export function inForce<T extends Version>(versions: readonly T[], at: Date): T | undefined {
  return versions.filter((one) => one.withdrawnAt === null && one.effectiveFrom <= at).sort(later)[0];
}

/** The version in force at an instant and those still to come, in the order they take effect. */
export function inForceAndPlanned<T extends Version>(versions: readonly T[], at: Date): T[] {
  const planned = versions.filter((one) => one.withdrawnAt === null && one.effectiveFrom > at);
  const now = inForce(versions, at);
  return (now ? [now, ...planned] : planned).sort((a, b) => later(b, a));
}

/** Somebody who wants a change "now" needs a moment to say so. */
const JUST_NOW_MS = 60_000;

/** When a version takes effect that is wanted from an instant: never back in time, an instant just gone is now; null: too long gone. */
export function takesEffect(wanted: Date, now: Date): Date | null {
  if (wanted.getTime() < now.getTime() - JUST_NOW_MS) return null;
  return wanted > now ? wanted : now;
}

/** A new version's number. */
export const nextVersion = (versions: readonly Version[]): number =>
  Math.max(0, ...versions.map((one) => one.version)) + 1;

/** Why a version cannot be withdrawn; null: it can. What has taken effect has made targets and stays. */
export function whyStays(version: Version, now: Date): 'withdrawn' | 'in_effect' | null {
  if (version.withdrawnAt !== null) return 'withdrawn';
  return version.effectiveFrom <= now ? 'in_effect' : null;
}
