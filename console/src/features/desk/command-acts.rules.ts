import type { UpwardStage } from '@liandong/shared/upward';
import type { IncidentAct } from './incident-acts.rules.js';
import type { OrderAct } from './order-acts.rules.js';

/** What a word of the command bar does: to the incident on screen, to an order by its number, or another page. */
export type WordAct = { kind: 'act'; act: IncidentAct; stage?: UpwardStage } | { kind: 'page'; to: '/owed' | '/desk' };
type Words = readonly [first: string, ...others: string[]];

/** Words for the incident on screen: characters, pinyin, initials. */
export const INCIDENT_WORDS: readonly (readonly [WordAct, Words])[] = [
  [{ kind: 'act', act: 'situation' }, ['动态', 'dongtai', 'dt']],
  [{ kind: 'act', act: 'upward', stage: 'phone' }, ['电话初报', '初报', 'chubao', 'cb']],
  [{ kind: 'act', act: 'upward', stage: 'written' }, ['书面初报', 'shumian', 'sm']],
  [{ kind: 'act', act: 'upward', stage: 'follow_up' }, ['续报', 'xubao', 'xb']],
  [{ kind: 'act', act: 'upward', stage: 'final' }, ['终报', 'zhongbao', 'zb']],
  [{ kind: 'act', act: 'upward' }, ['上报', 'shangbao', 'sb']],
  [{ kind: 'act', act: 'note' }, ['记一笔', '记', 'ji']],
  [{ kind: 'act', act: 'call' }, ['又一来电', '来电', 'laidian', 'ld']],
  [{ kind: 'act', act: 'change' }, ['更改', '改', 'genggai', 'gg']],
  [{ kind: 'act', act: 'command' }, ['移交指挥', '移交', 'yijiao', 'yj']],
  [{ kind: 'act', act: 'experts' }, ['专家', '请专家', 'zhuanjia', 'zj']],
  [{ kind: 'act', act: 'takeCommand' }, ['接手', 'jieshou']],
  [{ kind: 'act', act: 'merge' }, ['并案', 'bingan', 'ba']],
  [{ kind: 'act', act: 'unmerge' }, ['撤销并案', 'chexiaobingan']],
  [{ kind: 'act', act: 'transfer' }, ['分流', 'fenliu', 'fl']],
  [{ kind: 'act', act: 'receipt' }, ['回执', 'huizhi', 'hz']],
  [{ kind: 'act', act: 'reopen' }, ['重新受理', '重开', 'chongkai']],
  [{ kind: 'act', act: 'close' }, ['结案', 'jiean']],
  [{ kind: 'act', act: 'invalid' }, ['无效', 'wuxiao']],
  [{ kind: 'page', to: '/owed' }, ['应办', '督办', 'yingban', 'duban']],
];

export type OrderWord = OrderAct | 'feedback';
/** Words behind an order's number: `37 更正`. */
export const ORDER_WORDS: readonly (readonly [OrderWord, Words])[] = [
  ['replace', ['改派', 'gaipai', 'gp']],
  ['backfill', ['补报', 'bubao', 'bb']],
  ['correct', ['更正', 'gengzheng', 'gz']],
  ['rebase', ['改换时限', '换时限', 'huanshixian']],
  ['waive', ['豁免', 'huomian', 'hm']],
  ['recall', ['撤回', 'chehui', 'ch']],
  ['feedback', ['反馈单', '反馈', 'fankui', 'fk']],
];

/** Latin words end where they end: `ji` is not the beginning of `jiean`. */
function restAfter(text: string, word: string): string | null {
  if (!text.toLowerCase().startsWith(word)) return null;
  const rest = text.slice(word.length);
  return /^[a-z]+$/.test(word) && rest !== '' && !rest.startsWith(' ') ? null : rest.trim();
}

function readWord<T>(text: string, table: readonly (readonly [T, Words])[]): { what: T; rest: string } | null {
  const fits = table.flatMap(([what, words]) =>
    words.flatMap((word) => {
      const rest = restAfter(text, word);
      return rest === null ? [] : [{ what, rest, length: word.length }];
    }),
  );
  return fits.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** `记 家属已到场`, `续报`, `应办`; `text` is whatever stands behind the word. */
export function readAct(line: string): (WordAct & { text: string }) | null {
  const found = readWord(line, INCIDENT_WORDS);
  return found === null ? null : { ...found.what, text: found.rest };
}

/** `37 更正`, `37更正` */
export function readOrderAct(line: string): { code: number; act: OrderWord } | null {
  const parts = /^#?(\d{1,6})\s*号?令?\s*(\D.*)$/.exec(line);
  const found = parts === null ? null : readWord(parts[2] ?? '', ORDER_WORDS);
  return found === null || found.rest !== '' ? null : { code: Number(parts?.[1]), act: found.what };
}
