import type { Form } from './match.rules.js';
import { marksNamed } from './road.rules.js';
import type { Index, Searchable } from './search.rules.js';
import { fold, spell, syllablesOf } from './spelling.rules.js';

interface Named<T> {
  place: T;
  said: string;
  town: number;
}

const shortTown = (name: string): string => name.replace(/(街道|镇|乡)$/, '');

/**
 * Which of the known places a narrative names, best first: `横溪镇下陈村山体滑坡` → 下陈村.
 * A place counts by its name or an alias, or either without the final 村, unless that is only part of a longer name said
 * (下陈朱村). A kilometre said as one stands first, then places of a township that is named too, the township itself, the
 * longest name. Where no place is named, one written with other characters of the same sound is, if it is the only one.
 */
export function placesInText<T extends Searchable>(index: Index<T>, text: string): T[] {
  const marks = marksNamed(index.roads, text, true).slice(0, 1);
  const named = byCharacters(index, fold(text));
  const onlyTowns = named.every(({ place }) => place.kind === 'township');
  const alike = onlyTowns && marks.length === 0 ? soundingAlike(index, fold(text), named) : [];
  return [...new Set([...marks, ...alike, ...named.map(({ place }) => place)])];
}

function byCharacters<T extends Searchable>({ entries }: Index<T>, folded: string): Named<T>[] {
  const townNames = new Set(entries.map(({ place }) => fold(place.townshipName)));
  const hits: Named<T>[] = [];
  for (const { place, forms } of entries) {
    const said = longestSaid(place, forms, folded, townNames);
    if (said === undefined) continue;
    const townNamed = folded.includes(fold(shortTown(place.townshipName)));
    hits.push({ place, said, town: !townNamed ? 0 : place.kind === 'township' ? 1 : 2 });
  }
  const onItsOwn = ({ said }: Named<T>): boolean =>
    hits
      .filter((other) => other.said.length > said.length && other.said.includes(said))
      .reduce((rest, other) => rest.replaceAll(other.said, '|'), folded)
      .includes(said);
  return hits.filter(onItsOwn).sort((a, b) => b.town - a.town || b.said.length - a.said.length);
}

/** 社区 and 街道 stay with their names: 西门 alone may be any gate. An alias that is a township's name means the township. */
function longestSaid(place: Searchable, forms: readonly Form[], folded: string, towns: ReadonlySet<string>) {
  let best: string | undefined;
  for (const name of [place.name, ...place.aliases].map(fold)) {
    if (towns.has(name) && place.kind !== 'township') continue;
    for (const words of [name, name.replace(/村$/, '')])
      if (words.length > 1 && words.length > (best?.length ?? 0) && folded.includes(words)) best = words;
  }
  return forms.length === 0 ? undefined : best;
}

/** Of names that sound as the text does: with 村 or 社区 said, or right after their township; one place or none. */
function soundingAlike<T extends Searchable>({ entries }: Index<T>, folded: string, towns: readonly Named<T>[]): T[] {
  const { bounded } = spell(syllablesOf(folded));
  const found = entries.flatMap(({ place, forms }) => {
    if (place.kind === 'township' || place.kind === 'road_mark') return [];
    const town = towns.find((each) => each.place.townshipCode === place.townshipCode);
    if (towns.length > 0 && !town) return [];
    const said = forms
      .filter(({ chars, cost }) => chars.length > 1 && cost < 0.5 && (town || /(村|社区)$/.test(chars)))
      .flatMap(({ spellings }) => spellings.slice(0, 1))
      .find((spelling) => bounded.includes(spelling.bounded));
    return said ? [{ place, length: said.syllables.length }] : [];
  });
  const longest = Math.max(...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === longest);
  return best.length === 1 ? [best[0]!.place] : [];
}
