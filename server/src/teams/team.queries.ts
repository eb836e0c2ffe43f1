import type { TeamRegister } from '@liandong/shared/register';
import type { MemberView, TeamRow } from '@liandong/shared/team';
import type { DataSource, EntityManager } from 'typeorm';
import { lonLatSql } from '../database/columns.js';
import { onDutySql } from './duty.queries.js';
import { type StrengthState, strengthStates } from './strength.queries.js';

/** What dispatch needs to know of a team. */
export interface TeamFacts {
  code: string;
  name: string;
  shortName: string;
  base: 'urban' | 'township';
  townshipCode: string;
  alarmPhone: string;
  retiredAt: Date | null;
}

/** The named teams; unknown codes are simply absent. `hold`: they stay what they are until the transaction ends. */
export function findTeams(
  tx: EntityManager,
  codes: readonly string[],
  { hold = false }: { hold?: boolean } = {},
): Promise<TeamFacts[]> {
  return tx.query(
    `SELECT code, name, short_name AS "shortName", base, township_code AS "townshipCode", alarm_phone AS "alarmPhone", retired_at AS "retiredAt"
     FROM teams WHERE code = ANY($1) ORDER BY sort_order ${hold ? 'FOR KEY SHARE' : ''}`,
    [codes],
  );
}

/** Orders in hand are counted by whoever calls: this room does not know orders. */
const teamRow = (at: string): string => `
  SELECT t.code, t.name, t.short_name AS "shortName", t.team_class AS "teamClass", t.specialties,
         t.lead_department AS "leadDepartment", t.base, t.township_code AS "townshipCode", ts.name AS "townshipName",
         ts.strength_class AS "strengthClass", ${lonLatSql('t.location')} AS location, t.alarm_phone AS "alarmPhone",
         t.retired_at AS "retiredAt", t.duties, t.base_address AS "baseAddress", t.version,
         (SELECT count(*)::int FROM team_members m WHERE m.team_code = t.code AND m.retired_at IS NULL) AS strength,
         (SELECT json_build_object('name', m.name, 'phone', m.phone) FROM team_members m
           WHERE m.team_code = t.code AND m.post = 'commander' AND m.retired_at IS NULL ORDER BY m.id LIMIT 1) AS commander,
         (SELECT json_build_object('name', m.name, 'phone', m.phone, 'post', m.post, 'until', d.ends_at)
            FROM ${onDutySql(at)} d JOIN team_members m ON m.id = d.member_id
           WHERE d.team_code = t.code ORDER BY d.starts_at, d.id LIMIT 1) AS "onDuty"
  FROM teams t JOIN townships ts ON ts.code = t.township_code`;

/** What the page of one team has beside what the list shows. */
interface OfTeam {
  strengthClass: number;
  duties: string;
  baseAddress: string;
  version: number;
}
export type RegisterRow = Omit<TeamRow, 'openOrders'>;
type Bare = Omit<RegisterRow, keyof StrengthState> & OfTeam;

/** Active teams in the order of the wall; `retired`: those that are not any more as well, behind them. */
export async function listTeams(
  database: DataSource | EntityManager,
  at: Date,
  { retired = false }: { retired?: boolean } = {},
): Promise<RegisterRow[]> {
  const teams: Bare[] = await database.query(
    `${teamRow('$1::timestamptz')} WHERE $2 OR t.retired_at IS NULL ORDER BY t.retired_at IS NOT NULL, t.sort_order, t.code`,
    [at, retired],
  );
  return (await withStrength(database, teams, at)).map(
    ({ strengthClass: _1, duties: _2, baseAddress: _3, version: _4, ...row }) => row,
  );
}

async function withStrength(database: DataSource | EntityManager, teams: Bare[], at: Date) {
  const states = await strengthStates(database, teams, at);
  return teams.map((team) => {
    const { shortSince, ...state } = states.get(team.code)!;
    return { ...team, ...state, shortSince: shortSince?.toISOString() ?? null };
  });
}

/** One team with its people, vehicles and its duty from now for two weeks; null when there is no such code. */
export async function readTeam(
  database: DataSource | EntityManager,
  code: string,
  at: Date,
): Promise<TeamRegister | null> {
  const teams: Bare[] = await database.query(`${teamRow('$1::timestamptz')} WHERE t.code = $2`, [at, code]);
  const [team] = await withStrength(database, teams, at);
  if (!team) return null;
  const { strengthClass: _, ...row } = team;
  const people = await membersOf(database, code);
  const vehicles = await database.query(
    `SELECT id, plate, kind, seats, tracker_id AS "trackerId", note, retired_at AS "retiredAt", version
     FROM team_vehicles WHERE team_code = $1 ORDER BY retired_at IS NOT NULL, plate`,
    [code],
  );
  const duty = await database.query(
    `SELECT m.name, m.phone, m.post, d.starts_at AS "startsAt", d.ends_at AS "endsAt"
     FROM duty_shifts d JOIN team_members m ON m.id = d.member_id
     WHERE d.team_code = $1 AND d.ends_at > $2 ORDER BY d.starts_at LIMIT 28`,
    [code, at],
  );
  const members = people.filter((member) => member.retiredAt === null);
  const formerMembers = people.filter((member) => member.retiredAt !== null);
  return { ...row, members, formerMembers, vehicles, duty };
}

/** Everybody of a team, posts before members; numbers that are known to reach their owner with when and how. */
function membersOf(database: DataSource | EntityManager, code: string): Promise<MemberView[]> {
  return database.query(
    `SELECT m.id, m.name, m.post, m.phone, m.more_phones AS "morePhones", m.specialty, m.note, m.retired_at AS "retiredAt",
       m.version, (SELECT coalesce(json_agg(json_build_object('phone', v.phone, 'at', v.at, 'how', v.how, 'by', v.verified_by)), '[]')
         FROM verified_phones v WHERE v.phone = m.phone
           OR v.phone IN (SELECT p.phone FROM jsonb_to_recordset(m.more_phones) AS p(phone text))) AS verified
     FROM team_members m WHERE m.team_code = $1
     ORDER BY array_position(ARRAY['commander','deputy','liaison','leader_in_charge','member'], m.post), m.id`,
    [code],
  );
}
