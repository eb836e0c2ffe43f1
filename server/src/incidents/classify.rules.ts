import type { Severity } from '@liandong/shared/incident';

export interface TypeWords {
  code: string;
  name: string;
  keywords: readonly string[];
  defaultSeverity: Severity;
}

export interface Classified {
  code: string;
  name: string;
  severity: Severity;
  because: string[];
}

/**
 * Which types a narrative speaks of, best first: the type with the longest keyword found wins, more keywords break ties.
 * Somebody trapped, buried, hurt or dead raises the severity by one (本县约定).
 */
export function classify(narrative: string, types: readonly TypeWords[]): Classified[] {
  const text = narrative.normalize('NFKC');
  const harm = text.replace(NOBODY, '');
  const graver = GRAVER.some((word) => harm.includes(word));
  const found = types.map((type) => ({
    type,
    because: longestOnly([type.name, ...type.keywords].filter((w) => text.includes(w.normalize('NFKC')))),
  }));
  const hits = found.filter((hit) => hit.because.length > 0);
  const longest = (words: readonly string[]): number => Math.max(...words.map((word) => word.length));
  hits.sort((a, b) => longest(b.because) - longest(a.because) || b.because.length - a.because.length);
  return hits.map(({ type, because }) => ({
    code: type.code,
    name: type.name,
    severity: graver ? raise(type.defaultSeverity) : type.defaultSeverity,
    because,
  }));
}

const GRAVER = ['被困', '被埋', '埋了', '死', '伤亡', '重伤', '昏迷'];
/** Words that sound like harm and speak of none: 无人员伤亡 (but not 有没有人被埋), dead animals and trees, 吵死了. */
const NOBODY =
  /(?<!有)(没有?|无|未)(人员?|造成)*(被困|被埋|伤亡|死|重伤|昏迷)|死(了(很多|好多|[一两几十百\d]+[头只条])?)?[鱼猪鸡鸭牛羊]|[鱼猪鸡鸭牛羊树]都?死|[吵烦臭]死/g;
const RAISED: Record<Severity, Severity> = { I: 'I', II: 'II', III: 'II', IV: 'III' };
const raise = (severity: Severity): Severity => RAISED[severity];

/** A keyword inside a longer one that was found says nothing more. */
const longestOnly = (words: string[]): string[] =>
  [...new Set(words)].filter((word) => !words.some((other) => other.length > word.length && other.includes(word)));
