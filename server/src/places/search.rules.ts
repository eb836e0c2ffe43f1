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

/** Whole key 4, beginning 3, inside 2; 0 = no hit. A query naming the township too (横溪下陈, hxxc) is read without it. */
export function matchScore(place: Searchable, query: string): number {
  const typed = fold(query);
  const towns = townKeys(place.townshipName).filter((town) => typed.startsWith(town));
  const rests = towns.map((town) => typed.slice(town.length)).filter((rest) => rest !== '' && !/^[a-z]$/.test(rest));
  return Math.max(...[typed, ...rests].map((words) => (words === '' ? 0 : scoreKey(place.keys, words))));
}

const townKeysByName = new Map<string, readonly string[]>();

/** How a township is typed before a place: 横溪镇, 横溪, their pinyin and initials. There are a few dozen: worked out once. */
function townKeys(name: string): readonly string[] {
  const known = townKeysByName.get(name) ?? searchKeys([name, shortTown(name)]);
  townKeysByName.set(name, known);
  return known;
}

const shortTown = (name: string): string => name.replace(/(街道|镇|乡)$/, '');

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
 * Which of the known places a narrative names, best first: `横溪镇下陈村山体滑坡` → 下陈村.
 * A place counts by its name or its name without the final 村, unless that is only part of a longer name said (下陈朱村).
 * Places of a township that is named too come first, then the township itself, then the longest name.
 */
export function placesInText<T extends Searchable>(places: readonly T[], text: string): T[] {
  const folded = fold(text);
  const hits: { place: T; said: string; town: number }[] = [];
  for (const place of places) {
    const name = fold(place.name);
    const said = [name, name.replace(/村$/, '')].find((words) => words.length > 1 && folded.includes(words));
    if (said === undefined) continue;
    const townNamed = folded.includes(fold(shortTown(place.townshipName)));
    hits.push({ place, said, town: !townNamed ? 0 : place.name === place.townshipName ? 1 : 2 });
  }
  const onItsOwn = (said: string): boolean =>
    hits
      .filter((other) => other.said.length > said.length && other.said.includes(said))
      .reduce((rest, other) => rest.replaceAll(other.said, '|'), folded)
      .includes(said);
  return hits
    .filter((hit) => onItsOwn(hit.said))
    .sort((a, b) => b.town - a.town || b.said.length - a.said.length)
    .map((hit) => hit.place);
}
