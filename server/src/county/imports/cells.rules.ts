import { instantOf } from '@liandong/shared/local-time';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';

/** A cell as Excel holds it: a formula's value, a date without a zone, a fault such as `#N/A`. */
export type Raw = string | number | boolean | { date: string } | { error: string } | null;

/** What a cell says, or what is wrong with it and what would be right; both Chinese, for whoever filled it in. */
export type Parsed<T = unknown> = { value: T } | { wrong: string; right: string };
export type Parser<T = unknown> = (raw: Exclude<Raw, null>, zone: string) => Parsed<T>;

const ok = <T>(value: T): Parsed<T> => ({ value });
const no = (wrong: string, right: string): Parsed<never> => ({ wrong, right });

/** Spaces of every kind, marks nobody sees and the quote that guards a formula's sign are not part of what was typed. */
export function textOf(raw: Raw): string {
  if (raw === null) return '';
  if (typeof raw === 'object') return 'date' in raw ? raw.date.replace('T', ' ') : raw.error;
  if (typeof raw === 'boolean') return raw ? '是' : '否';
  return String(raw)
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/^'(?=[=+@-])/, '');
}

/** The same with full-width letters, digits and signs as half-width ones. */
const narrow = (raw: Raw): string => textOf(raw).normalize('NFKC').replace(/\s+/g, '');

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
/** A cell as the list of errors shows it. */
export const shown = (raw: Raw): string => clip(textOf(raw));

export const text =
  (max: number): Parser<string> =>
  (raw) => {
    const words = textOf(raw);
    return words.length > max ? no(`太长（${words.length} 个字）`, `不超过 ${max} 个字`) : ok(words);
  };

/** One of a few words. `words`: each with what it stands for; several words may stand for one thing. */
export const choice =
  <T>(words: Readonly<Record<string, T>>, offered: readonly string[]): Parser<T> =>
  (raw) => {
    const typed = narrow(raw);
    return Object.hasOwn(words, typed) ? ok(words[typed]!) : no('不是可选的内容', `填 ${offered.join('、')} 之一`);
  };

export const yesNo = choice({ 是: true, 否: false, 有: true, 无: false, Y: true, N: false, '√': true, '×': false }, [
  '是',
  '否',
]);

export const matching =
  (pattern: RegExp, right: string, change = (typed: string) => typed): Parser<string> =>
  (raw) => {
    const typed = change(narrow(raw));
    return pattern.test(typed) ? ok(typed) : no('格式不对', right);
  };

export const teamCode = matching(/^[A-Z][0-9]{2,3}$/, '一个字母加两到三位数字，如 S05', (typed) => typed.toUpperCase());

const PHONE = /^(\+[0-9]{7,15}|1[0-9]{10}|0[0-9]{2,3}[0-9]{7,8}|[0-9]{3,8})$/;
const PHONE_RIGHT = '11 位手机号，或带区号的固定电话，如 05761234567';

/** A number as it is dialled: dashes, brackets and spaces gone, +86 gone. */
export function phoneOf(typed: string): Parsed<string> {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s()–—-]/g, '')
    .replace(/^(\+|00)86(?=1[0-9]{10}$|0[0-9]{9,})/, '');
  if (PHONE.test(digits)) return ok(digits);
  if (/^1[0-9]+$/.test(digits) && digits.length !== 11) return no(`手机号有 ${digits.length} 位`, PHONE_RIGHT);
  return no('电话号码不对', PHONE_RIGHT);
}

export const phone: Parser<string> = (raw) =>
  typeof raw === 'number' && !Number.isSafeInteger(raw)
    ? no('电话号码被 Excel 改成了小数', PHONE_RIGHT)
    : phoneOf(textOf(raw));

/** Several things in one cell, however they are separated. */
export const listOf =
  <T>(one: (typed: string) => Parsed<T>): Parser<T[]> =>
  (raw) => {
    const values: T[] = [];
    for (const typed of textOf(raw).split(/[、，,;；/\n|]+/)) {
      if (typed.trim() === '') continue;
      const parsed = one(typed.trim());
      if ('wrong' in parsed) return no(`“${clip(typed.trim())}”${parsed.wrong}`, parsed.right);
      values.push(parsed.value);
    }
    return ok(values);
  };

const SPECIALTY_BY_WORD = new Map(Object.entries(SPECIALTY_WORDS).map(([code, word]) => [word, code]));

/** A specialty by its Chinese word. */
export function specialtyOf(typed: string): Parsed<string> {
  const code = SPECIALTY_BY_WORD.get(typed) ?? (Object.hasOwn(SPECIALTY_WORDS, typed) ? typed : undefined);
  if (code) return ok(code);
  const near = [...SPECIALTY_BY_WORD.keys()].find((word) => word.includes(typed) || typed.includes(word));
  return no('不在专长目录里', near ? `是不是“${near}”？目录见“说明”表` : '按“说明”表里的专长目录填写');
}

export const specialties = listOf(specialtyOf);
export const specialty: Parser<string> = (raw) => specialtyOf(textOf(raw));

export const integer =
  (min: number, max: number): Parser<number> =>
  (raw) => {
    const typed = typeof raw === 'number' ? raw : narrow(raw).replace(/,/g, '');
    const value = typed === '' ? Number.NaN : Number(typed);
    return Number.isInteger(value) && value >= min && value <= max
      ? ok(value)
      : no('不是合适的整数', `${min} 到 ${max} 之间的整数`);
  };

/** Degrees; a degree sign and letters of direction are let pass. */
export const degrees =
  (min: number, max: number, what: string): Parser<number> =>
  (raw) => {
    const value = typeof raw === 'number' ? raw : Number(narrow(raw).replace(/[°NE度]/g, '') || Number.NaN);
    if (Number.isNaN(value)) return no(`${what}不是数字`, `十进制度数，如 ${what === '经度' ? '120.4721' : '28.7334'}`);
    return value >= min && value <= max
      ? ok(Math.round(value * 1e7) / 1e7)
      : no(`${what}超出范围`, `${min} 到 ${max} 之间的度数；经度、纬度可能填反了`);
  };

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const DAY_RIGHT = '日期，如 2027-05-01';

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1970 && year < 2200 ? date.toISOString().slice(0, 10) : null;
}

export const day: Parser<string> = (raw) => {
  if (typeof raw === 'object' && 'date' in raw) return ok(raw.date.slice(0, 10));
  const parts = DAY.exec(narrow(raw)) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(narrow(raw));
  const value = parts && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return value ? ok(value) : no('不是日期，或没有这一天', DAY_RIGHT);
};

const TIME = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(\d{1,2})[:时](\d{1,2})?(?:[:分](\d{1,2}))?[分秒]?$/;
const TIME_RIGHT = '日期和时间，如 2027-05-01 08:00';

export const instant: Parser<string> = (raw, zone) => {
  if (typeof raw === 'object' && 'date' in raw) return ok(instantOf(Date.parse(`${raw.date}Z`), zone).toISOString());
  const parts = TIME.exec(textOf(raw).normalize('NFKC'))
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  const date = parts && dayOf(parts[0]!, parts[1]!, parts[2]!);
  if (!date || parts[3]! > 24 || parts[4]! > 59 || parts[5]! > 59) return no('不是日期和时间', TIME_RIGHT);
  const start = Date.parse(`${date}T00:00:00Z`) + ((parts[3]! * 60 + parts[4]!) * 60 + parts[5]!) * 1000;
  return ok(instantOf(start, zone).toISOString());
};
