import type { EntityManager } from 'typeorm';
import { appendEvents } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { toLocal } from '../platform/phone.rules.js';
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

/** Insert teams, or replace those whose code is there already; each change is an event. What stays as it was makes no event. */
export async function writeTeams(tx: EntityManager, rows: readonly TeamToWrite[], by: By): Promise<void> {
  if (rows.length === 0) return;
  const codes = rows.map((row) => row.code);
  const before = await readTeamContents(tx, codes);
  await tx.query(UPSERT, [JSON.stringify(rows.map((row) => ({ ...row, alarmPhone: toLocal(row.alarmPhone) })))]);
  const after = await readTeamContents(tx, codes);
  await recordStrength(tx, codes, by.at);
  await appendEvents(
    tx,
    codes.flatMap((code) => eventOf(before.get(code), after.get(code)!, by) ?? []),
  );
}

function eventOf(before: TeamContent | undefined, after: TeamContent, { at, actor, reason }: By) {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const payload = { subject: after.shortName, before: before ?? null, after, reason };
  return { at, type: before ? 'team.edited' : 'team.added', actor, teamCode: after.code, payload };
}

const UPSERT = `INSERT INTO teams AS t (code, name, short_name, team_class, specialties, lead_department, base, township_code,
    location, alarm_phone, sort_order, duties, base_address, retired_at)
  SELECT code, name, "shortName", "teamClass", specialties, "leadDepartment", base, "townshipCode",
    ST_GeomFromGeoJSON(location::text)::geography, "alarmPhone", "sortOrder", coalesce(duties, ''), coalesce("baseAddress", ''), "retiredAt"
  FROM json_to_recordset($1::json) AS r(code text, name text, "shortName" text, "teamClass" text, specialties text[],
    "leadDepartment" text, base text, "townshipCode" text, location json, "alarmPhone" text, "sortOrder" integer,
    duties text, "baseAddress" text, "retiredAt" timestamptz)
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, team_class = excluded.team_class,
    specialties = excluded.specialties, lead_department = excluded.lead_department, base = excluded.base,
    township_code = excluded.township_code, location = excluded.location, alarm_phone = excluded.alarm_phone,
    sort_order = excluded.sort_order, duties = coalesce(nullif(excluded.duties, ''), t.duties),
    base_address = coalesce(nullif(excluded.base_address, ''), t.base_address),
    retired_at = coalesce(excluded.retired_at, t.retired_at), version = t.version + 1`;
