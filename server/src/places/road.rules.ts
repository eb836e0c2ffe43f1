import type { LonLat } from '@liandong/shared/basics';
import { fold, syllablesOf } from './spelling.rules.js';

/** A kilometre mark as the gazetteer has it. */
export interface Mark {
  code: string;
  name: string;
  aliases: readonly string[];
  townshipCode: string;
  townshipName: string;
  location: LonLat;
  grade: string;
}

/** A road by all that it is called, with its marks in the order of their kilometres. */
export interface Road<T extends Mark> {
  name: string;
  keys: readonly string[];
  marks: readonly { km: number; place: T }[];
}

const KM_NAME = /^(.+?)k?(\d+(?:\.\d+)?)(?:\+(\d{1,3}))?(?:公里|千米|km)?$/;
const NUMBERED = /^([gsxy])(\d+)$/;
const CLASSES: Readonly<Record<string, string>> = { g: '国道', s: '省道', x: '县道', y: '乡道' };

/** G351 → g351, 351国道, 国道351, g351国道; 台金高速 → also 台金高速公路, 台金; each in pinyin too. */
function keysOf(name: string): string[] {
  const [, letter, digits] = NUMBERED.exec(name) ?? [];
  const kind = letter && CLASSES[letter];
  const numbered = kind ? [`${digits}${kind}`, `${kind}${digits}`, `${name}${kind}`] : [];
  const short = name.replace(/(高速|公路|国道|省道)$/, '');
  const spoken = name.endsWith('高速') ? [`${name}公路`, ...(short.length > 1 ? [short] : [])] : [];
  return [name, ...numbered, ...spoken].flatMap((key) => [key, syllablesOf(key).join('')]);
}

/** 205 of `G351 K205`, 95.3 of `S28 K95+300`; null when the name is no mark of a road. */
function readMark(name: string): { road: string; km: number } | null {
  const [, road, km, metres] = KM_NAME.exec(fold(name)) ?? [];
  return road === undefined ? null : { road, km: Number(km) + Number(metres ?? 0) / 1000 };
}

export function roadsOf<T extends Mark>(marks: readonly T[]): Road<T>[] {
  const roads = new Map<string, { keys: Set<string>; marks: { km: number; place: T }[] }>();
  for (const place of marks) {
    const read = readMark(place.name);
    if (!read) continue;
    const road = roads.get(read.road) ?? { keys: new Set<string>(), marks: [] };
    for (const name of [place.name, ...place.aliases])
      for (const key of keysOf(readMark(name)?.road ?? '')) if (key.length > 1) road.keys.add(key);
    road.marks.push({ km: read.km, place });
    roads.set(read.road, road);
  }
  return [...roads].map(([name, road]) => ({
    name: name.toUpperCase(),
    keys: [...road.keys].toSorted((a, b) => b.length - a.length),
    marks: road.marks.toSorted((a, b) => a.km - b.km),
  }));
}

const DIGITS = '零一二三四五六七八九';
/** 三五一 → 351, 二百一十 → 210, 八十 → 80. */
export function arabic(text: string): string {
  return text.replace(/[零一二两三四五六七八九十百千]{2,}/g, (words) => {
    const digit = (char: string): number => DIGITS.indexOf(char === '两' ? '二' : char);
    if (!/[十百千]/.test(words)) return [...words].map(digit).join('');
    let sum = 0;
    let last = 0;
    for (const char of words) {
      const unit = { 十: 10, 百: 100, 千: 1000 }[char];
      if (unit === undefined) last = digit(char);
      else {
        sum += (last || 1) * unit;
        last = 0;
      }
    }
    return String(sum + last);
  });
}

const KM = /k?(\d{1,4}(?:\.\d+)?)(?:\+(\d{1,3}))?(公里|千米|km|gongli)?(?:加|\+)?(?:(\d{1,3})米)?/;

/** Which road and kilometre words name. `sure`: the kilometre was said as one (公里, K), as a narrative must. */
function readRoad<T extends Mark>(roads: readonly Road<T>[], text: string, sure: boolean) {
  const folded = arabic(fold(text));
  for (const road of roads) {
    const key = road.keys.find((each) => folded.includes(each));
    if (key === undefined) continue;
    const found = KM.exec(folded.slice(folded.indexOf(key) + key.length).replace(/(?<=^|k)[^\dk]+(?=k?\d)/, ''));
    if (!found || (sure && found[3] === undefined && !found[0].startsWith('k'))) continue;
    return { road, km: Number(found[1]) + Number(found[2] ?? found[4] ?? 0) / 1000 };
  }
  return null;
}

/** Between marks further apart nothing is worked out; beyond the last mark nothing this far off is offered, in km. 本县约定 */
const WIDEST_GAP = 20;
const FARTHEST = 10;

/** The place of a kilometre: the mark itself, or a point on the line between its neighbours, then the nearest marks. */
export function marksNamed<T extends Mark>(roads: readonly Road<T>[], text: string, sure = false): T[] {
  const named = readRoad(roads, text, sure);
  if (!named) return [];
  const { road, km } = named;
  const near = road.marks
    .filter((mark) => Math.abs(mark.km - km) <= FARTHEST)
    .toSorted((a, b) => Math.abs(a.km - km) - Math.abs(b.km - km));
  const [before, after] = [road.marks.findLast((mark) => mark.km < km), road.marks.find((mark) => mark.km > km)];
  const between = near[0]?.km !== km && before && after && after.km - before.km <= WIDEST_GAP;
  const marks = near.map(({ place }) => place);
  return between && marks[0] ? [pointBetween(road.name, km, before, after, marks[0]), ...marks] : marks;
}

function pointBetween<T extends Mark>(
  road: string,
  km: number,
  before: { km: number; place: T },
  after: { km: number; place: T },
  nearest: T,
): T {
  const share = (km - before.km) / (after.km - before.km);
  const way = (from: number, to: number): number => Number((from + (to - from) * share).toFixed(5));
  const [a, b] = [before.place.location, after.place.location];
  const location = { lon: way(a.lon, b.lon), lat: way(a.lat, b.lat) };
  return { ...nearest, code: `${road}-K${km}`, name: `${road} K${km}`, location };
}
