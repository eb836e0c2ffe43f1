/** One step of an order's life as a phone can report it; `declined` is 不能出动 (本县约定). */
export type ReplyVerb = 'acknowledged' | 'en_route' | 'on_scene' | 'cleared' | 'mustered' | 'declined';

/** `code` 10..9999; `headcount` and `etaMinutes` 0..999; `note` at most 500 UTF-16 units, as the person wrote it. */
type Said = { code: number; headcount?: number; etaMinutes?: number; note?: string };

/** The reading of one text (本县约定). None is ever dropped: what is no `report` is for the dispatcher's reply queue. */
export type ParsedReply =
  | ({ outcome: 'report'; verb: ReplyVerb } & Said)
  | { outcome: 'which_order'; verb: ReplyVerb; openCodes: number[] }
  | { outcome: 'unknown_code'; verb: ReplyVerb; code: number; openCodes: number[] }
  | { outcome: 'no_order'; verb: ReplyVerb }
  | ({ outcome: 'supplement' } & Said)
  | { outcome: 'unreadable'; reason: 'empty' | 'no_verb' | 'two_verbs' | 'two_codes' };

/** Verbs in the order of an order's life (a later one implies the earlier), `declined` last; digits and words: 本县约定. */
export const REPLY_VERBS = [
  { verb: 'acknowledged', digit: '1', words: ['收到'] },
  { verb: 'mustered', digit: '5', words: ['集结', '集结完毕', '到达集结点', '到达集结地', '已到集结点', '已到集结地'] },
  { verb: 'en_route', digit: '2', words: ['出动', '出发', '出动完毕'] },
  { verb: 'on_scene', digit: '3', words: ['到达', '到场', '已到', '已经到', '已赶到', '抵达'] },
  { verb: 'cleared', digit: '4', words: ['完毕', '结束', '处置完毕', '处置结束', '处理完毕', '处理结束'] },
  { verb: 'declined', digit: '0', words: ['不能', '无法', '没法'] },
] as const satisfies readonly { verb: ReplyVerb; digit: string; words: readonly string[] }[];

/** One line of help for a text that could not be read (本县约定); its echo is `two_verbs`, as it holds every digit. */
export const replyHelpText = '没看懂。请回：1收到 5集结 2出动 3到达 4完毕 0不能；多个指令时加编号，如 1 37';

const LIFE = REPLY_VERBS.map((v): ReplyVerb => v.verb);
const VERB_OF = new Map<string, ReplyVerb>(REPLY_VERBS.flatMap((v) => [v.digit, ...v.words].map((w) => [w, v.verb])));
const TRADITIONAL = '達動發畢結處無場現號鐘鍾沒時點還馬準備預計經個員內後兩傷請約復務會來趕參執應齊單隊輛臺嗎將級';
const SIMPLIFIED = '达动发毕结处无场现号钟钟没时点还马准备预计经个员内后两伤请约复务会来赶参执应齐单队辆台吗将级';

