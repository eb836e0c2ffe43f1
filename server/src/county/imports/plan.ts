import type { SheetCounts } from '@liandong/shared/county';
import { toWgs84 } from '../../places/datum.js';
import { newPlaceCode } from '../../places/write-places.js';
import { SKETCHED } from '../../places/write-townships.js';
import { newId } from '../../platform/ids.js';
import type { Names } from './names.rules.js';
import type { County, ReadRow, ReadSheets } from './rows.js';
import { SHEET_KEYS, SHEETS, type SheetKey } from './sheets.js';

/** What would be written of one sheet. */
export interface SheetPlan<T> {
  added: T[];
  changed: T[];
  /** What stands where `changed` will, in the same order. */
  was: T[];
  retired: T[];
  unchanged: number;
}
export type Plan = { [K in SheetKey]?: SheetPlan<County[K][number]> };
export type Datum = 'wgs84' | 'gcj02' | 'bd09';

export interface Wanted {
  /** Of points whose row does not say. */
  datum: Datum;
  /** Who is missing from the sheet of people, of teams that are in it, is put out of use. */
  retireMissing: boolean;
}

type Values = ReadRow['values'];
type Build<T> = (values: Values, before: T | undefined, names: Names, datum: Datum) => T;

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The row's point in WGS-84; null when it gives none. */
function pointOf(values: Values, datum: Datum): { lon: number; lat: number } | null {
  const { lon, lat } = values as { lon?: number; lat?: number };
  if (lon === undefined || lat === undefined) return null;
  const point = toWgs84({ lon, lat }, (values.datum as Datum | undefined) ?? datum);
  return { lon: round(point.lon), lat: round(point.lat) };
}

/** A cell that is empty leaves what is there. */
const keep =
  (values: Values, before: object | undefined) =>
  <T>(key: string, otherwise: T): T =>
    (values[key] as T | undefined) ?? ((before as Record<string, T> | undefined)?.[key] as T | undefined) ?? otherwise;

