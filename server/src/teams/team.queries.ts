import type { TeamDetail, TeamRow } from '@liandong/shared/team';
import type { DataSource, EntityManager } from 'typeorm';
import { lonLatSql } from '../database/columns.js';

/** What dispatch needs to know of a team. */
export interface TeamFacts {
  code: string;
  name: string;
  shortName: string;
  base: 'urban' | 'township';
  townshipCode: string;
  alarmPhone: string;
}

/** The named teams; unknown codes are simply absent. */
export function findTeams(tx: EntityManager, codes: readonly string[]): Promise<TeamFacts[]> {
  return tx.query(
    `SELECT code, name, short_name AS "shortName", base, township_code AS "townshipCode", alarm_phone AS "alarmPhone"
     FROM teams WHERE code = ANY($1) ORDER BY sort_order`,
    [codes],
  );
}

/** Orders in hand are counted by whoever calls: this room does not know orders. */
const teamRow = (at: string): string => `
  SELECT t.code, t.name, t.short_name AS "shortName", t.team_class AS "teamClass", t.specialties,
         t.lead_department AS "leadDepartment", t.base, t.township_code AS "townshipCode", ts.name AS "townshipName",
         ${lonLatSql('t.location')} AS location, t.alarm_phone AS "alarmPhone", t.minimum_strength AS "minimumStrength",
         (SELECT count(*)::int FROM team_members m WHERE m.team_code = t.code) AS strength,
         (SELECT json_build_object('name', m.name, 'phone', m.phone, 'post', m.post, 'until', d.ends_at)
            FROM duty_shifts d JOIN team_members m ON m.id = d.member_id
           WHERE d.team_code = t.code AND d.starts_at <= ${at} AND d.ends_at > ${at} ORDER BY d.starts_at LIMIT 1) AS "onDuty"
  FROM teams t JOIN townships ts ON ts.code = t.township_code`;

export type RegisterRow = Omit<TeamRow, 'openOrders'>;

export function listTeams(database: DataSource, at: Date): Promise<RegisterRow[]> {
  return database.query(`${teamRow('$1::timestamptz')} ORDER BY t.sort_order`, [at]);
}

/** One team with its members and its duty from now for two weeks; null when there is no such code. */
export async function readTeam(
  database: DataSource,
  code: string,
  at: Date,
): Promise<Omit<TeamDetail, 'openOrders'> | null> {
  const [team] = await database.query(`${teamRow('$1::timestamptz')} WHERE t.code = $2`, [at, code]);
  if (!team) return null;
  const members = await database.query(
    `SELECT id, name, post, phone, specialty FROM team_members WHERE team_code = $1
     ORDER BY array_position(ARRAY['commander','deputy','liaison','leader_in_charge','member'], post), id`,
    [code],
  );
  const duty = await database.query(
    `SELECT m.name, m.phone, m.post, d.starts_at AS "startsAt", d.ends_at AS "endsAt"
     FROM duty_shifts d JOIN team_members m ON m.id = d.member_id
     WHERE d.team_code = $1 AND d.ends_at > $2 ORDER BY d.starts_at LIMIT 28`,
    [code, at],
  );
  return { ...team, members, duty };
}
