import { type AccountRow, SETUP_STEPS, type SetupView } from '@liandong/shared/county-set-up';
import type { DataSource, EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { countyAsIs, readKnownCounty } from '../county.queries.js';
import { checkList, isDone, type SetupFacts } from './check-list.rules.js';

/** How far the county is, and what is missing. */
export async function readSetup(tx: DataSource | EntityManager, config: Config, now: Date): Promise<SetupView> {
  const known = await readKnownCounty(tx);
  const { accounts, places, ...facts } = await readFacts(tx, now);
  const { COUNTY_NAME, CENTRE_PHONE, COUNTY_TZ } = config.countyFixed;
  const fixed = { title: COUNTY_NAME, centrePhone: CENTRE_PHONE, zone: COUNTY_TZ };
  const county = countyAsIs(known, config);
  const told: SetupFacts = {
    ...facts,
    accounts,
    name: county.name || (known?.inServiceAt ? county.title : ''),
    centrePhone: fixed.centrePhone ?? known?.centrePhone ?? '',
    rulesConfirmed: Boolean(known?.rulesConfirmedAt),
  };
  if (told.centrePhone === '' && known?.inServiceAt) told.centrePhone = county.centrePhone;
  const gaps = checkList(told);
  return {
    county: { ...county, fixed: (['title', 'centrePhone', 'zone'] as const).filter((one) => fixed[one] !== undefined) },
    inServiceAt: iso(known?.inServiceAt),
    rulesConfirmedAt: iso(known?.rulesConfirmedAt),
    rulesConfirmedBy: known?.rulesConfirmedBy ?? null,
    counts: {
      townships: facts.townships.length,
      urbanTownships: facts.townships.filter(({ urban }) => urban).length,
      places,
      teams: facts.teams.length,
      members: facts.teams.reduce((sum, { members }) => sum + members, 0),
      rules: facts.rules,
      types: facts.types,
      plans: facts.plans,
      accounts: Object.values(accounts).reduce<number>((sum, count) => sum + (count ?? 0), 0),
      teamsWithoutAccount: facts.teams.filter(({ hasAccount }) => !hasAccount).length,
    },
    steps: SETUP_STEPS.map((step) => ({ step, done: isDone(step, gaps, Boolean(known?.inServiceAt)) })),
    gaps,
  };
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

async function readFacts(tx: DataSource | EntityManager, now: Date) {
  const townships: SetupFacts['townships'] = await tx.query(
    `SELECT name, urban, seat_grade <> '示意' AS "seatKnown", EXISTS (SELECT 1 FROM teams WHERE township_code = t.code AND retired_at IS NULL) AS "hasTeam"
     FROM townships t ORDER BY code`,
  );
  const teams: SetupFacts['teams'] = await tx.query(
    `SELECT t.short_name AS "shortName", t.alarm_phone AS "alarmPhone", t.base, count(m.id)::int AS members,
            count(m.id) FILTER (WHERE m.post = 'commander')::int AS commanders,
            EXISTS (SELECT 1 FROM duty_shifts d WHERE d.team_code = t.code AND d.starts_at <= $1 AND d.ends_at > $1) AS "onDuty",
            EXISTS (SELECT 1 FROM accounts a WHERE a.team_code = t.code AND NOT a.disabled) AS "hasAccount",
            coalesce((SELECT urban FROM townships WHERE code = t.township_code), false) AS "atUrban"
     FROM teams t LEFT JOIN team_members m ON m.team_code = t.code AND m.retired_at IS NULL
     WHERE t.retired_at IS NULL GROUP BY t.code ORDER BY t.sort_order`,
    [now],
  );
  const [counts] = await tx.query(
    `SELECT (SELECT count(*)::int FROM places) AS places, (SELECT count(*)::int FROM response_rules) AS rules,
            (SELECT count(*)::int FROM incident_types) AS types, (SELECT count(*)::int FROM response_plans) AS plans`,
  );
  const roles: { role: string; count: number }[] = await tx.query(
    'SELECT role, count(*)::int AS count FROM accounts WHERE NOT disabled GROUP BY role',
  );
  return {
    townships,
    teams,
    ...counts,
    accounts: Object.fromEntries(roles.map(({ role, count }) => [role, count])),
  } as Omit<SetupFacts, 'name' | 'centrePhone' | 'rulesConfirmed'> & { places: number };
}

/** Who may sign in: posts before teams, by name. */
export const listAccounts = (database: DataSource): Promise<AccountRow[]> =>
  database.query(
    `SELECT username, display_name AS "displayName", role FROM accounts WHERE NOT disabled
     ORDER BY team_code IS NOT NULL, team_code, role, username`,
  );
