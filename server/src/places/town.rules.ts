import { asLetters, type Form, formsOf, readTyped, type Typed } from './match.rules.js';
import { withinOneSlip } from './typing.rules.js';

/** A township as it is said before or after a place. */
export interface Town {
  code: string;
  forms: readonly Form[];
}

/** What was typed without the township that it names, for places of that township. `cost`: how unsure the township is. */
export interface Rest {
  townshipCode: string;
  typed: Typed;
  cost: number;
}

export const townOf = (code: string, name: string): Town => ({
  code,
  forms: formsOf(name, []).toSorted((a, b) => b.chars.length - a.chars.length),
});

/** Every way the words can be read as a township and the rest. */
export function withoutTown(typed: Typed, towns: readonly Town[]): Rest[] {
  return towns.flatMap((town) => {
    const rests = town.forms.flatMap((form) => restsOf(typed, form));
    return rests
      .filter(({ typed: { chars } }) => !/^([a-z]?|村|镇|乡|街道|社区)$/.test(chars))
      .map((rest) => ({ ...rest, townshipCode: town.code }));
  });
}

type Part = Omit<Rest, 'townshipCode'>;

function restsOf(typed: Typed, form: Form): Part[] {
  const at = typed.kind === 'latin' ? -1 : typed.chars.indexOf(form.chars);
  if (at >= 0) {
    const after = typed.chars.slice(at + form.chars.length);
    return [{ typed: readTyped(after === '' ? typed.chars.slice(0, at) : after), cost: 0 }];
  }
  if (typed.kind === 'han') return soundingAlike(typed, form);
  return [...sounding(typed.chars, form), ...(typed.kind === 'mixed' ? sounding(typed.spelling.sounds, form) : [])];
}

/** 横西下陈: characters that sound like the township, at the beginning or the end. */
function soundingAlike({ chars, spelling }: Typed, form: Form): Part[] {
  const count = form.chars.length;
  if (chars.length <= count) return [];
  const alike = (syllables: readonly string[]): number => {
    const said = `'${syllables.join("'")}'`;
    return form.spellings.some(({ bounded }) => bounded === said) ? 2 : 0;
  };
  const parts: Part[] = [];
  const before = alike(spelling.syllables.slice(0, count));
  if (before > 0) parts.push({ typed: readTyped(chars.slice(count)), cost: before });
  const behind = alike(spelling.syllables.slice(-count));
  if (behind > 0) parts.push({ typed: readTyped(chars.slice(0, -count)), cost: behind });
  return parts;
}

const rest = (words: string): Typed => (/^[a-z]*$/.test(words) ? asLetters(words) : readTyped(words));

/** hengxixiachen, hxxc, hegnxixiachen: letters before or after. */
function sounding(letters: string, { spellings }: Form): Part[] {
  const parts: Part[] = [];
  for (const { sounds, initials } of spellings) {
    for (const [key, cost] of [
      [sounds, 0],
      [initials, 4],
    ] as const) {
      if (key.length > 1 && letters.startsWith(key)) parts.push({ typed: rest(letters.slice(key.length)), cost });
    }
    if (letters.endsWith(sounds)) parts.push({ typed: rest(letters.slice(0, -sounds.length)), cost: 1 });
    if (parts.length === 0) parts.push(...mistyped(letters, sounds));
  }
  return parts;
}

const LEAST_FOR_SLIP = 6;

function mistyped(letters: string, sounds: string): Part[] {
  if (sounds.length < LEAST_FOR_SLIP || letters[0] !== sounds[0]) return [];
  return [0, -1, 1]
    .map((more) => sounds.length + more)
    .filter((length) => length < letters.length && withinOneSlip(letters.slice(0, length), sounds))
    .map((length) => ({ typed: rest(letters.slice(length)), cost: 6 }));
}
