import type { ExpertAnswer } from '@liandong/shared/expert';

/** What an expert wrote or keyed. `etaMinutes` only with somebody who comes. */
export interface ExpertReply {
  answer: ExpertAnswer;
  etaMinutes: number | null;
}

/** One line of help for an answer that could not be read. */
export const expertHelpText = '没看懂。请回：1到场 2电话指导 0不能；可写几分钟到，如 1 20分';

const DIGITS: Readonly<Record<string, ExpertAnswer>> = { '1': 'coming', '2': 'advising', '0': 'cannot' };

/** A digit that stands alone, not before a unit: `1`, `1 20分`, `回1`; neither 20分 nor 2小时. */
const DIGIT = /(?<![\d.:])([012])(?!\d|[.:]\d| ?(?:分|个?半?小时|刻钟|点|天|人|日|号|公里|km))/gu;

/** Words, those that take back first. 本县约定 */
const WORDS: readonly (readonly [ExpertAnswer, RegExp])[] = [
  [
    'cannot',
    /不能|无法|没法|不了|不去|不来|不行|不便|不方便|不可以|不参与|不参加|没空|没时间|走不开|出差|在外地|生病|请假/gu,
  ],
  ['advising', /电话|远程|视频|线上|微信/gu],
  [
    'coming',
    /可以|能到|能来|能去|能参与|参与|参加|到场|到达|马上|立即|立刻|出发|赶到|赶来|赶往|过来|收到|好的|行|来了|就来|路上|同意|愿意|^好$|^能$|^来$|^可$/gu,
  ],
];

/** Nothing but that something was received: to whom is not said. */
export const saysOnlyReceived = (text: string): boolean => /^\s*(收到|好的?|知道了)[\s。！!.]*$/.test(text);

/** Asked, or undecided: for a person to read. */
const UNSURE = /[?？]|吗|能不能|是否|不确定|不知道|未必|可能|看情况|再说|待定/u;

const HOURS: Readonly<Record<string, number>> = { 半: 0.5, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };
const ETA: readonly (readonly [RegExp, (found: RegExpExecArray) => number])[] = [
  [/(\d{1,2}|[一两二三四五六]) ?个半小时/u, ([, hours]) => ((HOURS[hours!] ?? Number(hours)) + 0.5) * 60],
  [/(\d{1,2}(?:\.\d)?|[半一两二三四五六]) ?个?小时/u, ([, hours]) => (HOURS[hours!] ?? Number(hours)) * 60],
  [/一刻钟/u, () => 15],
  [/(\d{1,3}) ?分(?!队|局|所)/u, ([, minutes]) => Number(minutes)],
];

/**
 * Reads what an expert answers by text or key (本县约定): `1` coming, `2` by phone, `0` cannot; the same in words; `20分`
 * alone is somebody who comes. Cannot come but can be phoned is advising. What contradicts itself, asks or doubts is null:
 * a person reads it. Never throws.
 */
export function parseExpertReply(text: string): ExpertReply | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\s]+/gu, ' ')
    .trim();
  if (UNSURE.test(plain)) return null;
  const digits = new Set([...plain.matchAll(DIGIT)].map(([, digit]) => DIGITS[digit!]!));
  if (digits.size > 1) return null;
  const [keyed] = digits;
  const worded = wordsOf(plain);
  const etaMinutes = etaOf(plain);
  const said = keyed ?? worded ?? (etaMinutes === null ? null : 'coming');
  if (said === null || contradicts(keyed, worded)) return null;
  return { answer: said, etaMinutes: said === 'coming' ? etaMinutes : null };
}

function wordsOf(plain: string): ExpertAnswer | null {
  let left = plain;
  const found: ExpertAnswer[] = [];
  for (const [answer, words] of WORDS) {
    const without = left.replace(words, ' ');
    if (without !== left) found.push(answer);
    left = without;
  }
  // Cannot come, but by phone: that is advice. Comes and phones before: he comes.
  if (found.includes('cannot')) return found.includes('advising') ? 'advising' : 'cannot';
  return found.includes('coming') && !found.includes('advising') ? 'coming' : (found[0] ?? null);
}

/** A key and words that say opposite things. */
const contradicts = (keyed: ExpertAnswer | undefined, worded: ExpertAnswer | null): boolean =>
  keyed !== undefined && worded !== null && keyed !== worded && (keyed === 'cannot' || worded === 'cannot');

function etaOf(plain: string): number | null {
  for (const [pattern, minutes] of ETA) {
    const found = pattern.exec(plain);
    if (found) return Math.min(999, Math.round(minutes(found)));
  }
  return null;
}
