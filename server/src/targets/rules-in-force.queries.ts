import type { ResponseRuleView } from '@liandong/shared/response-rule';
import type { DataSource, EntityManager } from 'typeorm';

/** The newest version of each rule that is in effect at `at`. */
export function rulesInForce(tx: EntityManager | DataSource, at: Date): Promise<ResponseRuleView[]> {
  return tx.query(
    `SELECT DISTINCT ON (rule_no) rule_no AS "ruleNo", version, team_from AS "teamFrom", incident_in AS "incidentIn", measure,
            day_seconds AS "daySeconds", night_seconds AS "nightSeconds", basis, note, effective_from AS "effectiveFrom"
     FROM response_rules WHERE effective_from <= $1 ORDER BY rule_no, version DESC`,
    [at],
  );
}
