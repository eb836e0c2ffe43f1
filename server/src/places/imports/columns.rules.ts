import type { PLACE_KINDS } from '@liandong/shared/place';

/** What a heading may be called, folded to lower case without blanks and underscores. */
const HEADINGS = {
  code: ['code', 'id', '代码', '编码', '编号', '区划代码', '统计用区划代码'],
  name: ['name', '名称', '地名', '村名', '村社名称', '标准名称'],
  aliases: ['aliases', 'alias', '别名', '别称', '俗名', '俗称', '曾用名'],
  kind: ['kind', 'type', '类别', '类型', '种类'],
  township: [
    'township',
    'townshipcode',
    'townshipname',
    '乡镇',
    '乡镇街道',
    '所属乡镇',
    '所属乡镇街道',
    '乡镇代码',
    '乡镇名称',
    '街道',
  ],
  lon: ['lon', 'lng', 'longitude', 'x', '经度'],
  lat: ['lat', 'latitude', 'y', '纬度'],
  grade: ['grade', '精度', '精度等级'],
  basis: ['basis', 'source', '依据', '来源'],
} as const;
export type Column = keyof typeof HEADINGS;

/** As the one who made the file knows them. */
export const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  code: '代码',
  name: '名称',
  aliases: '别名',
  kind: '类别',
  township: '乡镇',
  lon: '经度',
  lat: '纬度',
  grade: '精度',
  basis: '依据',
};

const BY_HEADING = new Map<string, Column>(
  Object.entries(HEADINGS).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
);

export const columnOf = (heading: string): Column | undefined =>
  BY_HEADING.get(heading.normalize('NFKC').toLowerCase().replace(/[\s_]/g, ''));

const KINDS: Readonly<Record<string, (typeof PLACE_KINDS)[number]>> = {
  village: 'village',
  村: 'village',
  村庄: 'village',
  行政村: 'village',
  自然村: 'village',
  community: 'community',
  社区: 'community',
  landmark: 'landmark',
  地标: 'landmark',
  路口: 'landmark',
  road_mark: 'road_mark',
  roadmark: 'road_mark',
  桩号: 'road_mark',
  公路桩号: 'road_mark',
  里程桩: 'road_mark',
};

/** A kind as it was written; without one by the name. Null: no such kind. */
export function kindOf(written: string, name: string): (typeof PLACE_KINDS)[number] | null {
  const kind = written.toLowerCase();
  if (written !== '') return Object.hasOwn(KINDS, kind) ? KINDS[kind]! : null;
  if (/社区(居委会)?$|居委会$/.test(name)) return 'community';
  return /K\d+(\+\d+)?$/i.test(name) ? 'road_mark' : 'village';
}

/** 下陈朱村委会 → 下陈朱村, 市桥社区居委会 → 市桥社区; the official name becomes an alias. */
export function spokenName(official: string): { name: string; aliases: string[] } {
  const name = official.replace(/村(民)?委(员)?会$/, '村').replace(/社区居(民)?委(员)?会$/, '社区');
  return { name, aliases: name === official ? [] : [official] };
}

/** Cells a table editor would run as a formula were exported behind an apostrophe: it is taken off again. */
export const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@\t])/, '').trim();
