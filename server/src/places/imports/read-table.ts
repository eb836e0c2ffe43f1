import { parse } from 'csv-parse/sync';
import { Problem } from '../../platform/problem.js';
import { type Column, columnOf, unguarded } from './columns.rules.js';

/** A row of a file by its columns; `row` counts as a table editor does. */
export interface RawRow {
  row: number;
  cells: Partial<Record<Column, string>>;
  /** Set where a point was read as such, not from cells. */
  at?: readonly unknown[];
}

const MOST_ROWS = 20_000;
const LONGEST_LINE = 100_000;
/** A list of villages as the statistics office gives it has no headings: code, name, the township's code, further parents. */
const BARE: readonly (Column | undefined)[] = ['code', 'name', 'township'];

/** @throws Problem bad-request: not a table, no name column, too many or too long rows */
export function readCsv(text: string): RawRow[] {
  const lines = parseCsv(text);
  const [first, ...rest] = lines;
  if (!first) throw Problem.field('content', '文件里没有行');
  const headings = first.cells.map(columnOf);
  const bare = /^\d{9,12}$/.test(first.cells[0]?.trim() ?? '');
  if (!bare && !headings.includes('name')) throw Problem.field('content', '第 1 行须是表头，至少有“名称”和“乡镇”两列');
  const columns = bare ? BARE : headings;
  const double = columns.find((each, at) => each && columns.indexOf(each) !== at);
  if (double) throw Problem.field('content', '表头里有两列是同一项内容');
  const rows = bare ? lines : rest;
  if (rows.length > MOST_ROWS) throw Problem.field('content', `一次最多导入 ${MOST_ROWS} 行`);
  return rows.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, unguarded(cells[at] ?? '')]] : []))),
  }));
}

function parseCsv(text: string): { row: number; cells: string[] }[] {
  try {
    const records = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_LINE,
      info: true,
      delimiter: text.slice(0, 2000).split('\n', 1)[0]!.includes('\t') ? '\t' : ',',
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ row: info.lines, cells: record }));
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    const why = code === 'CSV_MAX_RECORD_SIZE' ? '过长' : '不是正确的 CSV';
    throw Problem.field('content', `第 ${lines ?? '?'} 行${why}`);
  }
}

interface Feature {
  type?: unknown;
  id?: unknown;
  properties?: Record<string, unknown> | null;
  geometry?: { type?: unknown; coordinates?: unknown } | null;
}

/** @throws Problem bad-request when it is no GeoJSON with features */
export function readFeatures(text: string): Feature[] {
  let json: { type?: unknown; features?: unknown };
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw Problem.field('content', '文件不是有效的 JSON');
  }
  const features = json?.type === 'Feature' ? [json] : json?.type === 'FeatureCollection' ? json.features : null;
  if (!Array.isArray(features)) throw Problem.field('content', '文件不是 GeoJSON 的 FeatureCollection');
  if (features.length === 0) throw Problem.field('content', '文件里没有要素');
  if (features.length > MOST_ROWS) throw Problem.field('content', `一次最多导入 ${MOST_ROWS} 个要素`);
  return features.map((each) => (typeof each === 'object' && each !== null ? (each as Feature) : {}));
}

/** Points of a GeoJSON as rows. */
export function readPoints(text: string): RawRow[] {
  return readFeatures(text).map(({ properties, geometry }, at) => ({
    row: at + 1,
    cells: propertyCells(properties),
    at: geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? geometry.coordinates : ['', ''],
  }));
}

export function propertyCells(properties: Feature['properties']): RawRow['cells'] {
  const cells: RawRow['cells'] = {};
  for (const [heading, value] of Object.entries(properties ?? {})) {
    const column = columnOf(heading);
    if (!column || value === null || typeof value === 'object') {
      if (column === 'aliases' && Array.isArray(value)) cells.aliases = value.join('；');
      continue;
    }
    cells[column] ??= unguarded(String(value));
  }
  return cells;
}
