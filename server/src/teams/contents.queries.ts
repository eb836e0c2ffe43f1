import type { LonLat } from '@liandong/shared/basics';
import type { EntityManager } from 'typeorm';
import { lonLatSql } from '../database/columns.js';
import type { Team, TeamMember, TeamVehicle } from './team.entity.js';

/** What somebody edits of a team, a member, a vehicle: before and after of every change. */
export type TeamContent = Omit<Team, 'location' | 'version' | 'retiredAt' | 'sortOrder'> & {
  location: LonLat;
  retiredAt: string | null;
};
export type MemberContent = Omit<TeamMember, 'id' | 'version' | 'retiredAt'> & { retiredAt: string | null };
export type VehicleContent = Omit<TeamVehicle, 'id' | 'version' | 'retiredAt'> & { retiredAt: string | null };

const byKey = <T>(rows: readonly { key: string; content: T }[]) => new Map(rows.map((row) => [row.key, row.content]));

export async function readTeamContents(tx: EntityManager, codes: readonly string[]): Promise<Map<string, TeamContent>> {
  return byKey(
    await tx.query(
      `SELECT code AS key, json_build_object('code', code, 'name', name, 'shortName', short_name, 'teamClass', team_class,
        'specialties', specialties, 'leadDepartment', lead_department, 'base', base, 'townshipCode', township_code,
        'location', ${lonLatSql('location')}, 'alarmPhone', alarm_phone, 'duties', duties, 'baseAddress', base_address,
        'retiredAt', retired_at) AS content FROM teams WHERE code = ANY($1)`,
      [codes],
    ),
  );
}

export async function readMemberContents(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, MemberContent>> {
  return byKey(
    await tx.query(
      `SELECT id AS key, json_build_object('teamCode', team_code, 'name', name, 'post', post, 'phone', phone,
        'morePhones', more_phones, 'specialty', specialty, 'note', note, 'retiredAt', retired_at) AS content
       FROM team_members WHERE id = ANY($1)`,
      [ids],
    ),
  );
}

export async function readVehicleContents(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, VehicleContent>> {
  return byKey(
    await tx.query(
      `SELECT id AS key, json_build_object('teamCode', team_code, 'plate', plate, 'kind', kind, 'seats', seats,
        'trackerId', tracker_id, 'note', note, 'retiredAt', retired_at) AS content
       FROM team_vehicles WHERE id = ANY($1)`,
      [ids],
    ),
  );
}
