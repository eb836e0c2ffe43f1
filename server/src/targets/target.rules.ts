import type { Measure, Target } from '@liandong/shared/response-rule';

/** Where a team starts: its base, not where a member happens to be. */
export interface TeamStart {
  base: 'urban' | 'township';
  townshipCode: string;
}

/** Where the incident is. `townshipCode` null with `located` true: outside the county. `inSeatArea` null: no point. */
export interface IncidentArea {
  located: boolean;
  townshipCode: string | null;
  urban: boolean;
  inSeatArea: boolean | null;
}

export type IncidentIn = 'urban' | 'own_seat' | 'own_outside' | 'other_township' | 'elsewhere';

export interface Rule {
  ruleNo: number;
  version: number;
  teamFrom: 'urban' | 'township';
  incidentIn: IncidentIn;
  measure: Measure;
  daySeconds: number;
  nightSeconds: number;
  basis: string;
}

/** A decided target, before it gets its due instant. */
export interface ChosenTarget {
  measure: Measure;
  seconds: number;
  ruleNo: number;
  ruleVersion: number;
  basis: string;
  daytime: boolean;
  placeUnknown: boolean;
  why: string;
}

/**
 * Which row of 快速反应机制 an incident falls under, seen from a team (文件依据; rows 4 and 5 本县约定).
 * A place that is not known takes the stricter on-scene row of the team and says so (本县约定).
 */
export function placeFor(team: TeamStart, incident: IncidentArea): { incidentIn: IncidentIn; placeUnknown: boolean } {
  const known = incident.located || incident.townshipCode !== null;
  if (!known) return { incidentIn: team.base === 'urban' ? 'urban' : 'own_seat', placeUnknown: true };
  if (team.base === 'urban') return { incidentIn: incident.urban ? 'urban' : 'other_township', placeUnknown: false };
  if (incident.townshipCode !== team.townshipCode) return { incidentIn: 'elsewhere', placeUnknown: false };
  if (incident.inSeatArea === null) return { incidentIn: 'own_seat', placeUnknown: true };
  return { incidentIn: incident.inSeatArea ? 'own_seat' : 'own_outside', placeUnknown: false };
}

/** Minutes after the county's midnight: 420 = 07:00. */
export interface DayHours {
  dayFromMinutes: number;
  dayToMinutes: number;
}

/** Day is half-open [from, to) by the county's clock, over midnight when from > to: 07:00:00.000 is day, 19:00:00.000 is night (本县约定). */
export function isDaytime(minutesOfDay: number, { dayFromMinutes: from, dayToMinutes: to }: DayHours): boolean {
  return from <= to ? minutesOfDay >= from && minutesOfDay < to : minutesOfDay >= from || minutesOfDay < to;
}

const PLACE_WORDS: Record<IncidentIn, string> = {
  urban: '城区出警、地点在城区',
  own_seat: '本乡镇政府驻地区域',
  own_outside: '本乡镇驻地以外',
  other_township: '城区出警赴其他乡镇',
  elsewhere: '乡镇队伍跨区增援',
};

/**
 * The target a team would get for an incident at an instant.
 * @param rules the five rows in force
 * @throws Error when the table has no row for the case: the table is complete by its own test
 */
export function chooseTarget(
  team: TeamStart,
  incident: IncidentArea,
  daytime: boolean,
  rules: readonly Rule[],
): ChosenTarget {
  const { incidentIn, placeUnknown } = placeFor(team, incident);
  const rule = rules.find((row) => row.teamFrom === team.base && row.incidentIn === incidentIn);
  if (!rule) throw new Error(`no response rule for ${team.base} → ${incidentIn}`);
  const unknown = placeUnknown ? '；地点未明，按较严的到场时限' : '';
  return {
    measure: rule.measure,
    seconds: daytime ? rule.daySeconds : rule.nightSeconds,
    ruleNo: rule.ruleNo,
    ruleVersion: rule.version,
    basis: rule.basis,
    daytime,
    placeUnknown,
    why: `${PLACE_WORDS[incidentIn]}，${daytime ? '白天' : '夜间'}${unknown}`,
  };
}

/** The target as it is frozen on an order: its clock starts at the issue. */
export const freezeTarget = (target: ChosenTarget, issuedAt: Date): Target => ({
  ...target,
  dueAt: new Date(issuedAt.getTime() + target.seconds * 1000).toISOString(),
});

/** A rule as somebody thinks of changing it. */
export type RuleDraft = Pick<Rule, 'ruleNo' | 'measure' | 'daySeconds' | 'nightSeconds'>;

/** The rules as they would be with the drafts in place. */
export const withDrafts = (rules: readonly Rule[], drafts: readonly RuleDraft[]): Rule[] =>
  rules.map((rule) => ({ ...rule, ...drafts.find((draft) => draft.ruleNo === rule.ruleNo) }));