// The scanner, piece by piece. Every repeat is bounded or consumed at once, so any text is read in linear time.
const any = (spaced: string) => `(?:${spaced.split(' ').join('|')})`;
const longest = [...VERB_OF.keys()].filter((w) => w.length > 1).sort((a, b) => b.length - a.length);
const WORD = any(longest.join(' '));
const DONE_WORD = any(longest.filter((w) => VERB_OF.get(w) !== 'declined').join(' '));
const SEP = '\\s\\p{P}\\p{S}';
// A digit or code touches no other Chinese character: "2台车", "国道351", "37号楼" belong to the note.
const LEFT = `(?<=^|[${SEP}令]|\\d(?:人|分钟?|号)|${WORD}(?:现场)?了?)`;
const RIGHT = `(?=$|[${SEP}]|${WORD}|${any('马上 立即 立刻 准备 正在 已 预计 未 没 还 我 请 但 到了 到现场')})`;
const UNIT = any('辆 台 艘 架 公里 千米 米 亩 户 栋 层 楼 岁 小时 秒 吨 名 个 号楼 号车 km kg % ‰ ℃ °');
const MINUTE = '分(?:钟|(?![钟队局所部院之]))'; // not 3分队
const SOON = any('之?后 以?内 左右');
// People who are not the team: "2人被困", "受伤3人", "转移20人", "第三人民医院".
const VICTIM = any('被困 受困 受伤 轻伤 重伤 伤 亡 死 失踪 失联 遇难 溺 落水 中毒 获救 被埋 昏迷 滞留 民');
const TEAM = `(?<!(?:${VICTIM}|救出|转移|疏散|群众|第)(?:人员)?[ :]?)(?<![.\\d一二两三四五六七八九十百千几])`;
const HAN_NUMBER = '[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]';
const GO = any(`前往 前去 赶到 赶往 赶赴 参加 执行任务 完成任务 响应 派人 派车 派队 派员 去 来 ${DONE_WORD}`);
// Numbers that are neither digit nor code; but "1:37" or "1.37" as the whole text is a digit and a code.
const NOT_ALL = '(?!^(?:\\d[.:]\\d{2,4}|\\d{2,4}[.:]\\d)$)';
const NEITHER = [
  `${NOT_ALL}(?:(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?!\\d)|\\d+(?:\\.\\d+)+)`, // 14:05, 2.5
  '\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\d{3,4}-\\d{7,8}', // a date, a telephone
  '(?<=[A-Za-z]-?)\\d+(?:[+.-]\\d+)*|\\d+[A-Za-z]+', // G351, K214+300, 110kV
  `\\d+ ?[-~—–至到]{1,2} ?\\d+ ?(?:人|分|点|${UNIT})|\\d+ ?${UNIT}`, // 3-5人, 3 辆车
  `\\d+#(?!${WORD})(?=\\p{sc=Han})|(?<=[伤亡死困踪车辆位数量深] ?[:=] ?)\\d+`, // 2#楼, 伤亡：0
].join('|');
const TOKEN = new RegExp(
  [
    `(?<people>${TEAM}(?:\\d{1,3}|${HAN_NUMBER})) ?(?:个人|名队员|名人员|人)(?! ?${VICTIM})`,
    `(?<minutes>(?<![.\\d点时])\\d{1,3}) ?${MINUTE}(?!前|(?:${SOON} ?)?(?:出发|出动|集结))`,
    `(?<neither>${NEITHER})`,
    `(?:但是?|可是|暂时)?(?<![能可])(?<declined>不能|无法|没法)(?: ?${GO}(?:现场)?了?|(?=$|[${SEP}\\d]))`,
    '(?<doubt>不能|无法|没法)',
    `(?:已经?)?(?:收到(?=收到))*(?<word>${DONE_WORD})(?:现场|(?<=收到)(?:指令|命令|通知|任务|短信|信息))?了?`,
    `(?:(?:回复?|按|选) ?:? ?|${LEFT})(?<digit>[0-5])${RIGHT}`,
    `(?:(?:第|编号|回复?) ?:? ?|${LEFT})(?<code>\\d{2,5})(?: ?号指?令| ?号?${RIGHT})`,
    '(?<other>\\d+)',
  ].join('|'),
  'gu',
);
// What stands before a verb in its clause tells if it is done; the nearest counts: "没有伤亡已处置完毕".
const DONE = any('没问题 分钟前 分前 小时前 已经 已 刚 均 全部');
const DENIED = any('没有 没 未 不 别 勿 难以 无法 取消 是否 何时 几点 如 若');
const AHEAD =
  '马上 立即 立刻 即刻 准备 正在 即将 将于 将在 将要 预计 计划 争取 尽快 随时 要 能 可以 等待 待 请 派人 后 内 小时';
const ETA = `(?<![\\d点时])\\d{1,3} ?${MINUTE}${SOON}?(?![ 前])`;
const BEFORE = new RegExp(`(?<done>${DONE})|${DENIED}|${any(AHEAD)}|收到$|快(?!速)|${ETA}`, 'gu');
// What stands after its last two characters and takes it back: "集结队伍", "已到齐", "出动指令", "到达还要8分钟".
const UNDONE = any('不了 不到 吗 指令 命令 通知 任务 令 (?:之|以)?[后前] 时 点 未完 未结 中(?!队)');
const STILL = `${any('还 要 需 大?约 大概 预计 得')}+ ?\\d|没有?(?=$|[${SEP}])`;
const AFTER = new RegExp(`^(?:集结(?:人|队)|已到(?:齐|位(?!置)|半|集|单位|路上)|..(?:${UNDONE}|${STILL}))`, 'u');

