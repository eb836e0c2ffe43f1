import { pinyin } from 'pinyin-pro';

/** Lower case, half width, without blanks, apostrophes and punctuation. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·,，。、;；:：()（）"“”-]/g, '');

export const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char);

/** One sound of a name: a syllable of pinyin, or letters and digits that stand together. */
export interface Spelling {
  syllables: readonly string[];
  /** `xiachen` */
  sounds: string;
  /** `'xia'chen'`: where syllables begin and end. */
  bounded: string;
  /** The same, as those hear it who do not tell n from l or zh from z. */
  rough: string;
  roughBounded: string;
  /** `xc` */
  initials: string;
  /** One bit a letter of `sounds` and of `rough`; one for all digits. */
  letters: number;
  roughLetters: number;
}

/**
 * Southern speech in one spelling: zh/z, ch/c, sh/s; ang/an, eng/en, ing/in; n, r and l before a vowel; hu/fu and hua/fa
 * with their kin; huang/wang (黄王不分). Worked on a whole string, so that a syllable need not be found first.
 */
export function roughen(sounds: string): string {
  return sounds
    .replace(/([zcs])h/g, '$1')
    .replace(/ü/g, 'v')
    .replace(/([nl])yu/g, '$1v')
    .replace(/([nl])v/g, '$1u')
    .replace(/([jqxy])v/g, '$1u')
    .replace(/huang/g, 'wan')
    .replace(/([aei])ng/g, '$1n')
    .replace(/hua/g, 'fa')
    .replace(/hui/g, 'fei')
    .replace(/hun/g, 'fen')
    .replace(/hu(?!o)/g, 'fu')
    .replace(/[nr](?=[aeiou])/g, 'l');
}

const roughSyllables = new Map<string, string>();
/** A syllable by itself, from memory: there are some four hundred. */
function roughOne(syllable: string): string {
  const known = roughSyllables.get(syllable) ?? roughen(syllable);
  if (roughSyllables.size < 5000) roughSyllables.set(syllable, known);
  return known;
}

export function lettersOf(rough: string): number {
  let bits = 0;
  for (let i = 0; i < rough.length; i += 1) {
    const at = rough.charCodeAt(i) - 97;
    bits |= at >= 0 && at < 26 ? 1 << at : 1 << 26;
  }
  return bits;
}

export function spell(syllables: readonly string[]): Spelling {
  const sounds = syllables.join('');
  const rough = roughen(sounds);
  return {
    syllables,
    sounds,
    bounded: `'${syllables.join("'")}'`,
    rough,
    roughBounded: `'${syllables.map(roughOne).join("'")}'`,
    initials: syllables.map((each) => (/^\d/.test(each) ? each : each[0])).join(''),
    letters: lettersOf(sounds),
    roughLetters: lettersOf(rough),
  };
}

/** Each character's sound; letters and digits together are one. Folded text in. */
export const syllablesOf = (folded: string): string[] =>
  pinyin(folded, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });

/**
 * Further readings of characters in place names: second readings, local ones, and what those who do not know the character
 * take it for. 本县约定.
 */
const FURTHER_READINGS: Readonly<Record<string, readonly string[]>> = {
  厦: ['xia'],
  省: ['xing'],
  长: ['zhang'],
  重: ['zhong'],
  大: ['dai'],
  车: ['ju'],
  朝: ['zhao'],
  盛: ['cheng'],
  乐: ['yue'],
  解: ['xie'],
  曾: ['zeng'],
  埠: ['fu'],
  皤: ['fan', 'bo'],
  垚: ['tu'],
  砩: ['fo'],
  盂: ['meng'],
  湫: ['jiao'],
  乢: ['wan'],
  项: ['yang'],
  坑: ['kan'],
  各: ['ge'],
  都: ['du'],
  括: ['gua'],
};

/** How a name may be said: its usual reading, then one character read otherwise. */
export function spellingsOf(folded: string): Spelling[] {
  const syllables = syllablesOf(folded);
  const chars = [...folded];
  const readings = [syllables];
  if (chars.length === syllables.length) {
    chars.forEach((char, at) => {
      for (const other of FURTHER_READINGS[char] ?? []) {
        if (other !== syllables[at]) readings.push(syllables.with(at, other));
      }
    });
  }
  return readings.map(spell);
}
