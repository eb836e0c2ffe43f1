import type { LonLat } from '@liandong/shared/basics';
import { type Form, formsOf, readTyped, scoreForm, type Typed } from './match.rules.js';
import { marksNamed, type Road, roadsOf } from './road.rules.js';
import { fold } from './spelling.rules.js';
import { type Rest, type Town, townOf, withoutTown } from './town.rules.js';

/** A place as it can be searched. */
export interface Searchable {
  code: string;
  name: string;
  aliases: readonly string[];
  kind: string;
  townshipCode: string;
  townshipName: string;
  location: LonLat;
  grade: string;
}

export interface Index<T extends Searchable> {
  entries: readonly { place: T; forms: readonly Form[] }[];
  towns: readonly Town[];
  roads: readonly Road<T>[];
}

/** Everything about the gazetteer that is worked out before anybody types. */
export function indexOf<T extends Searchable>(places: readonly T[]): Index<T> {
  const names = new Map(places.map(({ townshipCode, townshipName }) => [townshipCode, townshipName]));
  return {
    entries: places.map((place) => ({ place, forms: formsOf(place.name, place.aliases) })),
    towns: [...names].map(([code, name]) => townOf(code, name)),
    roads: roadsOf(places.filter(({ kind }) => kind === 'road_mark')),
  };
}

const BEFORE = /^(浙江省?)?(台州市?)?(仙居县?)?(在|到|从|我在|是)?/;
const BEHIND =
  /(村委会|居委会|委会)?(那边|这边|那里|这里|附近|旁边|边上|门口|对面|里面|外面|后面|前面|路口|村口|一带|上去|进去|那儿|这儿|小区|的|口|里|处|旁)*$/;

/** Words as they stand, and without what says nothing of the name; both are tried. */
function readings(query: string): Typed[] {
  const words = fold(query);
  if (words === '') return [];
  const plain = words.replace(BEFORE, '');
  const bare = plain.replace(BEHIND, '');
  return [...new Set([words, plain, bare])].filter((each) => each !== '').map(readTyped);
}

/** A place of a township that was named stands before its namesakes. */
const TOWN_NAMED = 4;
const LEAST = 40;

/**
 * Places that fit what was typed, best first: characters, homophones, pinyin whole or begun, initials, one slip of the
 * fingers, with the township before or after; kilometre marks by any phrasing. Equal ones by length of name, then by code.
 */
export function searchPlaces<T extends Searchable>(index: Index<T>, query: string, limit: number): T[] {
  const whole = readings(query);
  const rests = new Map<string, Rest[]>();
  for (const rest of whole.flatMap((typed) => withoutTown(typed, index.towns)))
    rests.set(rest.townshipCode, [...(rests.get(rest.townshipCode) ?? NONE), rest]);
  const hits: { place: T; score: number }[] = [];
  for (const { place, forms } of index.entries) {
    const score = scorePlace(forms, whole, rests.get(place.townshipCode) ?? NONE);
    if (score >= LEAST) hits.push({ place, score });
  }
  hits.sort((a, b) => b.score - a.score || a.place.name.length - b.place.name.length || byCode(a.place, b.place));
  const marks = marksNamed(index.roads, query);
  const codes = new Set(marks.map(({ code }) => code));
  return [...marks, ...hits.map(({ place }) => place).filter(({ code }) => !codes.has(code))].slice(0, limit);
}

const NONE: readonly Rest[] = [];
const byCode = (a: Searchable, b: Searchable): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

function scorePlace(forms: readonly Form[], whole: readonly Typed[], rests: readonly Rest[]): number {
  let best = 0;
  for (const form of forms) {
    whole.forEach((typed, shorter) => {
      best = Math.max(best, scoreForm(form, typed) - shorter * 0.3);
    });
    for (const { typed, cost } of rests) best = Math.max(best, scoreForm(form, typed) + TOWN_NAMED - cost);
  }
  return best;
}
