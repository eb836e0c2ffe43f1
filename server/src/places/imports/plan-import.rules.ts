import type { LonLat } from '@liandong/shared/basics';
import { PLACE_GRADES, type PlaceView, type RowRemark } from '@liandong/shared/place';
import type { PlaceToWrite } from '../write-places.js';
import { COLUMN_NAMES, type Column, kindOf, spokenName } from './columns.rules.js';
import type { RawRow } from './read-table.js';

export interface TownshipKnown {
  code: string;
  name: string;
  seat: LonLat;
}

export interface ImportFacts {
  townships: readonly TownshipKnown[];
  places: readonly PlaceView[];
  /** For rows that name no basis of their own. */
  basis: string;
  toWgs84: (at: LonLat) => LonLat;
}

export interface PlannedRow {
  row: number;
  place: PlaceToWrite;
  before: PlaceView | null;
  atSeat: boolean;
}

export interface ImportPlan {
  planned: PlannedRow[];
  errors: RowRemark[];
}

/** Basis of a place whose list gave no point. */
const AT_SEAT = '位置取乡镇驻地，示意';
const MOST_ALIASES = 20;
const LONGEST_NAME = 60;

/** What each row of a file would become; a row with anything wrong becomes a remark. A code or name said twice is wrong. */
export function planImport(rows: readonly RawRow[], facts: ImportFacts): ImportPlan {
  const known = {
    byCode: new Map(facts.places.map((place) => [place.code, place])),
    byName: new Map(facts.places.map((place) => [`${place.townshipCode} ${place.name}`, place])),
  };
  const firstRow = new Map<string, number>();
  const plan: ImportPlan = { planned: [], errors: [] };
  for (const raw of rows) {
    const remarks: RowRemark[] = [];
    const read = readRow(raw, facts, (column, message) =>
      remarks.push({ row: raw.row, column: COLUMN_NAMES[column], message }),
    );
    const before =
      read && ((read.code && known.byCode.get(read.code)) || known.byName.get(`${read.townshipCode} ${read.name}`));
    const key = read && (before?.code ?? read.code ?? `${read.townshipCode} ${read.name}`);
    if (key !== null && firstRow.has(key))
      remarks.push({ row: raw.row, column: COLUMN_NAMES.code, message: `与第 ${firstRow.get(key)} 行重复` });
    if (remarks.length > 0 || read === null) plan.errors.push(...remarks);
    else {
      firstRow.set(key!, raw.row);
      plan.planned.push(plannedRow(raw.row, read, before || null, facts));
    }
  }
  return plan;
}

interface ReadRow extends Omit<PlaceToWrite, 'lon' | 'lat' | 'grade' | 'basis'> {
  at: LonLat | null;
  grade: string | null;
  basis: string | null;
}

type Complain = (column: Column, message: string) => void;

function readRow(raw: RawRow, { townships, toWgs84 }: ImportFacts, complain: Complain): ReadRow | null {
  const cell = (column: Column): string => raw.cells[column] ?? '';
  const { name, aliases } = spokenName(cell('name'));
  if (name === '' || name.length > LONGEST_NAME) complain('name', name === '' ? '没有名称' : '名称过长');
  const kind = kindOf(cell('kind'), cell('name'));
  if (!kind) complain('kind', `没有“${cell('kind').slice(0, 20)}”这一类`);
  const township = townshipOf(cell('township'), cell('code'), townships);
  if (!township) complain('township', `没有“${cell('township').slice(0, 20)}”这个乡镇街道`);
  const said = [
    ...aliases,
    ...cell('aliases')
      .split(/[;；、|，,]/)
      .map((each) => each.trim()),
  ].filter((each) => each !== '' && each !== name);
  if (said.length > MOST_ALIASES || said.some((each) => each.length > LONGEST_NAME))
    complain('aliases', '别名过多或过长');
  const code = cell('code');
  if (code.length > LONGEST_NAME || /\s/.test(code)) complain('code', '代码过长或含空格');
  const grade = cell('grade');
  if (grade !== '' && !(PLACE_GRADES as readonly string[]).includes(grade))
    complain('grade', '精度只能是 A、B、C、D 或 示意');
  const at = pointOf(raw, complain);
  if (!kind || !township) return null;
  return {
    ...(code === '' ? {} : { code }),
    name,
    aliases: [...new Set(said)],
    kind,
    townshipCode: township.code,
    at: at && toWgs84(at),
    grade: grade || null,
    basis: cell('basis').slice(0, 200) || null,
  };
}

/** By its three or nine digits or more, by its name whole or without 镇, or by the first digits of the place's own code. */
function townshipOf(written: string, code: string, townships: readonly TownshipKnown[]): TownshipKnown | undefined {
  const digits = written === '' ? code : written;
  if (/^\d{3}$/.test(digits)) return townships.find((each) => each.code === digits);
  if (/^\d{9,12}$/.test(digits)) return townships.find((each) => each.code === digits.slice(6, 9));
  const short = (name: string): string => name.replace(/(街道|镇|乡)$/, '');
  return townships.find(({ name }) => name === written) ?? townships.find(({ name }) => short(name) === written);
}

function pointOf(raw: RawRow, complain: Complain): LonLat | null {
  const [lon, lat] = raw.at ?? [raw.cells.lon ?? '', raw.cells.lat ?? ''];
  if (lon === '' && lat === '' && raw.at === undefined) return null;
  const number = (value: unknown): number => (value === '' || value === null ? Number.NaN : Number(value));
  const at = { lon: number(lon), lat: number(lat) };
  const [onLon, onLat] = [Math.abs(at.lon) <= 180, Math.abs(at.lat) <= 90];
  if (!onLon) complain('lon', '经度不是 -180 到 180 的数');
  if (!onLat) complain('lat', '纬度不是 -90 到 90 的数');
  return onLon && onLat ? at : null;
}

/** Without a point of its own a place keeps the one it has, else it takes its township's seat. */
function plannedRow(row: number, read: ReadRow, before: PlaceView | null, facts: ImportFacts): PlannedRow {
  const { at, grade, basis, ...rest } = read;
  const seat = facts.townships.find(({ code }) => code === read.townshipCode)!.seat;
  const atSeat = at === null && before === null;
  const kept = at === null && before !== null;
  const place: PlaceToWrite = {
    ...rest,
    ...(before ? { code: before.code } : {}),
    aliases: kept ? [...new Set([...before.aliases, ...rest.aliases])] : rest.aliases,
    ...(at ?? before?.location ?? seat),
    grade: grade ?? (kept ? before.grade : atSeat ? '示意' : 'C'),
    basis: basis ?? (kept ? before.basis : atSeat ? `${facts.basis}；${AT_SEAT}` : facts.basis),
  };
  return { row, place, before, atSeat };
}

const SAME_DEGREES = 1e-7;

/** Whether a planned row leaves its place as it is. */
export function isUnchanged({ place, before }: PlannedRow): boolean {
  if (!before || before.retiredAt) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < SAME_DEGREES;
  const same = (key: 'name' | 'kind' | 'townshipCode' | 'grade' | 'basis'): boolean => place[key] === before[key];
  return (
    (['name', 'kind', 'townshipCode', 'grade', 'basis'] as const).every(same) &&
    near(place.lon, before.location.lon) &&
    near(place.lat, before.location.lat) &&
    place.aliases.length === before.aliases.length &&
    place.aliases.every((alias) => before.aliases.includes(alias))
  );
}
