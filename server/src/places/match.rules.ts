import { fold, isHan, type Spelling, spell, spellingsOf, syllablesOf } from './spelling.rules.js';
import { isSkeleton, syllablesBegun, withinOneSlip } from './typing.rules.js';

/** One way a place is called: its name, an alias, or either without 村, 社区 and the like. */
export interface Form {
  chars: string;
  spellings: readonly Spelling[];
  /** Taken off the score: an alias stands a little behind the name. */
  cost: number;
}

/** What was typed, read once. */
export interface Typed {
  chars: string;
  kind: 'han' | 'latin' | 'mixed';
  spelling: Spelling;
}

const ENDINGS = /(自然村|村委会|社区居委会|居委会|社区|生活区|办事处|街道|村|镇|乡)$/;
const withoutEnding = (name: string): string => name.replace(ENDINGS, '');

const formsByName = new Map<string, readonly Form[]>();
const MOST_KEPT = 100_000;

/** Every form of a name; worked out once for each name, since a gazetteer is read again and again. */
function formsOfName(name: string): readonly Form[] {
  const known = formsByName.get(name);
  if (known) return known;
  const chars = fold(name);
  const short = withoutEnding(chars);
  const forms = [chars, ...(short.length > 1 && short !== chars ? [short] : [])].map((each, cost) => ({
    chars: each,
    spellings: spellingsOf(each),
    cost: cost * 0.2,
  }));
  if (formsByName.size < MOST_KEPT) formsByName.set(name, forms);
  return forms;
}

/** The forms of a place: name first, then aliases, each once. */
export function formsOf(name: string, aliases: readonly string[]): Form[] {
  const forms = new Map<string, Form>();
  [name, ...aliases].forEach((each, at) => {
    for (const form of formsOfName(each))
      if (form.chars !== '' && !forms.has(form.chars))
        forms.set(form.chars, at === 0 ? form : { ...form, cost: form.cost + 0.5 });
  });
  return [...forms.values()];
}

export function readTyped(folded: string): Typed {
  const han = [...folded].filter(isHan).length;
  const kind = han === 0 ? 'latin' : han === [...folded].length ? 'han' : 'mixed';
  return { chars: folded, kind, spelling: kind === 'latin' ? spell([folded]) : spell(syllablesOf(folded)) };
}

/** Letters typed as they stand, e.g. what is left of a query after the township. */
export const asLetters = (letters: string): Typed => ({ chars: letters, kind: 'latin', spelling: spell([letters]) });

/** 0, 1, or 2 for more. */
const few = (bits: number): number => (bits === 0 ? 0 : (bits & (bits - 1)) === 0 ? 1 : 2);

/** How well a form fits, 0–100; the steps are an order of preference, no measurement. 本县约定 */
export function scoreForm(form: Form, typed: Typed): number {
  let best = typed.kind === 'latin' ? scoreLatinCode(form, typed) : scoreChars(form, typed);
  if (best >= 98) return best - form.cost;
  for (const spelling of form.spellings) {
    if (!mayFit(spelling, typed.spelling)) continue;
    const score = typed.kind === 'han' ? scoreSyllables(spelling, typed) : scoreLetters(spelling, typed);
    if (score > 0) best = Math.max(best, score + shared(form, typed));
  }
  return best === 0 ? 0 : best - form.cost;
}

/** By their letters alone most forms are out: one letter may be wrong, or the form be part of more words. */
const mayFit = (meant: Spelling, typed: Spelling): boolean =>
  few(typed.letters & ~meant.letters) < 2 ||
  (meant.letters & ~typed.letters) === 0 ||
  (typed.roughLetters & ~meant.roughLetters) === 0 ||
  (meant.roughLetters & ~typed.roughLetters) === 0;

/** Characters both have, told only between sounds alike: up to 3. */
function shared(form: Form, { chars, kind }: Typed): number {
  if (kind === 'latin') return 0;
  let same = 0;
  for (const char of chars) if (form.chars.includes(char)) same += 1;
  return (3 * same) / chars.length;
}

/** Codes and numbers (S28, K205) as they stand. */
function scoreLatinCode(form: Form, { chars }: Typed): number {
  if (form.chars === chars) return 100;
  return /\d/.test(chars) && form.chars.includes(chars) ? 80 : 0;
}

