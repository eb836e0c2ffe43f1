import type { ReportKind } from '@liandong/shared/order.lifecycle';
import {
  INCIDENT_WORDS,
  ORDER_WORDS,
  type OrderWord,
  readAct,
  readOrderAct,
  type WordAct,
} from './command-acts.rules.js';

/** What the command bar understood. `note` is whatever stands behind the verb (a reason). */
export type Command =
  | { kind: 'report'; code: number; step: Step; note: string }
  | { kind: 'dispatch'; teamCodes: string[]; unknown: string[] }
  | { kind: 'find'; query: string }
  | { kind: 'phone'; teamCode: string }
  | { kind: 'equipment'; query: string }
  | (WordAct & { text: string })
  | { kind: 'orderAct'; code: number; act: OrderWord }
  | { kind: 'none' };
type Step = Exclude<ReportKind, 'situation'>;

export interface CommandTeam {
  code: string;
  shortName: string;
}
export interface CommandOrder {
  code: number;
  teamShortName: string;
}
/** `text` completes the input; `hint` says what it would do. */
export interface Suggestion {
  text: string;
  hint: string;
}

/** Verbs in characters, pinyin and initials; the longest match wins. */
const VERBS: readonly [Step, readonly string[]][] = [
  ['acknowledged', ['签收', '收到', 'qianshou', 'qs']],
  ['mustered', ['集结完毕', '集结', 'jijie', 'jj']],
  ['en_route', ['出动', '出发', 'chudong', 'cd']],
  ['on_scene', ['到达', '到场', '到', 'daoda', 'dao', 'dd']],
  ['cleared', ['处置结束', '结束', '完毕', 'jieshu', 'js']],
  ['declined', ['不能出动', '不能', '无法', 'buneng', 'bn']],
];
const WORDS: Record<'dispatch' | 'find' | 'phone' | 'equipment', readonly string[]> = {
  dispatch: ['派', '加派', 'pai'],
  find: ['找', 'zhao'],
  phone: ['电', '电话', 'dian'],
  equipment: ['物', '物资', '装备', 'wu'],
};

/** Full-width to half-width, one space, no leading slash. */
export const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^\/\s*/, '')
    .replace(/[\s,、，;；]+/g, ' ');

/** A team by its code in any case, or by its short name when only one fits. */
export function findTeam(word: string, teams: readonly CommandTeam[]): CommandTeam | null {
  const lower = word.toLowerCase();
  const exact = teams.find((team) => team.code.toLowerCase() === lower || team.shortName === word);
  if (exact !== undefined) return exact;
  const named = word === '' ? [] : teams.filter((team) => team.shortName.includes(word));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function verbAt(text: string): { step: Step; note: string } | null {
  const lower = text.toLowerCase();
  const fits = VERBS.flatMap(([step, words]) =>
    words.filter((w) => lower.startsWith(w)).map((word) => ({ step, word })),
  );
  const best = fits.sort((a, b) => b.word.length - a.word.length)[0];
  return best === undefined ? null : { step: best.step, note: text.slice(best.word.length).trim() };
}

/** `37 到`, `37到`, `#37 不能 车坏了`, also the other way round: `到 37`. */
function readReport(text: string): Command | null {
  const forward = /^#?(\d{1,6})\s*号?令?\s*(\D.*)$/.exec(text);
  const verb = forward === null ? null : verbAt(forward[2] ?? '');
  if (forward !== null && verb !== null) return { kind: 'report', code: Number(forward[1]), ...verb };
  const backward = /^(\D+?)\s*#?(\d{1,6})$/.exec(text);
  const first = backward === null ? null : verbAt((backward[1] ?? '').trim());
  return first === null || first.note !== '' ? null : { kind: 'report', code: Number(backward?.[2]), ...first };
}

/** What follows the command word, or null: `派p05`, `派 p05`, `pai p05`. */
function after(kind: keyof typeof WORDS, text: string): string | null {
  const lower = text.toLowerCase();
  for (const word of [...WORDS[kind]].sort((a, b) => b.length - a.length)) {
    const latin = /^[a-z]+$/.test(word);
    if (lower.startsWith(latin ? `${word} ` : word)) return text.slice(word.length).trim();
  }
  return null;
}

/** Read one line of the command bar. */
export function parseCommand(text: string, teams: readonly CommandTeam[]): Command {
  const line = tidy(text);
  const sent = after('dispatch', line);
  if (sent !== null && sent !== '') {
    const words = sent.split(' ');
    const found = words.map((word) => findTeam(word, teams));
    const teamCodes = [...new Set(found.flatMap((team) => (team === null ? [] : [team.code])))];
    return { kind: 'dispatch', teamCodes, unknown: words.filter((_, i) => found[i] === null) };
  }
  const query = after('find', line);
  if (query !== null && query !== '') return { kind: 'find', query };
  const wanted = after('equipment', line);
  if (wanted !== null) return { kind: 'equipment', query: wanted };
  const team = findTeam(after('phone', line) ?? '', teams);
  if (team !== null) return { kind: 'phone', teamCode: team.code };
  const orderAct = readOrderAct(line);
  if (orderAct !== null) return { kind: 'orderAct', ...orderAct };
  return readReport(line) ?? readAct(line) ?? { kind: 'none' };
}

/** How many suggestions are worth reading. */
const AT_MOST = 7;

function suggestTeams(prefix: string, words: string[], teams: readonly CommandTeam[]): Suggestion[] {
  const last = words.at(-1) ?? '';
  const before = [prefix, ...words.slice(0, -1)].join(' ');
  return teams
    .filter((team) => team.code.toLowerCase().startsWith(last.toLowerCase()) || team.shortName.includes(last))
    .map((team) => ({ text: `${before} ${team.code}`, hint: team.shortName }));
}

/** Lines that the input could become. */
export function suggest(text: string, orders: readonly CommandOrder[], teams: readonly CommandTeam[]): Suggestion[] {
  const line = tidy(text);
  const trailing = /\s$/.test(text) ? [''] : [];
  const sent = after('dispatch', line);
  if (sent !== null)
    return suggestTeams('派', [...sent.split(' ').filter(Boolean), ...trailing], teams).slice(0, AT_MOST);
  const phone = after('phone', line);
  if (phone !== null) return suggestTeams('电', [phone], teams).slice(0, AT_MOST);
  const code = /^#?(\d+)/.exec(line)?.[1];
  if (code === undefined) return suggestActs(line).slice(0, AT_MOST);
  const rest = line.replace(/^#?\d+\s*/, '');
  const verbs = [...VERBS, ...ORDER_WORDS].filter(
    ([, words]) => rest === '' || words.some((word) => word.startsWith(rest)),
  );
  return orders
    .filter((order) => String(order.code).startsWith(code))
    .flatMap((order) => verbs.map(([, words]) => ({ text: `${order.code} ${words[0]}`, hint: order.teamShortName })))
    .slice(0, AT_MOST);
}

/** Words for the incident that begin like the input; nothing once one stands there with more behind it. */
function suggestActs(line: string): Suggestion[] {
  const lower = line.toLowerCase();
  if (lower === '') return [];
  return INCIDENT_WORDS.flatMap(([, words]) => {
    const fits = words.find((word) => word.startsWith(lower));
    return fits === undefined ? [] : [{ text: words[0], hint: fits === words[0] ? '' : fits }];
  });
}