const BUILD: { [K in SheetKey]: Build<County[K][number]> } = {
  county: (values, before) => {
    const get = keep(values, before);
    const name = get('name', '');
    const renamed = before !== undefined && values.name !== undefined && before.name !== name;
    const title = (values.title as string | undefined) ?? (renamed ? undefined : before?.title) ?? `${name}应急大联动`;
    return { name, title, centrePhone: get('centrePhone', '110'), zone: get('zone', 'Asia/Shanghai') };
  },
  townships: (values, before, _, datum) => {
    const get = keep(values, before);
    const point = pointOf(values, datum)!;
    const stays = before && before.lon === point.lon && before.lat === point.lat;
    return {
      code: get('code', ''),
      name: get('name', ''),
      urban: get('urban', false),
      strengthClass: get('strengthClass', 3),
      ...point,
      // A seat that was only sketched is known once a sheet puts it elsewhere.
      seatGrade: stays || (before && before.seatGrade !== SKETCHED) ? before.seatGrade : 'B',
      seatRadiusMeters: get('seatRadiusMeters', 3000),
    };
  },
  teams: (values, before, names, datum) => {
    const get = keep(values, before);
    const name = get('name', '');
    const point = pointOf(values, datum);
    return {
      code: get('code', ''),
      name,
      shortName: get('shortName', name),
      teamClass: get('teamClass', 'public'),
      specialties: get<string[]>('specialties', []),
      leadDepartment: get('leadDepartment', ''),
      base: get('base', 'township'),
      townshipCode: names.township(String(values.township))!,
      lon: point?.lon ?? before?.lon ?? Number.NaN,
      lat: point?.lat ?? before?.lat ?? Number.NaN,
      alarmPhone: get('alarmPhone', ''),
      duties: get('duties', ''),
      baseAddress: get('baseAddress', ''),
      sortOrder: before?.sortOrder ?? -1,
      retired: false,
    };
  },
  members: (values, before, names) => {
    const get = keep(values, before);
    return {
      id: before?.id ?? newId(),
      teamCode: names.team(String(values.team))!,
      name: get('name', ''),
      post: get('post', 'member'),
      phone: get('phone', ''),
      morePhones: get<string[]>('morePhones', []),
      specialty: get<string | null>('specialty', null),
      note: get('note', ''),
      retired: false,
    };
  },
  vehicles: (values, before, names) => {
    const get = keep(values, before);
    return {
      id: before?.id ?? newId(),
      teamCode: names.team(String(values.team))!,
      plate: get('plate', ''),
      kind: get('kind', ''),
      seats: get<number | null>('seats', null),
      trackerId: get<string | null>('trackerId', null),
      note: get('note', ''),
      retired: false,
    };
  },
  equipment: (values, before, names, datum) => {
    const get = keep(values, before);
    const point = pointOf(values, datum);
    return {
      id: before?.id ?? newId(),
      teamCode: values.team === undefined ? null : names.team(String(values.team)),
      category: get('category', ''),
      name: get('name', ''),
      quantity: get('quantity', 0),
      unit: get('unit', '件'),
      condition: get('condition', 'good'),
      placeText: get('placeText', ''),
      lon: point?.lon ?? before?.lon ?? null,
      lat: point?.lat ?? before?.lat ?? null,
      contactName: get('contactName', ''),
      contactPhone: get('contactPhone', ''),
      expiresOn: get<string | null>('expiresOn', null),
      note: get('note', ''),
      retired: false,
    };
  },
  experts: (values, before) => {
    const get = keep(values, before);
    return {
      id: before?.id ?? newId(),
      name: get('name', ''),
      category: get('category', '综合管理'),
      specialty: get('specialty', ''),
      phone: get('phone', ''),
      unit: get('unit', ''),
      title: get('title', ''),
      retired: false,
    };
  },
  places: (values, before, names, datum) => {
    const get = keep(values, before);
    return {
      code: get('code', newPlaceCode()),
      name: get('name', ''),
      kind: get('kind', 'village'),
      townshipCode: names.township(String(values.township))!,
      ...pointOf(values, datum)!,
      aliases: get<string[]>('aliases', []),
      grade: get('grade', 'B'),
      basis: get('basis', '表格导入'),
    };
  },
  shifts: (values, before, names) => ({
    id: before?.id ?? newId(),
    teamCode: names.team(String(values.team))!,
    memberId: String(values.memberId ?? before?.memberId ?? ''),
    startsAt: String(values.startsAt),
    endsAt: String(values.endsAt),
  }),
};

/** By what a row is known again, of a row of the county or one that was built. */
const IDENTITY: { [K in SheetKey]: (row: County[K][number]) => string } = {
  county: () => '',
  townships: ({ code }) => code,
  teams: ({ code }) => code,
  members: ({ teamCode, phone }) => `${teamCode} ${phone}`,
  vehicles: ({ teamCode, plate }) => `${teamCode} ${plate}`,
  equipment: ({ teamCode, name, placeText }) => JSON.stringify([teamCode, name, placeText]),
  experts: ({ name, phone }) => `${name} ${phone}`,
  places: ({ code }) => code,
  shifts: ({ teamCode, memberId, startsAt }) => `${teamCode} ${memberId} ${startsAt}`,
};

/** What the sheets would change, as whole rows. The sheets have no errors. */
export function planImport(read: ReadSheets, county: County, names: Names, wanted: Wanted): Plan {
  const plan: Plan = {};
  const context = { county, names, wanted, plan };
  for (const key of SHEET_KEYS) if (read[key]) planSheet(key, read[key], context);
  if (plan.teams) completeTeams(plan.teams, county, plan.townships);
  if (plan.members && wanted.retireMissing) plan.members.retired = missingMembers(county, read.members ?? [], names);
  return plan;
}

interface Context {
  county: County;
  names: Names;
  wanted: Wanted;
  plan: Plan;
}