type Token = { kind: string; text: string; start: number; end: number };

/** `word` is a statement; `denied` is not done, not yet done or a question; `aside` is a noun or a part of the work. */
function stance(plain: string, { text, start, end }: Token): 'word' | 'denied' | 'aside' {
  const lead = plain.slice(Math.max(0, start - 12), start);
  // "灭火完毕" ends a part of the work and "收到完毕" is radio talk for "over": the bare word must stand alone.
  if (/^(完毕|结束)$/.test(text) && !/(^|[\s\p{P}\p{S}\d号令])(现场|任务|救援)?$/u.test(lead)) return 'aside';
  if (AFTER.test(plain.slice(end - 2, end + 12))) return plain[end] === '不' ? 'denied' : 'aside';
  const last = [...lead.matchAll(BEFORE)].at(-1);
  if (!last || last.groups?.done || plain.startsWith('已', start)) return 'word';
  return /[\s\p{P}]/u.test(lead.slice(last.index + last[0].length).trimStart()) ? 'word' : 'denied';
}

function scan(clean: string): Token[] {
  // Character by character, so that a position in `plain` is the same position in what the person wrote.
  const plain = clean.replace(/[^ -~]/g, (ch) => {
    const narrow = ch.normalize('NFKC');
    return SIMPLIFIED[TRADITIONAL.indexOf(ch)] ?? (narrow.length === 1 ? narrow : ch);
  });
  return [...plain.matchAll(TOKEN)].map((m): Token => {
    const [kind, text] = Object.entries(m.groups ?? {}).find(([, value]) => value !== undefined) ?? ['other', ''];
    const token = { kind, text, start: m.index, end: m.index + m[0].length };
    return kind === 'word' ? { ...token, kind: stance(plain, token) } : token;
  });
}

function chooseVerb(tokens: Token[]): ReplyVerb | 'no_verb' | 'two_verbs' {
  const among = (test: (t: Token) => boolean) =>
    LIFE.filter((verb) => tokens.some((t) => VERB_OF.get(t.text) === verb && test(t)));
  const digits = among((t) => t.kind === 'digit');
  const words = among((t) => /^(word|declined)$/.test(t.kind) && t.text !== '完毕');
  const denied = among((t) => t.kind === 'denied');
  const all = LIFE.filter((v) => digits.includes(v) || words.includes(v));
  const beyond = all.filter((v) => v !== 'acknowledged');
  const slip = beyond.some((v) => !words.includes(v) && (all.length > 1 || denied.includes(v)));
  const undecided = beyond.length === 0 && all.length > 0 && tokens.some((t) => t.kind === 'doubt');
  if (digits.length > 1 || slip || undecided || (beyond.includes('declined') && beyond.length > 1)) return 'two_verbs';
  return all.at(-1) ?? among((t) => t.kind === 'word')[0] ?? 'no_verb';
}

/** Which order is meant, and all codes named. "137" or "371" is digit and code if exactly one open code makes it so. */
function chooseCode(tokens: Token[], verb: ReplyVerb | 'no_verb', open: number[]) {
  const texts = [...new Set(tokens.filter((t) => t.kind === 'code').map((t) => t.text))];
  const [sole = '', second] = tokens.some((t) => t.kind === 'digit') ? [] : texts;
  const splits = open.flatMap((code) => REPLY_VERBS.map((v) => ({ code, verb: v.verb, d: v.digit })));
  const glued = splits.filter(({ code, d }) => sole === `${d}${code}` || sole === `${code}${d}`);
  const split = glued.length === 1 && !second && !open.some((c) => `${c}` === sole) ? glued[0] : undefined;
  if (split && (verb === 'no_verb' || verb === split.verb)) return { verb: split.verb, code: split.code, named: texts };
  const named = texts.filter((s) => /^[1-9]\d{1,3}$/.test(s));
  const candidates = named.length === 0 ? open : open.filter((c) => named.includes(`${c}`));
  return { verb, code: candidates.length === 1 ? candidates[0] : undefined, named };
}

