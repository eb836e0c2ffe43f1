import type { PlanLevel } from '@liandong/shared/plan';

/** What a plan has to fit. */
export interface PlannedFor {
  typeCode: string | null;
  severity: string;
  townshipCode: string | null;
}

/** For what a plan is made; empty lists: for all of them. */
export interface PlanScope {
  code: string;
  typeCode: string;
  severities: readonly string[];
  townshipCodes: readonly string[];
}

const fits = (plan: PlanScope, { typeCode, severity, townshipCode }: PlannedFor): boolean =>
  plan.typeCode === typeCode &&
  (plan.severities.length === 0 || plan.severities.includes(severity)) &&
  (plan.townshipCodes.length === 0 || (townshipCode !== null && plan.townshipCodes.includes(townshipCode)));

/** A township outweighs a severity, both outweigh either (本县约定). */
const weight = ({ severities, townshipCodes }: PlanScope): number =>
  (townshipCodes.length > 0 ? 2 : 0) + (severities.length > 0 ? 1 : 0);

/** The narrower first, by code in the end: the same plans always answer the same. */
const moreSpecific = (a: PlanScope, b: PlanScope): number =>
  weight(b) - weight(a) ||
  a.townshipCodes.length - b.townshipCodes.length ||
  a.severities.length - b.severities.length ||
  (a.code < b.code ? -1 : 1);

/** Of the plans in force the one that holds for an incident: the most specific that fits. Undefined: none does. */
export function planFor<T extends PlanScope>(plans: readonly T[], incident: PlannedFor): T | undefined {
  return plans.filter((plan) => fits(plan, incident)).sort(moreSpecific)[0];
}

/** The levels (from 1) at which a plan calls this team by its code. */
export const levelsCalling = (levels: readonly PlanLevel[], teamCode: string): number[] =>
  levels.flatMap(({ steps }, at) => (steps.some((step) => 'team' in step && step.team === teamCode) ? [at + 1] : []));

/** People wanted once a level is raised: its own number, else that of the levels before. */
export function requiredAt(levels: readonly PlanLevel[], level: number): number | null {
  const asked = levels.slice(0, level).map(({ requiredStrength }) => requiredStrength);
  return asked.findLast((one) => one !== null) ?? null;
}
