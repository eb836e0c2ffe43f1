import type { LonLat } from '@liandong/shared/basics';
import type { MultiPolygon, RowRemark } from '@liandong/shared/place';
import { type Column, columnOf } from '../imports/columns.rules.js';

type Ring = MultiPolygon[number][number];

/** One feature of a file: which area it is said to be, and its lines in WGS-84. */
export interface ReadArea {
  row: number;
  code: string;
  name: string;
  township: string;
  outline: MultiPolygon;
}

interface Feature {
  properties?: Record<string, unknown> | null;
  geometry?: { type?: unknown; coordinates?: unknown } | null;
}

/** Administrative codes go by many names. */
const CODES = ['adcode', '乡镇代码', '行政代码', '网格编号', '网格代码'];

/** Polygons of a file, every corner converted from the declared datum; nothing is simplified or mended. */
export function readAreas(
  features: readonly Feature[],
  toWgs84: (at: LonLat) => LonLat,
): { areas: ReadArea[]; errors: RowRemark[] } {
  const errors: RowRemark[] = [];
  const areas = features.flatMap(({ properties, geometry }, at): ReadArea[] => {
    const row = at + 1;
    const wrong = (message: string): never[] => {
      errors.push({ row, column: '范围', message });
      return [];
    };
    const parts = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.coordinates;
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return wrong('不是 Polygon 或 MultiPolygon');
    if (!Array.isArray(parts) || parts.length === 0) return wrong('没有坐标');
    const outline: MultiPolygon = [];
    for (const part of parts) {
      if (!Array.isArray(part) || part.length === 0) return wrong('没有坐标');
      const rings = part.map((ring) => readRing(ring, toWgs84));
      const fault = rings.find((ring) => typeof ring === 'string');
      if (typeof fault === 'string') return wrong(fault);
      outline.push(rings as Ring[]);
    }
    return [{ row, ...namesOf(properties), outline }];
  });
  return { areas, errors };
}

function namesOf(properties: Feature['properties']): Record<'code' | 'name' | 'township', string> {
  const found: Partial<Record<Column, string>> = {};
  for (const [heading, value] of Object.entries(properties ?? {})) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const column = CODES.includes(heading.toLowerCase()) ? 'code' : columnOf(heading);
    if (column) found[column] ??= String(value).trim().slice(0, 60);
  }
  return { code: found.code ?? '', name: found.name ?? '', township: found.township ?? '' };
}

/** A ring in WGS-84, or what is wrong with it. */
function readRing(ring: unknown, toWgs84: (at: LonLat) => LonLat): Ring | string {
  if (!Array.isArray(ring) || ring.length < 4) return '一圈至少要有四个坐标（首尾同一点）';
  const points: Ring = [];
  for (const point of ring) {
    const [lon, lat] = Array.isArray(point) ? point : [];
    if (typeof lon !== 'number' || typeof lat !== 'number') return '坐标不是数';
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return '坐标不在地球上：应为经度、纬度';
    const at = toWgs84({ lon, lat });
    points.push([at.lon, at.lat]);
  }
  const [first, last] = [ring[0] as number[], ring.at(-1) as number[]];
  return first[0] === last[0] && first[1] === last[1] ? points : '一圈没有闭合';
}

/** Of townships by code (last three of nine digits, or three) or by name, with or without 镇. */
export function townshipMeant<T extends { code: string; name: string }>(
  { code, name, township }: Pick<ReadArea, 'code' | 'name' | 'township'>,
  townships: readonly T[],
): T | undefined {
  const short = (words: string): string => words.replace(/(街道|镇|乡)$/, '');
  const by = (words: string): T | undefined =>
    /^\d{9,12}$/.test(words)
      ? townships.find((each) => each.code === words.slice(6, 9))
      : (townships.find((each) => each.code === words || each.name === words) ??
        (words.length > 1 ? townships.find((each) => short(each.name) === short(words)) : undefined));
  return [code, township, name].map((words) => (words === '' ? undefined : by(words))).find(Boolean);
}