function withoutOrder(verb: ReplyVerb | 'no_verb', named: string[], openCodes: number[]): ParsedReply {
  if (verb === 'no_verb') return { outcome: 'unreadable', reason: verb };
  if (openCodes.length === 0) return { outcome: 'no_order', verb };
  if (named.length === 0) return { outcome: 'which_order', verb, openCodes };
  if (named.length === 1) return { outcome: 'unknown_code', verb, code: Number(named[0]), openCodes };
  return { outcome: 'unreadable', reason: 'two_codes' };
}

/** Digits, or a Chinese number up to 99 such as 十二 or 两. */
function toNumber(text: string): number {
  const [, tens, ten, ones = ''] = /^(.?)(十)(.?)$/u.exec(text) ?? [text, '', '', text];
  const value = (s = '') => (s === '两' ? 2 : '一二三四五六七八九'.indexOf(s || ' ') + 1 || Number(s));
  return (ten ? 10 * (value(tens) || 1) : 0) + value(ones);
}

/** What is left between the tokens that were read, as it was written; never half of a surrogate pair. */
function noteOf(clean: string, used: Token[]): string | undefined {
  const gaps = [...used, { start: clean.length }].map((t, i) => clean.slice(used[i - 1]?.end ?? 0, t.start));
  const kept = gaps
    .filter((gap) => /[\p{L}\p{N}]/u.test(gap))
    .map((gap) => gap.replace(/^[\s,，.。、;；:：!！~～+#*\-)）]+|[\s,，、;；:：+#*\-(（]{1,20}$/g, ''));
  const note = kept.join(' ').slice(0, 500);
  return note.replace(/\p{Cs}/gu, '').trim() || undefined;
}

/**
 * Reads what a team leader texts back, or keys as DTMF (本县约定). Never throws. `openCodes`: 10..9999, others are ignored.
 * - Digits and words in any order, width and script; emoji are ignored. Only headcount or ETA is a `supplement`.
 * - Denied, asked or future verbs are none: 未到达, 8分钟后到达. "收到，马上出动" is acknowledged, the intention is its note.
 * - Of several done words the later in the order's life counts. But 完毕 beside another verb is radio talk for "over" and
 *   stays in the note: an order left open costs a reminder, one cleared wrongly may cost a life.
 * - 收到 (or 1) with 不能出动 is declined. `two_verbs`: a later stage with 不能出动, two digits, or a digit (not 1) beside a
 *   verb that is not its own or is denied ("3 未到达"). "无法联系" is no verb, but beside a mere 收到 it is `two_verbs`.
 * - Several codes, one of them open: that one, the others are note. None or two open: `two_codes`.
 * - A number with a unit, or touching letters or words (G351, 14:05, 3辆), is no digit or code; "2人被困" no headcount.
 */
export function parseReply(text: string, openCodes: readonly number[]): ParsedReply {
  const open = [...new Set(openCodes)].filter((c) => Number.isInteger(c) && c >= 10 && c <= 9999);
  const clean = text
    .replace(/\ufe0f|\u20e3|[\p{Cf}\p{Cs}]|(?!\s)\p{Cc}/gu, '')
    .replace(/[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\p{RI}\p{Co}\ufffc\ufffd]+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(clean)) return { outcome: 'unreadable', reason: 'empty' };
  const tokens = scan(clean);
  const said = chooseVerb(tokens);
  if (said === 'two_verbs') return { outcome: 'unreadable', reason: said };
  const { verb, code, named } = chooseCode(tokens, said, open);
  if (code === undefined) return withoutOrder(verb, named, open);
  const [people, minutes] = ['people', 'minutes'].map((kind) => tokens.find((t) => t.kind === kind));
  if (verb === 'no_verb' && !people && !minutes) return { outcome: 'unreadable', reason: verb };
  const isCode = (t: Token) => t.kind === 'code' && t.text === (named.length === 1 ? named[0] : `${code}`);
  const isVerb = (t: Token) => /^(word|declined|digit)$/.test(t.kind) && (t.text !== '完毕' || verb === 'cleared');
  const used = tokens.filter((t) => t === people || t === minutes || isCode(t) || isVerb(t));
  const note = noteOf(clean, used);
  const rest: Said = {
    code,
    ...(people && { headcount: toNumber(people.text) }),
    ...(minutes && { etaMinutes: toNumber(minutes.text) }),
    ...(note && { note }),
  };
  return verb === 'no_verb' ? { outcome: 'supplement', ...rest } : { outcome: 'report', verb, ...rest };
}
