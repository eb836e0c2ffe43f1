import { XIANJU } from '@liandong/seed/xianju/county';
import type { EntityManager } from 'typeorm';
import { CountyFacts } from '../county/county.entity.js';
import { toPoint } from '../database/columns.js';
import { insertRows } from '../database/insert-rows.js';
import { writeEquipment } from '../equipment/write-equipment.js';
import { writeExperts } from '../experts/write-experts.js';
import { nameCommandPost } from '../incidents/command-posts.js';
import { IncidentType } from '../incidents/incident.entity.js';
import { writePlaces } from '../places/write-places.js';
import { writeTownships } from '../places/write-townships.js';
import { ResponsePlan, TownshipDetour } from '../plans/plan.entity.js';
import { newId } from '../platform/ids.js';
import { Setting } from '../settings/setting.entity.js';
import { SETTINGS } from '../settings/settings.table.js';
import { ResponseRule } from '../targets/response-rule.entity.js';
import { recordStrength } from '../teams/record-strength.js';
import { Team, TeamMember } from '../teams/team.entity.js';

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
  await insertRows(tx, CountyFacts, [COUNTY]);
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
  await writeTownships(
    tx,
    XIANJU.townships.map(({ seat: [lon, lat], gbCode: _, ...township }) => ({
      ...township,
      lon,
      lat,
      outline: [[outline(township.code).map(([east, north]) => [east, north] as [number, number])]],
      outlineBasis: '示意',
    })),
  );
  await writePlaces(
    tx,
    XIANJU.places.map(({ location: [lon, lat], ...place }) => ({ ...place, lon, lat })),
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

/** The demo county is in service from the beginning. */
const COUNTY = {
  id: 1 as const,
  name: XIANJU.name,
  title: `${XIANJU.name}应急大联动`,
  centrePhone: '110',
  zone: XIANJU.zone,
  rulesConfirmedAt: SINCE,
  inServiceAt: SINCE,
};

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
