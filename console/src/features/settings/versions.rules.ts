/** A version as the screens get it. */
export interface Version {
  version: number;
  effectiveFrom: string;
  withdrawnAt: string | null;
}
export type VersionState = 'in_force' | 'planned' | 'past' | 'withdrawn';

const later = (a: Version, b: Version): number =>
  Date.parse(b.effectiveFrom) - Date.parse(a.effectiveFrom) || b.version - a.version;

/** The version in force at `now` (ms): not withdrawn, its date has come, of these the latest, of two at one instant the newer. */
export function inForce<T extends Version>(versions: readonly T[], now: number): T | undefined {
  const come = versions.filter((each) => each.withdrawnAt === null && Date.parse(each.effectiveFrom) <= now);
  return come.sort(later)[0];
}

/** The next version that will take effect, if one is planned. */
export function nextPlanned<T extends Version>(versions: readonly T[], now: number): T | undefined {
  const planned = versions.filter((each) => each.withdrawnAt === null && Date.parse(each.effectiveFrom) > now);
  return planned.sort(later).at(-1);
}

/** What has become of one version among all versions of the same thing. */
export function stateOf(version: Version, all: readonly Version[], now: number): VersionState {
  if (version.withdrawnAt !== null) return 'withdrawn';
  if (Date.parse(version.effectiveFrom) > now) return 'planned';
  return inForce(all, now)?.version === version.version ? 'in_force' : 'past';
}
