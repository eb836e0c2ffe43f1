import type { County, ReadRow, ReadSheets } from './rows.js';

interface Town {
  code: string;
  name: string;
}
interface Squad {
  code: string;
  name: string;
  shortName: string;
}

/** Words → code, for townships and teams; the sheet's own rows come before what is known already. */
export interface Names {
  township: (words: string) => string | null;
  team: (words: string) => string | null;
  townshipWords: readonly string[];
  teamWords: readonly string[];
}

const bare = (name: string): string => name.replace(/(街道|镇|乡)$/, '');

export function namesOf(read: ReadSheets, county: County): Names {
  const listed = new Set(read.teams?.map(({ values }) => values.code));
  const inUse = county.teams.filter((team) => !team.retired || listed.has(team.code));
  const towns: Town[] = overlaid(county.townships, read.townships);
  const squads: Squad[] = overlaid(inUse, read.teams).map((squad) => ({
    ...squad,
    shortName: squad.shortName ?? squad.name,
  }));
  const townIndex = index(
    towns,
    ({ code, name }: Town) => [code, name],
    ({ name }) => [bare(name)],
  );
  const teamIndex = index(
    squads,
    ({ code, name, shortName }: Squad) => [code, name, shortName],
    () => [],
  );
  return {
    township: (words) => townIndex.get(words) ?? null,
    team: (words) => teamIndex.get(words) ?? teamIndex.get(words.toUpperCase()) ?? null,
    townshipWords: towns.map(({ name }) => name),
    teamWords: squads.map(({ shortName }) => shortName),
  };
}

/**
 * What is known, with the sheet's rows in place of those of the same code. A row whose code is wrong or taken is still
 * somebody others may name: one mistake is told once, not again for everybody who belongs there.
 */
function overlaid<T extends Town>(known: readonly T[], rows: readonly ReadRow[] = []): (Town & Partial<Squad>)[] {
  const seen = new Set<unknown>();
  const fromSheet = rows.map(({ row, values, typed }) => {
    const code = typeof values.code === 'string' && !seen.has(values.code) ? values.code : `#${row}`;
    seen.add(code);
    return { code, name: typed.name ?? '', shortName: typed.shortName };
  });
  return [...known.filter(({ code }) => !seen.has(code)), ...fromSheet];
}

/** Codes by exact names; names that two share name nobody. */
function index<T extends { code: string }>(
  all: readonly T[],
  exact: (one: T) => string[],
  loose: (one: T) => string[],
) {
  const found = new Map<string, string | null>();
  for (const one of all)
    for (const word of new Set(exact(one)))
      found.set(word, found.has(word) && found.get(word) !== one.code ? null : one.code);
  for (const one of all)
    for (const word of loose(one))
      if (!all.some((other) => exact(other).includes(word))) found.set(word, found.has(word) ? null : one.code);
  return found;
}

/** What every name has in common says nothing. */
const telling = (name: string): string => name.replace(/[街道镇乡分队村]/g, '') || name;

/** The most like what was typed, to be offered. */
export function nearest(typed: string, words: readonly string[]): string | null {
  const letters = new Set(telling(typed));
  const score = (word: string): number => {
    const own = telling(word);
    return [...new Set(own)].filter((letter) => letters.has(letter)).length / Math.max(own.length, letters.size);
  };
  const best = words.reduce<string | null>(
    (kept, word) => (kept === null || score(word) > score(kept) ? word : kept),
    null,
  );
  return best !== null && score(best) >= 0.5 ? best : null;
}
