import { EQUIPMENT_KINDS } from '@liandong/shared/equipment-kinds';

/** A query as a dispatcher types it, taken apart. `rest`: words that are no kind, distance or filler: places, teams, names. */
export interface EquipmentQuery {
  kinds: string[];
  radiusKm: number | null;
  atLeast: number | null;
  rest: string[];
}

const DIGITS = '零一二三四五六七八九';
const NUMBER = '(\\d{1,4}(?:\\.\\d{1,2})?|[零一二两三四五六七八九十百]{1,4})';

/** Kilometres in one unit. 里 is the Chinese mile. */
const KILOMETRES: Readonly<Record<string, number>> = {
  公里: 1,
  千米: 1,
  km: 1,
  里: 0.5,
  里路: 0.5,
  米: 0.001,
  m: 0.001,
};
const DISTANCE = new RegExp(
  `${NUMBER} ?(公里|千米|km|里路|里(?=$|[ 以之内范的])|米|m)(?![a-z])(?: ?范围)?(?: ?[以之]?内)?`,
  'u',
);
const COUNT = new RegExp(`${NUMBER} ?(?:艘|条|台|顶|个|件|辆|套|只|架|袋|床|箱|具|部|副|把)(?: ?以上)?`, 'u');
/** A number on its own is kilometres: `船 20`. */
const BARE = /(?<![\p{L}\d.])\d{1,3}(?![\p{L}\d.])/u;

/** 附近 without a number. 本县约定 */
export const NEAR_KM = 20;
const NEAR = /附近|周边|周围|身边|就近|旁边/u;

/** What is said round the thing wanted; longer ones first. */
const FILLERS =
  /哪些队伍?|哪支队伍?|哪个队伍?|哪里能调|哪里|哪儿|谁家|有没有|能不能|可不可以|谁有|可用的?|能用的?|完好的?|最近的?|方圆|以内|之内|范围|查一下|找一下|帮我|需要|请问|现有|查询|查找|调用|调|借|找|查|有|谁|里的|的|和|及|与|内|吗|呢|多少|几/gu;

/** The longest names of kinds first, so that 消防水泵 is not a 水泵. */
const WORDS = EQUIPMENT_KINDS.flatMap(({ name, words }) =>
  [name, ...words].map((word) => ({ name, word: word.toLowerCase() })),
).sort((a, b) => b.word.length - a.word.length);

/**
 * Reads `20公里内 船`, `船 横溪`, `附近的发电机`, `谁有3艘冲锋舟`. Never throws: what is not understood is in `rest`.
 * A distance beyond 999 km is the whole county all the same.
 */
export function parseEquipmentQuery(text: string): EquipmentQuery {
  let left = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{C}\s]+/gu, (gap) => (gap === '.' ? '.' : ' '));
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(left);
    if (found) left = `${left.slice(0, found.index)} ${left.slice(found.index + found[0].length)}`;
    return found;
  };
  const distance = take(DISTANCE);
  const count = take(COUNT);
  const near = take(NEAR);
  const kinds: string[] = [];
  for (const { name, word } of WORDS) {
    if (!left.includes(word)) continue;
    left = left.replaceAll(word, ' ');
    if (name !== '其他' && !kinds.includes(name)) kinds.push(name);
  }
  const bare = distance ? null : take(BARE);
  const rest = left
    .replaceAll(FILLERS, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '' && word !== '.');
  const said = distance
    ? toNumber(distance[1]!) * KILOMETRES[distance[2]!]!
    : bare
      ? Number(bare[0])
      : near
        ? NEAR_KM
        : null;
  return {
    kinds,
    radiusKm: said === null || said === 0 ? null : Math.min(999, said),
    atLeast: count ? Math.floor(toNumber(count[1]!)) || null : null,
    rest,
  };
}

/** Digits, or a Chinese number below a thousand: 十五, 二十, 一百二十. */
function toNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const digit = (one: string): number => (one === '两' ? 2 : DIGITS.indexOf(one));
  let sum = 0;
  let open = 0;
  for (const one of text) {
    if (one === '百' || one === '十') {
      sum += (open || 1) * (one === '百' ? 100 : 10);
      open = 0;
    } else open = digit(one);
  }
  return sum + open;
}
