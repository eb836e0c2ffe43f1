import type { LonLat } from '@liandong/shared/basics';
import type { DataSource, EntityManager } from 'typeorm';
import { lonLatSql } from '../database/columns.js';
import { USUAL_DETOUR } from '../plans/detours.js';
import { OUT_AT } from '../plans/set-aside.js';
import type { TeamStart } from '../targets/target.rules.js';
import { onDutySql } from '../teams/duty.queries.js';
import { strengthStates } from '../teams/strength.queries.js';
import type { TeamForStrength } from '../teams/strength.rules.js';
import { OPEN } from './order.entity.js';

export interface TeamForPlace extends TeamStart {
  code: string;
  name: string;
  shortName: string;
  specialties: string[];
  location: LonLat;
  onDuty: string | null;
  committed: number;
  recent: number;
  alreadyOrdered: boolean;
  setAside: string | null;
  strength: number;
  minimumStrength: number;
  detour: number;
  distanceKm: number | null;
  nearKm: number | null;
}

/** Where something happens, as far as it is known; `incidentId` null: it is only thought of. */
export interface Scene {
  incidentId: string | null;
  location: LonLat | null;
  townshipCode: string | null;
}

/** Every table is read once and grouped, then joined to the forty teams. */
const TEAMS = `
  WITH place AS (SELECT CASE WHEN $3::float8 IS NULL THEN NULL ELSE ST_SetSRID(ST_MakePoint($3, $4), 4326)::geography END AS at,
                        (SELECT seat FROM townships WHERE code = $5::text) AS seat),
  running AS (
    SELECT o.team_code, count(*) FILTER (WHERE o.incident_id IS DISTINCT FROM $2::uuid)::int AS committed,
           bool_or(o.incident_id = $2::uuid) AS here
      FROM orders o WHERE o.${OPEN} GROUP BY o.team_code),
  recent AS (
    SELECT team_code, count(*)::int AS n FROM orders
     WHERE issued_at > $1::timestamptz - interval '7 days' AND issued_at <= $1::timestamptz GROUP BY team_code),
  people AS (SELECT team_code, count(*)::int AS n FROM team_members WHERE retired_at IS NULL GROUP BY team_code),
  manned AS (
    SELECT DISTINCT ON (d.team_code) d.team_code, m.name FROM ${onDutySql('$1::timestamptz')} d
      JOIN team_members m ON m.id = d.member_id ORDER BY d.team_code, d.starts_at, d.id),
  outage AS (
    SELECT DISTINCT ON (team_code) team_code, reason FROM team_outages
     WHERE ${OUT_AT('$1::timestamptz')} ORDER BY team_code, starts_at)
  SELECT t.code, t.name, t.short_name AS "shortName", t.specialties, t.base, t.township_code AS "townshipCode",
         t.team_class AS "teamClass", ts.strength_class AS "strengthClass", ${lonLatSql('t.location')} AS location,
         manned.name AS "onDuty", COALESCE(running.committed, 0) AS committed, COALESCE(running.here, false) AS "alreadyOrdered",
         COALESCE(recent.n, 0) AS recent, COALESCE(people.n, 0) AS strength, outage.reason AS "setAside",
         COALESCE(det.percent, ${USUAL_DETOUR}) AS detour,
         ST_Distance(t.location, place.at) / 1000 AS "distanceKm",
         ST_Distance(t.location, COALESCE(place.at, place.seat)) / 1000 AS "nearKm"
    FROM teams t JOIN townships ts ON ts.code = t.township_code CROSS JOIN place
    LEFT JOIN running ON running.team_code = t.code LEFT JOIN recent ON recent.team_code = t.code
    LEFT JOIN people ON people.team_code = t.code LEFT JOIN manned ON manned.team_code = t.code
    LEFT JOIN outage ON outage.team_code = t.code LEFT JOIN township_detours det ON det.township_code = t.township_code
   WHERE t.team_class <> 'expert' AND (t.retired_at IS NULL OR t.retired_at > $1::timestamptz) ORDER BY t.sort_order`;

/** Every team with what speaks for and against it at a place and an instant. Experts are called by name, not dispatched. */
export async function teamsFor(
  tx: DataSource | EntityManager,
  { incidentId, location, townshipCode }: Scene,
  now: Date,
): Promise<TeamForPlace[]> {
  const place = [location?.lon ?? null, location?.lat ?? null, townshipCode];
  const teams: (TeamForStrength & TeamForPlace)[] = await tx.query(TEAMS, [now, incidentId, ...place]);
  const states = await strengthStates(tx, teams, now);
  return teams.map((team) => ({ ...team, minimumStrength: states.get(team.code)!.minimumStrength }));
}

/** How much longer the road is than the straight line where the incident lies. */
export async function detourAt(tx: DataSource | EntityManager, townshipCode: string | null): Promise<number> {
  const [row] = await tx.query('SELECT percent FROM township_detours WHERE township_code = $1', [townshipCode]);
  return row?.percent ?? USUAL_DETOUR;
}

/** Specialties a type of incident wants. */
export async function specialtiesWanted(tx: EntityManager, typeCode: string | null): Promise<string[]> {
  const [type] = await tx.query('SELECT specialties FROM incident_types WHERE code = $1', [typeCode]);
  return type?.specialties ?? [];
}

/** How far an incident's plan has been raised (0: nobody was sent by it) and how many people come or are there. */
export async function raisedSoFar(
  tx: DataSource | EntityManager,
  incidentId: string,
): Promise<{ level: number; promised: number }> {
  const [row] = await tx.query(
    `SELECT COALESCE(max((plan->>'level')::int) FILTER (WHERE status <> 'recalled'), 0) AS level,
            COALESCE(sum(headcount) FILTER (WHERE status IN ('acknowledged', 'mustered', 'en_route', 'on_scene')), 0)::int AS promised
     FROM orders WHERE incident_id = $1`,
    [incidentId],
  );
  return row;
}
