import { pinyin } from 'pinyin-pro';

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·-]/g, '');

/** Every way a name may be typed: characters, full pinyin, initials. Lower case, no spaces. */
export function searchKeys(names: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const name of names) {
    keys.add(fold(name));
    keys.add(fold(pinyin(name, { toneType: 'none' })));
    keys.add(fold(pinyin(name, { pattern: 'first', toneType: 'none' })));
  }
  return [...keys];
}

export interface Searchable {
  name: string;
  townshipName: string;
  keys: readonly string[];
}

/** Whole key 4, beginning 3, inside 2; 0 = no hit. A query naming the township too (横溪下陈) is read without it. */
export function matchScore(place: Searchable, query: string): number {
  const typed = fold(query);
  if (typed === '') return 0;
  const town = fold(place.townshipName);
  const shortTown = town.replace(/(街道|镇|乡)$/, '');
  const rests = [typed, ...[town, shortTown].filter((t) => typed.startsWith(t)).map((t) => typed.slice(t.length))];
  return Math.max(...rests.filter((rest) => rest !== '').map((rest) => scoreKey(place.keys, rest)), 0);
}

function scoreKey(keys: readonly string[], typed: string): number {
  let best = 0;
  for (const key of keys) {
    if (key === typed) return 4;
    if (key.startsWith(typed)) best = Math.max(best, 3);
    else if (typed.length > 1 && key.includes(typed)) best = Math.max(best, 2);
  }
  return best;
}

/**
 * Which of the known places a narrative names, longest name first: `横溪镇下陈村山体滑坡` → 下陈村.
 * A place counts by its name or its name without the final 村; naming its township too settles between equal names.
 */
export function placesInText<T extends Searchable>(places: readonly T[], text: string): T[] {
  const folded = fold(text);
  const hits: { place: T; length: number; town: boolean }[] = [];
  for (const place of places) {
    const name = fold(place.name);
    const stem = name.length > 2 ? name.replace(/村$/, '') : name;
    const length = folded.includes(name) ? name.length : stem.length > 1 && folded.includes(stem) ? stem.length : 0;
    if (length === 0) continue;
    const town = fold(place.townshipName).replace(/(街道|镇|乡)$/, '');
    hits.push({ place, length, town: folded.includes(town) });
  }
  hits.sort((a, b) => Number(b.town) - Number(a.town) || b.length - a.length);
  return hits.map((hit) => hit.place);
}
