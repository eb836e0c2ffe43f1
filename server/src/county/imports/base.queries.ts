import type { DataSource, EntityManager } from 'typeorm';
import type { County } from './rows.js';

const lonLat = (column: string): string =>
  `round(ST_X(${column}::geometry)::numeric, 6)::float8 AS lon, round(ST_Y(${column}::geometry)::numeric, 6)::float8 AS lat`;
/** `2026-07-14T06:00:00.000Z`, as JavaScript writes an instant. */
const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Columns in the order the plan builds them: equal rows are equal texts. */
const QUERIES: { [K in keyof Omit<County, 'county'>]: string } = {
  townships: `SELECT code, name, urban, strength_class AS "strengthClass", ${lonLat('seat')}, seat_grade AS "seatGrade",
    seat_radius_meters AS "seatRadiusMeters" FROM townships ORDER BY code`,
  teams: `SELECT code, name, short_name AS "shortName", team_class AS "teamClass", specialties, lead_department AS "leadDepartment",
    base, township_code AS "townshipCode", ${lonLat('location')}, alarm_phone AS "alarmPhone", duties,
    base_address AS "baseAddress", sort_order AS "sortOrder", retired_at IS NOT NULL AS retired FROM teams ORDER BY sort_order`,
  members: `SELECT m.id, m.team_code AS "teamCode", m.name, m.post, m.phone,
    ARRAY(SELECT p ->> 'phone' FROM jsonb_array_elements(m.more_phones) p) AS "morePhones", m.specialty, m.note,
    m.retired_at IS NOT NULL AS retired FROM team_members m JOIN teams t ON t.code = m.team_code ORDER BY t.sort_order,
    array_position(ARRAY['commander','deputy','liaison','leader_in_charge','member'], m.post), m.id`,
  vehicles: `SELECT id, team_code AS "teamCode", plate, kind, seats, tracker_id AS "trackerId", note,
    retired_at IS NOT NULL AS retired FROM team_vehicles ORDER BY team_code, plate, id`,
  equipment: `SELECT id, team_code AS "teamCode", category, name, quantity, unit, condition, place_text AS "placeText",
    ${lonLat('location')}, contact_name AS "contactName", contact_phone AS "contactPhone", expires_on AS "expiresOn", note,
    retired_at IS NOT NULL AS retired FROM equipment ORDER BY team_code NULLS FIRST, id`,
  experts: `SELECT id, name, category, specialty, phone, unit, title, retired_at IS NOT NULL AS retired FROM experts ORDER BY category, id`,
  places: `SELECT code, name, kind, township_code AS "townshipCode", ${lonLat('location')}, aliases, grade, basis FROM places WHERE retired_at IS NULL ORDER BY code`,
  shifts: `SELECT id, team_code AS "teamCode", member_id AS "memberId", ${instant('starts_at')} AS "startsAt",
    ${instant('ends_at')} AS "endsAt" FROM duty_shifts WHERE ends_at > $1 ORDER BY starts_at, team_code, id`,
};
export const readTownships = (tx: EntityManager): Promise<County['townships']> => tx.query(QUERIES.townships);

export type Part = keyof typeof QUERIES;
const PARTS = Object.keys(QUERIES) as Part[];

/** The county as it stands; of the duty roster what is not over by `now`. */
export async function readCounty(tx: EntityManager | DataSource, now: Date): Promise<Omit<County, 'county'>> {
  const county: Partial<Record<Part, unknown[]>> = {};
  for (const part of PARTS) county[part] = await tx.query(QUERIES[part], part === 'shifts' ? [now] : []);
  return county as unknown as Omit<County, 'county'>;
}

const TABLES = [
  'townships',
  'teams',
  'team_members',
  'team_vehicles',
  'equipment',
  'experts',
  'places',
  'duty_shifts',
] as const;

/** One word for everything an import compares with: it differs as soon as anything of it was changed. */
export async function fingerprint(tx: EntityManager | DataSource): Promise<string> {
  const parts = TABLES.map(
    (table) => `(SELECT coalesce(md5(string_agg(md5(r::text), '' ORDER BY md5(r::text))), '') FROM ${table} r)`,
  );
  const [{ word }] = await tx.query(
    `SELECT md5(concat(${parts.join(', ')}, (SELECT row(name, title, centre_phone, zone)::text FROM county))) AS word`,
  );
  return word;
}

/**
 * Nobody else changes the register until this transaction ends: what was compared is what is written over. Readers are not
 * kept waiting, and neither is an order: it writes none of these tables, and the key of its teams (`findTeams`, `hold`)
 * may be held beside this lock and beside the rows written here, whose keys stay. What holds a team's key against orders
 * takes its table first (`RetireTeam`), or it would make them wait for the import.
 */
export const holdCounty = (tx: EntityManager): Promise<unknown> =>
  tx.query(`LOCK TABLE county, ${TABLES.join(', ')} IN SHARE ROW EXCLUSIVE MODE`);