function planSheet<K extends SheetKey>(
  key: K,
  rows: readonly ReadRow[],
  { county, names, wanted, plan }: Context,
): void {
  type Row = County[K][number];
  const sheet: SheetPlan<Row> = { added: [], changed: [], was: [], retired: [], unchanged: 0 };
  const known = new Map<string, Row>();
  // Of two that would be the same, the one in use counts.
  const inUse = (row: Row): number => ('retired' in row && row.retired ? 0 : 1);
  for (const row of [...(county[key] as Row[])].sort((a, b) => inUse(a) - inUse(b))) known.set(IDENTITY[key](row), row);
  const unnamed = key === 'places' ? placesByName(county.places) : null;
  const memberIds = key === 'shifts' ? idsOfMembers(county, plan) : null;
  for (const { values } of rows) {
    if (memberIds) values.memberId = memberIds.get(`${names.team(String(values.team))} ${values.phone}`);
    const draft = BUILD[key](values, undefined, names, wanted.datum);
    const byName =
      unnamed && values.code === undefined ? unnamed.get(placeName(draft as County['places'][number])) : undefined;
    const before = (byName as Row | undefined) ?? known.get(IDENTITY[key](draft));
    const row = before ? BUILD[key](values, before, names, wanted.datum) : draft;
    if (!before) sheet.added.push(row);
    else if (JSON.stringify(before) === JSON.stringify(row)) sheet.unchanged += 1;
    else {
      sheet.changed.push(row);
      sheet.was.push(before);
    }
  }
  (plan as Record<string, SheetPlan<Row>>)[key] = sheet;
}

const placeName = ({ name, townshipCode, kind }: County['places'][number]): string =>
  JSON.stringify([name, townshipCode, kind]);
const placesByName = (places: County['places']) =>
  new Map([...places].reverse().map((place) => [placeName(place), place]));

/** Whose shift it is: somebody of the register, or of the same workbook. */
function idsOfMembers(county: County, plan: Plan): Map<string, string> {
  const people = [
    ...county.members.filter(({ retired }) => !retired),
    ...(plan.members?.added ?? []),
    ...(plan.members?.changed ?? []),
  ];
  return new Map(people.map(({ id, teamCode, phone }) => [`${teamCode} ${phone}`, id]));
}

/** New teams come last on the wall; one without a point of its own starts from its township's seat. */
function completeTeams(teams: SheetPlan<County['teams'][number]>, county: County, townships: Plan['townships']): void {
  const seats = new Map(
    [...county.townships, ...(townships?.added ?? []), ...(townships?.changed ?? [])].map((town) => [town.code, town]),
  );
  let last = Math.max(-1, ...county.teams.map(({ sortOrder }) => sortOrder));
  for (const team of [...teams.added, ...teams.changed]) {
    if (team.sortOrder < 0) {
      last += 1;
      team.sortOrder = last;
    }
    if (Number.isNaN(team.lon))
      Object.assign(team, { lon: seats.get(team.townshipCode)!.lon, lat: seats.get(team.townshipCode)!.lat });
  }
}

function missingMembers(county: County, rows: readonly ReadRow[], names: Names): County['members'] {
  const listed = new Set(rows.map(({ values }) => `${names.team(String(values.team))} ${values.phone}`));
  const teams = new Set(rows.map(({ values }) => names.team(String(values.team))));
  return county.members
    .filter((member) => teams.has(member.teamCode) && !member.retired && !listed.has(IDENTITY.members(member)))
    .map((member) => ({ ...member, retired: true }));
}

/** The plan in numbers. */
export function countsOf(plan: Plan): SheetCounts[] {
  return SHEET_KEYS.flatMap((key) => {
    const sheet = plan[key];
    if (!sheet) return [];
    const { added, changed, retired, unchanged } = sheet;
    const rows = added.length + changed.length + unchanged;
    return {
      sheet: SHEETS[key].name,
      rows,
      added: added.length,
      changed: changed.length,
      unchanged,
      retired: retired.length,
    };
  });
}
