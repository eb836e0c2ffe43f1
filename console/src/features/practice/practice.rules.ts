import type { PracticePhone } from '@liandong/shared/message';

export type Entry = PracticePhone['entries'][number];

/** How many phones stand side by side. */
export const MOST_OPEN = 3;
/** A call rings this long; afterwards it is a missed call. */
export const RINGS_MS = 90_000;

const lastAt = (phone: PracticePhone): string => phone.entries.at(-1)?.at ?? '';

/** Unanswered first, then the latest talk; silent phones by team. */
export function inOrder(phones: readonly PracticePhone[]): PracticePhone[] {
  const isWaiting = (phone: PracticePhone): number => (phone.unanswered > 0 ? 1 : 0);
  return [...phones].sort(
    (a, b) =>
      isWaiting(b) - isWaiting(a) ||
      lastAt(b).localeCompare(lastAt(a)) ||
      a.teamCode.localeCompare(b.teamCode) ||
      a.number.localeCompare(b.number),
  );
}

/** Does a phone fit what is typed: every word in its name, team, code or number. */
export function matches(phone: PracticePhone, typed: string): boolean {
  const text = `${phone.ownerName} ${phone.teamName} ${phone.teamCode} ${phone.number}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The fresh phones over the full list: the frequent question brings only those that have talked. */
export function merge(all: readonly PracticePhone[], active: readonly PracticePhone[]): PracticePhone[] {
  const fresh = new Map(active.map((phone) => [phone.number, phone]));
  const merged = all.map((phone) => fresh.get(phone.number) ?? phone);
  const known = new Set(all.map((phone) => phone.number));
  return [...merged, ...active.filter((phone) => !known.has(phone.number))];
}

/** The call that rings now: the last one that came in, not answered by a key, not older than it rings. */
export function ringingCall(entries: readonly Entry[], now: number): Entry | null {
  const call = entries.findLast((entry) => entry.channel === 'voice');
  if (!call || call.direction === 'out') return null;
  return now - Date.parse(call.at) <= RINGS_MS ? call : null;
}

/** The code of the order this phone heard of last. */
export const latestCode = (entries: readonly Entry[]): number | null =>
  entries.findLast((entry) => entry.orderCode !== null)?.orderCode ?? null;

const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** What teams really type, also in full-width digits and with the order's code. */
export function quickReplies(code: number | null): string[] {
  const withCode = code === null ? [] : [`${fullWidth('1')} ${code}`];
  return ['1', ...withCode, '收到', '12人 8分', '3', '4', '0'];
}

/** Open or close a phone; opening one too many closes the oldest. */
export function toggle(open: readonly string[], number: string): string[] {
  if (open.includes(number)) return open.filter((each) => each !== number);
  return [...open, number].slice(-MOST_OPEN);
}
