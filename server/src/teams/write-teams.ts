import type { EntityManager } from 'typeorm';
import { appendEvents, type NewEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { toRegistered } from '../platform/phone.rules.js';
import { whatHappened } from './change.rules.js';
import { readTeamContents, type TeamContent } from './contents.queries.js';
import { recordStrength } from './record-strength.js';
import type { Team } from './team.entity.js';

/** Who changes the register, when, and why. */
export interface By {
  at: Date;
  actor: Actor;
  reason: string;
}

/** A team as it is written; what is left out stands as it was, or is empty for a new one. */
export type TeamToWrite = Omit<Team, 'version' | 'retiredAt' | 'duties' | 'baseAddress'> &
  Partial<Pick<Team, 'retiredAt' | 'duties' | 'baseAddress'>>;

const EMPTY = { duties: '', baseAddress: '', retiredAt: null };

/** Insert teams, or replace those whose code is there already; each change is an event. What stays as it was makes none. */
export async function writeTeams(tx: EntityManager, rows: readonly TeamToWrite[], by: By): Promise<void> {
  if (rows.length === 0) return;
  const codes = rows.map((row) => row.code);
  const before = await readTeamContents(tx, codes);
  const whole = rows.map((row) => ({
    ...row,
    ...standing(before.get(row.code), row),
    alarmPhone: toRegistered(row.alarmPhone),
  }));
  await tx.query(UPSERT, [JSON.stringify(whole)]);
  const after = await readTeamContents(tx, codes);
  await recordStrength(tx, codes, by.at);
  await appendEvents(
    tx,
    codes.flatMap((code) => eventOf(before.get(code), after.get(code)!, by) ?? []),
  );
}

function standing(before: TeamContent | undefined, row: TeamToWrite) {
  const { duties, baseAddress, retiredAt } = before ?? EMPTY;
  return {
    duties: row.duties ?? duties,
    baseAddress: row.baseAddress ?? baseAddress,
    retiredAt: row.retiredAt === undefined ? retiredAt : row.retiredAt,
  };
}

function eventOf(before: TeamContent | undefined, after: TeamContent, by: By): NewEvent | null {
  const happened = whatHappened(before, after);
  if (!happened) return null;
  const payload = { subject: after.shortName, before: before ?? null, after, reason: by.reason };
  return { at: by.at, type: `team.${happened}`, actor: by.actor, teamCode: after.code, payload };
}

const UPSERT = `INSERT INTO teams AS t (code, name, short_name, team_class, specialties, lead_department, base, township_code,
    location, alarm_phone, sort_order, duties, base_address, retired_at)
  SELECT code, name, "shortName", "teamClass", specialties, "leadDepartment", base, "townshipCode",
    ST_GeomFromGeoJSON(location::text)::geography, "alarmPhone", "sortOrder", duties, "baseAddress", "retiredAt"
  FROM json_to_recordset($1::json) AS r(code text, name text, "shortName" text, "teamClass" text, specialties text[],
    "leadDepartment" text, base text, "townshipCode" text, location json, "alarmPhone" text, "sortOrder" integer,
    duties text, "baseAddress" text, "retiredAt" timestamptz)
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, team_class = excluded.team_class,
    specialties = excluded.specialties, lead_department = excluded.lead_department, base = excluded.base,
    township_code = excluded.township_code, location = excluded.location, alarm_phone = excluded.alarm_phone,
    sort_order = excluded.sort_order, duties = excluded.duties, base_address = excluded.base_address,
    retired_at = excluded.retired_at, version = t.version + 1`;
