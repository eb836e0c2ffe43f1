import type { AttemptState, Channel, LineName, LineState, MessagePurpose, PhoneFlag } from '@liandong/shared/message';
import { phoneKind } from '../../platform/phone.rules.js';
import { BACKOFF_SECONDS, readCode } from '../sending.rules.js';
import { MEANING } from './code.rules.js';
import type { Limit, LineFacts } from './line.js';

/** A line as it stands at the moment of choosing. `room`: hand-overs it still takes this second. */
export interface LineNow {
  name: LineName;
  channel: Channel;
  facts: Pick<LineFacts, 'codes' | 'perNumber' | 'perSameText' | 'queues'>;
  state: LineState;
  room: number;
}

/** An earlier hand-over to the same number. `same`: of the very same text. `own`: of this very message. */
export interface Earlier {
  line: LineName;
  at: Date;
  state: AttemptState;
  code: string | null;
  same: boolean;
  own: boolean;
}

export interface ToSend {
  channel: Channel;
  purpose: MessagePurpose;
  phone: string;
  flags: readonly PhoneFlag[];
  earlier: readonly Earlier[];
  /** How long it has waited since it was first due, and whether another channel could take it over now. */
  waitedMs: number;
  movable: boolean;
}

/** `wait`: not before that many milliseconds. `never`: this channel cannot reach that number, by the code. */
export type Choice = { go: LineName } | { waitMs: number; code: string } | { never: string };

/** Sent as long as it takes; the rest may be given up when a number has had its share. */
const URGENT: readonly MessagePurpose[] = ['order', 'recall', 'chase', 'notice'];
/** With every line of a channel sick: looked at again after this. */
const NO_LINE_MS = 2000;
/** A number over its share that nothing else can reach: looked at again after this. */
const OVER_BUDGET_MS = 300_000;
/** A share that is free again within this is waited for: a line that calls a number once a minute calls it the minute after. */
const SOON_MS = 60_000;
const FULL_MS = 250;
/** Words nobody else brings are not kept waiting longer than this by a channel that is wholly dead, while another works. */
const DEAD_MS = 60_000;
const ALONE: readonly MessagePurpose[] = ['recall', 'chase', 'notice'];
/** A phone or carrier out of reach is tried so often by each line; a push is worth less: the app shows the order anyway. */
const OUT_OF_REACH: Record<Channel, number> = { app: 3, sms: 10, voice: 10 };

/**
 * Which line takes a message now. Lines come in the county's order of preference; a slow one stands behind the others, a sick
 * one or one switched off takes nothing; one that refused this message for good is left out, one that failed it waits its
 * time; a number's and a line's limits are kept. With `unsure` and `down` the next line is tried at once.
 */
export function chooseLine(lines: readonly LineNow[], message: ToSend, now: Date): Choice {
  const barred = whyBarred(message);
  if (barred) return { never: barred };
  const configured = lines.filter((line) => line.channel === message.channel);
  if (configured.length === 0) return { never: 'not_configured' };
  const open = configured.filter((line) => !isDone(line, message, lines));
  if (open.length === 0) return { never: lastCode(message) };
  const inShare = open.filter((line) => overShareMs(line, message, now) === 0);
  if (inShare.length === 0) return overBudget(open, message, now);
  const working = inShare.filter((line) => line.state === 'well' || line.state === 'slow');
  if (working.length === 0) return isStranded(message) ? { never: 'no_line' } : { waitMs: NO_LINE_MS, code: 'no_line' };
  return firstFree(working, message, now);
}

/** Every line has given this number its share: waited for where it is soon free, else another channel is better. */
function overBudget(open: readonly LineNow[], message: ToSend, now: Date): Choice {
  const waitMs = Math.min(...open.map((line) => overShareMs(line, message, now)));
  if (waitMs <= SOON_MS) return { waitMs, code: 'over_budget' };
  return URGENT.includes(message.purpose) ? { never: 'over_budget' } : { waitMs: OVER_BUDGET_MS, code: 'over_budget' };
}

