import { XIANJU } from '@liandong/seed/xianju/county';
import type { EntityManager } from 'typeorm';
import { toPoint } from '../database/columns.js';
import { insertRows } from '../database/insert-rows.js';
import { writeEquipment } from '../equipment/write-equipment.js';
import { writeExperts } from '../experts/write-experts.js';
import { nameCommandPost } from '../incidents/command-posts.js';
import { IncidentType } from '../incidents/incident.entity.js';
import { Place, Township } from '../places/place.entity.js';
import { searchKeys } from '../places/search.rules.js';
import { ResponsePlan, TownshipDetour } from '../plans/plan.entity.js';
import { newId } from '../platform/ids.js';
import { Setting } from '../settings/setting.entity.js';
import { SETTINGS } from '../settings/settings.table.js';
import { ResponseRule } from '../targets/response-rule.entity.js';
import { recordStrength } from '../teams/record-strength.js';
import { DutyShift, Team, TeamMember } from '../teams/team.entity.js';

const point = ([lon, lat]: readonly [number, number]) => toPoint({ lon, lat });
/** The demo's people were registered eight days ago: its gaps have a date. */
const STRENGTH_KNOWN_MS = 8 * 86_400_000;
/** The rules were in force before the first incident of any demo. */
const SINCE = new Date('2012-03-13T00:00:00+08:00');

/** The demo county 仙居 into an empty database: places, teams, people, rules, types, plans. Duty and accounts come apart. */
export async function loadDemoCounty(tx: EntityManager, now: Date): Promise<void> {
  await loadPlaces(tx);
  await loadTeams(tx, new Date(now.getTime() - STRENGTH_KNOWN_MS));
  await insertRows(tx, Setting, [DEMO_MARK]);
  await insertRows(
    tx,
    Setting,
    Object.entries(SETTINGS).map(([key, { value, unit, basis }]) => ({ key, value, unit, basis })),
  );
  await insertRows(
    tx,
    ResponseRule,
    XIANJU.responseRules.map((rule) => ({ ...rule, version: 1, effectiveFrom: SINCE })),
  );
  await insertRows(
    tx,
    IncidentType,
    XIANJU.incidentTypes.map((type, sortOrder) => ({
      ...type,
      keywords: [...type.keywords],
      specialties: [...type.specialties],
      sortOrder,
    })),
  );
  await insertRows(
    tx,
    ResponsePlan,
    XIANJU.plans.map(({ levels, ...plan }) => ({
      ...plan,
      code: plan.typeCode,
      version: 1,
      levels: levels.map(({ steps, requiredStrength }) => ({ steps: [...steps], requiredStrength })),
      effectiveFrom: SINCE,
    })),
  );
  await insertRows(tx, TownshipDetour, [...XIANJU.detours]);
  for (const { code, ...person } of COMMAND_POSTS) await nameCommandPost(tx, code, person);
}

async function loadPlaces(tx: EntityManager): Promise<void> {
  const outline = (code: string) => XIANJU.cells.find((cell) => cell.townshipCode === code)!.ring;
  await insertRows(
    tx,
    Township,
    XIANJU.townships.map(({ seat, gbCode: _, ...township }) => ({
      ...township,
      seat: point(seat),
      outline: {
        type: 'Polygon' as const,
        coordinates: [outline(township.code).map(([lon, lat]) => [lon, lat] as [number, number])],
      },
      outlineBasis: '示意',
    })),
  );
  await insertRows(
    tx,
    Place,
    XIANJU.places.map(({ aliases, location, ...place }) => ({
      ...place,
      location: point(location),
      aliases: [...aliases],
      keys: searchKeys([place.name, ...aliases]),
    })),
  );
}

async function loadTeams(tx: EntityManager, since: Date): Promise<void> {
  await insertRows(
    tx,
    Team,
    XIANJU.teams.map(({ members: _1, minimumStrength: _2, location, ...team }, sortOrder) => ({
      ...team,
      specialties: [...team.specialties],
      location: point(location),
      sortOrder,
    })),
  );
  const members = XIANJU.teams.flatMap((team) =>
    team.members.map((member) => ({ id: newId(), teamCode: team.code, ...member })),
  );
  await insertRows(tx, TeamMember, members);
  await recordStrength(
    tx,
    XIANJU.teams.map((team) => team.code),
    since,
  );
  await writeExperts(tx, XIANJU.experts);
}

/** Who holds the posts that command at the scene: nobody anybody could know. */
const COMMAND_POSTS = [
  { code: 'security_chief', name: '演示-周局', phone: '10000000901' },
  { code: 'deputy_head', name: '演示-陈副县长', phone: '10000000902' },
];

/** Says that this database holds the demo county: a real one is never touched. */
const DEMO_MARK = { key: 'demo', value: 1, unit: '', basis: '演示数据' };

export async function isDemo(tx: EntityManager): Promise<boolean> {
  const [mark] = await tx.query(`SELECT 1 FROM settings WHERE key = 'demo'`);
  return mark !== undefined;
}

/** The demo's equipment, also into a demo that is older than the list of it. */
export async function loadDemoEquipment(tx: EntityManager): Promise<void> {
  const [any] = await tx.query('SELECT 1 FROM equipment LIMIT 1');
  if (!any) await writeEquipment(tx, XIANJU.equipment);
}

const DUTY_DAYS = 14;

/** Keep the demo's roster filled two weeks ahead: only shifts that are not there yet are added. */
export async function extendDemoDuty(tx: EntityManager, now: Date): Promise<void> {
  const members: { id: string; phone: string }[] = await tx.query(
    'SELECT id, phone FROM team_members WHERE retired_at IS NULL',
  );
  const idByPhone = new Map(members.map((member) => [member.phone, member.id]));
  const [{ last }] = await tx.query('SELECT max(ends_at) AS last FROM duty_shifts');
  const shifts = XIANJU.dutyShifts(XIANJU.teams, now.toISOString(), DUTY_DAYS).filter(
    (shift) => !last || new Date(shift.startsAt) >= last,
  );
  const teams = new Map(XIANJU.teams.map((team) => [team.code, team]));
  await insertRows(
    tx,
    DutyShift,
    shifts.flatMap(({ teamCode, memberIndex, startsAt, endsAt }) => {
      // Whoever has left or has another number now is on no roster made for him before.
      const memberId = idByPhone.get(teams.get(teamCode)!.members[memberIndex]!.phone);
      return memberId
        ? [{ id: newId(), teamCode, memberId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }]
        : [];
    }),
  );
}
