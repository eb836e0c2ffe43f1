import type { DataSource, EntityManager } from 'typeorm';
import { groupBy } from '../platform/group-by.js';
import type { DayHours, ResponseRule } from './response-rule.entity.js';
import { inForce } from './versions.rules.js';

type Reader = EntityManager | DataSource;

const VERSION = `effective_from AS "effectiveFrom", edited_by AS "editedBy", edited_at AS "editedAt", reason, withdrawn_at AS "withdrawnAt"`;

/** Every version of every rule there ever was, each rule newest first: a few dozen rows. */
export function ruleVersions(tx: Reader): Promise<ResponseRule[]> {
  return tx.query(
    `SELECT rule_no AS "ruleNo", version, team_from AS "teamFrom", incident_in AS "incidentIn", measure,
            day_seconds AS "daySeconds", night_seconds AS "nightSeconds", basis, note, ${VERSION}
     FROM response_rules ORDER BY rule_no, version DESC`,
  );
}

/** Of each rule the version in force at `at`. */
export async function rulesInForce(tx: Reader, at: Date): Promise<ResponseRule[]> {
  const byRule = groupBy(await ruleVersions(tx), (rule) => rule.ruleNo);
  return [...byRule.values()].map((versions) => inForce(versions, at)).filter((rule) => rule !== undefined);
}

/** Every version of the hours that divide day from night, newest first. */
export function dayHoursVersions(tx: Reader): Promise<DayHours[]> {
  return tx.query(
    `SELECT version, day_from_minutes AS "dayFromMinutes", day_to_minutes AS "dayToMinutes", basis, ${VERSION}
     FROM day_hours ORDER BY version DESC`,
  );
}

/** The hours that divide day from night at `at`. @throws Error before the county's first: a migration brings it */
export async function dayHoursInForce(tx: Reader, at: Date): Promise<DayHours> {
  const hours = inForce(await dayHoursVersions(tx), at);
  if (!hours) throw new Error(`no day hours at ${at.toISOString()}`);
  return hours;
}