function scoreChars(form: Form, { chars, kind }: Typed): number {
  const [typed, meant] = [chars.length, form.chars.length];
  if (chars === form.chars) return 100;
  if (form.chars.startsWith(chars)) return 86 + (6 * typed) / meant;
  if (meant > 1 && chars.includes(form.chars)) return 74 + (10 * meant) / typed;
  if (typed > 1 && form.chars.includes(chars)) return 72 + (6 * typed) / meant;
  if (kind !== 'han' || typed < 2) return 0;
  if (isSkeleton(chars, form.chars)) return 54 + (6 * typed) / meant;
  return typed > 2 && typed === meant && oneOther(chars, form.chars) ? 58 : 0;
}

function oneOther(a: string, b: string): boolean {
  let other = 0;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) other += 1;
  return other === 1;
}

/** Homophones: whole syllables against whole syllables. */
function scoreSyllables(spelling: Spelling, { spelling: typed }: Typed): number {
  const [few, many] = [typed.syllables.length, spelling.syllables.length];
  const compare = (a: string, b: string): number => {
    if (a === b) return 92;
    if (b.startsWith(a)) return few > 1 ? 76 + (4 * few) / many : 0;
    if (many > 1 && a.includes(b)) return 62 + (8 * many) / few;
    return few > 1 && b.includes(a) ? 62 : 0;
  };
  const exact = compare(typed.bounded, spelling.bounded);
  return exact > 0 ? exact : Math.max(0, compare(typed.roughBounded, spelling.roughBounded) - 8);
}

const LEAST_FOR_SLIP = 5;

function scoreLetters(spelling: Spelling, { spelling: typed, kind }: Typed): number {
  const letters = typed.sounds;
  const exact = compareLetters(letters, spelling.sounds, spelling.bounded);
  if (exact >= 90) return exact;
  const rough = compareLetters(typed.rough, spelling.rough, spelling.roughBounded) - 9;
  const missing = typed.letters & ~spelling.letters;
  if (missing !== 0) return Math.max(0, exact, rough, slip(typed, spelling));
  const short = kind === 'latin' ? scoreShort(letters, spelling) : scoreBegun(letters, spelling);
  return Math.max(0, exact, short, rough, slip(typed, spelling));
}

function compareLetters(typed: string, meant: string, bounded: string): number {
  if (typed === meant) return 96;
  if (meant.startsWith(typed)) return 78 + (8 * typed.length) / meant.length;
  if (meant.length > 4 && typed.includes(meant)) return 64 + (10 * meant.length) / typed.length;
  return typed.length > 2 && meant.includes(typed) && startsSyllable(typed, bounded) ? 64 : 0;
}

/** Whether letters begin where a syllable begins. */
function startsSyllable(typed: string, bounded: string): boolean {
  const joined = bounded.replaceAll("'", '');
  let starts = 0;
  for (let at = 1; at < bounded.length; at += 1) {
    if (bounded[at] === "'") continue;
    if (bounded[at - 1] === "'" && joined.startsWith(typed, starts)) return true;
    starts += 1;
  }
  return false;
}

function scoreShort(letters: string, spelling: Spelling): number {
  if (letters.length < 2) return 0;
  if (letters === spelling.initials) return 88;
  if (spelling.initials.startsWith(letters)) return 66 + (6 * letters.length) / spelling.initials.length;
  return scoreBegun(letters, spelling);
}

function scoreBegun(letters: string, { syllables, sounds }: Spelling): number {
  if (letters[0] !== sounds[0] || letters.length > sounds.length) return 0;
  const needed = syllablesBegun(letters, syllables);
  if (needed < 2) return 0;
  return needed === syllables.length ? 80 : 64 + (6 * needed) / syllables.length;
}

function slip(typed: Spelling, meant: Spelling): number {
  if (typed.sounds.length < LEAST_FOR_SLIP) return 0;
  const long = typed.sounds.length / (typed.sounds.length + 4);
  if (withinOneSlip(typed.sounds, meant.sounds)) return 74 + long;
  if (withinOneSlip(typed.rough, meant.rough)) return 68 + long;
  if (typed.sounds.length < LEAST_FOR_SLIP + 1) return 0;
  if (withinOneSlip(typed.sounds, meant.sounds, true)) return 56 + (6 * typed.sounds.length) / meant.sounds.length;
  return withinOneSlip(typed.rough, meant.rough, true) ? 50 : 0;
}
