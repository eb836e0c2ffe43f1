import type { LineFault, TownshipLine } from '@liandong/shared/township-list';
import { SKETCHED, type TownshipToWrite } from '../../places/write-townships.js';

export type KnownTownship = Omit<TownshipToWrite, 'outline' | 'outlineBasis'>;
type Point = { lon: number; lat: number };

export const FAULT_WORDS: Record<LineFault, string> = {
  noName: '没有名称',
  twoNames: '有看不懂的词；一行只写一个乡镇街道',
  nameAgain: '名称与前面的行重复',
  codeAgain: '编码与前面的行重复',
  codeTwice: '写了两个编码',
  halfPoint: '坐标要写经度和纬度两个数',
  offMap: '坐标不在地球上，请核对经度、纬度的先后',
};

/** First code of a kind of township, by the last character of its name, as the national codes number them (GB/T 10114). */
const FIRST_CODES: readonly [ending: string, first: number][] = [
  ['街道', 1],
  ['镇', 100],
  ['乡', 200],
];
const OTHER_FIRST = 400;

function freeCode(name: string, taken: ReadonlySet<string>): string {
  const first = FIRST_CODES.find(([ending]) => name.endsWith(ending))?.[1] ?? OTHER_FIRST;
  for (let code = first; ; code++) {
    const word = String(code).padStart(3, '0');
    if (!taken.has(word)) return word;
  }
}

/** How far from the county town sketched seats are laid out, in degrees: about 2 km and 15 km. */
const SKETCH_DEGREES = { urban: 0.02, township: 0.15 } as const;

/** Seats nobody knows yet, on a ring, so that no two share a point. */
function sketch(around: Point, place: number, of: number, urban: boolean): Point {
  const angle = (2 * Math.PI * place) / of;
  const far = urban ? SKETCH_DEGREES.urban : SKETCH_DEGREES.township;
  const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return { lon: round(around.lon + far * Math.cos(angle)), lat: round(around.lat + far * Math.sin(angle)) };
}

/** Where sketched seats lie round: what was said, else the middle of the seats that are known; null: nobody knows. */
export function middleOf(known: readonly KnownTownship[], said: Point | undefined): Point | null {
  if (said) return said;
  const sure = known.filter(({ seatGrade }) => seatGrade !== SKETCHED);
  if (sure.length === 0) return null;
  const mean = (of: (one: Point) => number): number => sure.reduce((sum, one) => sum + of(one), 0) / sure.length;
  return { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat) };
}

/** What the county's own codes say against a line; null: nothing. */
export function clash({ name, code }: TownshipLine, known: readonly KnownTownship[]): string | null {
  const same = known.find((one) => one.name === name);
  if (same && code !== null && code !== same.code) return `${name}的编码已是 ${same.code}`;
  const other = known.find((one) => one.code === code);
  return other && other.name !== name ? `编码 ${code} 已是${other.name}` : null;
}

/**
 * Townships as they shall be: a name that is there is changed where its line says something, a new one gets the next free
 * code, class 三 and a seat radius of 3 km (本县约定). Seats without a point are sketched round `middle`.
 */
export function townshipsOf(
  rows: readonly TownshipLine[],
  known: readonly KnownTownship[],
  middle: Point | null,
): KnownTownship[] {
  const taken = new Set([...known, ...rows].flatMap(({ code }) => (code === null ? [] : [code])));
  return rows.map((row, place) => {
    const before = known.find(({ name }) => name === row.name);
    const urban = row.urban ?? before?.urban ?? false;
    const code = before?.code ?? row.code ?? freeCode(row.name, taken);
    taken.add(code);
    const point = row.point ?? before ?? sketch(middle!, place, rows.length, urban);
    return {
      code,
      name: row.name,
      urban,
      strengthClass: before?.strengthClass ?? 3,
      lon: point.lon,
      lat: point.lat,
      seatGrade: row.point ? 'B' : (before?.seatGrade ?? SKETCHED),
      seatRadiusMeters: before?.seatRadiusMeters ?? 3000,
    };
  });
}

/** Has a line neither a point of its own nor one from before? */
export const needsMiddle = (rows: readonly TownshipLine[], known: readonly KnownTownship[]): boolean =>
  rows.some(({ name, point }) => point === null && !known.some((one) => one.name === name));