/** The line that rests least; of those that are ready the one this message was tried by least, then a punctual one. */
function firstFree(working: readonly LineNow[], message: ToSend, now: Date): Choice {
  const ready = working
    .map((line) => ({ line, waitMs: restMs(line, message, now), tries: own(line, message).length }))
    .toSorted((a, b) => a.waitMs - b.waitMs || a.tries - b.tries || slowness(a.line) - slowness(b.line));
  const { waitMs } = ready[0]!;
  if (waitMs > 0) return { waitMs, code: lastCode(message) };
  const urgent = URGENT.includes(message.purpose);
  const free = ready.find(({ line, waitMs: rest }) => rest === 0 && (line.room > 0 || (urgent && line.facts.queues)));
  return free ? { go: free.line.name } : { waitMs: FULL_MS, code: 'line_full' };
}

const slowness = ({ state }: LineNow): number => Number(state === 'slow');

/** An order goes by the other channel anyway; of the rest only what can be moved is. */
const isStranded = ({ purpose, movable, waitedMs }: ToSend): boolean =>
  movable && waitedMs > DEAD_MS && ALONE.includes(purpose);

/** A landline hears, but does not read; a number that is flagged gets no texts. */
function whyBarred({ channel, phone, flags }: ToSend): string | null {
  if (channel !== 'sms') return null;
  const kind = phoneKind(phone);
  if (kind === 'landline' || kind === 'short') return 'landline';
  if (flags.includes('unsubscribed')) return 'flagged_unsubscribed';
  return flags.includes('unreachable') ? 'flagged_unreachable' : null;
}

const own = (line: LineNow, message: ToSend): Earlier[] =>
  message.earlier.filter((one) => one.own && one.line === line.name);

/** This line has refused this message for good, has not brought it, or another line has said that no line will do. */
function isDone(line: LineNow, message: ToSend, lines: readonly LineNow[]): boolean {
  const tried = own(line, message);
  if (tried.some(({ state }) => state === 'undelivered')) return true;
  const away = tried.filter(({ code }) => code !== null && readCode(line.facts, code).means === 'later');
  if (away.length >= OUT_OF_REACH[message.channel]) return true;
  const meanings = message.earlier.flatMap(({ own: ofThis, code, line: name }) => {
    if (!ofThis || code === null) return [];
    // A code means what the line that said it means by it.
    const said = lines.find((one) => one.name === name);
    return [{ name, ...MEANING[readCode(said?.facts, code).means] }];
  });
  return meanings.some(({ name, again, elsewhere }) => !elsewhere || (name === line.name && !again));
}

/** Milliseconds this line still rests before it gets this message once more. */
function restMs(line: LineNow, message: ToSend, now: Date): number {
  const tries = own(line, message);
  const last = Math.max(...tries.map(({ at }) => at.getTime()), Number.NEGATIVE_INFINITY);
  const pause = BACKOFF_SECONDS[Math.min(tries.length, BACKOFF_SECONDS.length) - 1] ?? 0;
  // Never longer than the pause itself: a clock may have been set back.
  return Math.min(pause * 1000, Math.max(0, last + pause * 1000 - now.getTime()));
}

/** Milliseconds until this line gives this number one more; 0: now. */
function overShareMs(line: LineNow, { earlier }: ToSend, now: Date): number {
  const counted = earlier.filter((one) => one.line === line.name && counts(one));
  const { perNumber, perSameText } = line.facts;
  const same = counted.filter((one) => one.same);
  const waits = perNumber.map((limit) => freeInMs(limit, counted, now));
  return Math.max(0, ...waits, perSameText ? freeInMs(perSameText, same, now) : 0);
}

/** Until so few are left within the limit's time that one more is allowed. */
function freeInMs({ most, seconds }: Limit, all: readonly Earlier[], now: Date): number {
  const leave = all
    .map(({ at }) => at.getTime() + seconds * 1000 - now.getTime())
    .filter((ms) => ms > 0)
    .toSorted((a, b) => a - b);
  return leave.at(-most) ?? 0;
}

/**
 * Does it count towards what a number gets? What was refused never got there; of this message's own hand-overs without an
 * answer the line is asked before the next.
 */
const counts = ({ state, own: ofThis }: Earlier): boolean =>
  state !== 'refused' && !(ofThis && (state === 'unsure' || state === 'under_way'));

const lastCode = ({ earlier }: ToSend): string =>
  earlier.filter((one) => one.own && one.code !== null).at(-1)?.code ?? 'no_line';
