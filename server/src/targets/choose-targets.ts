import { minutesOfDay } from '@liandong/shared/local-time';
import type { DataSource, EntityManager } from 'typeorm';
import { dayHoursInForce, rulesInForce } from './rules-in-force.queries.js';
import {
  type ChosenTarget,
  chooseTarget,
  type IncidentArea,
  isDaytime,
  type RuleDraft,
  type TeamStart,
  withDrafts,
} from './target.rules.js';

/**
 * The target each team gets for an incident at an instant, in the order of the teams, by the rules and day hours in force
 * then. Nothing takes effect back in time, so rules and hours answer the same when asked again later about the same instant; where the
 * incident lies is the caller's knowledge of now.
 * @param zone the county's, `COUNTY_TZ`
 * @param drafts changes of rules somebody only thinks of, for a preview
 */
export async function chooseTargets(
  tx: EntityManager | DataSource,
  asked: { teams: readonly TeamStart[]; area: IncidentArea; at: Date; zone: string; drafts?: readonly RuleDraft[] },
): Promise<ChosenTarget[]> {
  const rules = withDrafts(await rulesInForce(tx, asked.at), asked.drafts ?? []);
  const daytime = isDaytime(minutesOfDay(asked.at, asked.zone), await dayHoursInForce(tx, asked.at));
  return asked.teams.map((team) => chooseTarget(team, asked.area, daytime, rules));
}
