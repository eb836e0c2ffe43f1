import type { DataSource } from 'typeorm';
import type { TeamStart } from '../targets/target.rules.js';
import { onDutySql } from '../teams/duty.queries.js';
import { OPEN } from './order.entity.js';

export interface TeamForIncident extends TeamStart {
  code: string;
  name: string;
  shortName: string;
  specialties: string[];
  onDuty: string | null;
  committed: number;
  alreadyOrdered: boolean;
  distanceKm: number | null;
}

/** Every team with what speaks for and against it for one incident, now. Experts are called by name, not dispatched. */
export function teamsForIncident(database: DataSource, incidentId: string, now: Date): Promise<TeamForIncident[]> {
  return database.query(
    `SELECT t.code, t.name, t.short_name AS "shortName", t.specialties, t.base, t.township_code AS "townshipCode",
            (SELECT m.name FROM ${onDutySql('$2::timestamptz')} d JOIN team_members m ON m.id = d.member_id
              WHERE d.team_code = t.code ORDER BY d.starts_at, d.id LIMIT 1) AS "onDuty",
            (SELECT count(*)::int FROM orders o WHERE o.team_code = t.code AND o.${OPEN} AND o.incident_id <> i.id) AS committed,
            EXISTS (SELECT 1 FROM orders o WHERE o.team_code = t.code AND o.${OPEN} AND o.incident_id = i.id) AS "alreadyOrdered",
            ST_Distance(t.location, i.location) / 1000 AS "distanceKm"
     FROM teams t CROSS JOIN incidents i WHERE i.id = $1 AND t.team_class <> 'expert' AND t.retired_at IS NULL
     ORDER BY t.sort_order`,
    [incidentId, now],
  );
}

type PlanStep = { team: string } | { local: 'township' };

/** Steps of the plan for a type; none without a plan. */
export async function planSteps(database: DataSource, typeCode: string | null): Promise<PlanStep[]> {
  const [plan] = await database.query('SELECT steps FROM response_plans WHERE type_code = $1', [typeCode]);
  return plan?.steps ?? [];
}
