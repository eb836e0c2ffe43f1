import { localDateDigits } from '@liandong/shared/local-time';
import { toLocal } from '../../../platform/phone.rules.js';
import type { Asked, Receipt } from '../../lines/line.js';
import { ANSWERED, UNDER_WAY } from './aliyun.facts.js';

/** Times come without a zone; they are Beijing's (UTC+8, no summer time). */
const BEIJING = 'Asia/Shanghai';
const BEIJING_HOURS = 8;
/** `2026-07-14 14:05:09`; older senders leave the marks out. */
const TIME = /^(\d{4})-?(\d{2})-?(\d{2}) ?(\d{2}):?(\d{2}):?(\d{2})$/;
/** A text handed over just before midnight may be booked on the next day. */
const MIDNIGHT_MS = 60_000;

/** Null: no time, or none there is. */
export function beijingTime(text: string | null | undefined): Date | null {
  const [, ...digits] = TIME.exec(text?.trim() ?? '') ?? [];
  if (digits.length === 0) return null;
  const [year, month, day, hour, minute, second] = digits.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const turned = local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day || local.getUTCHours() !== hour;
  return turned || minute > 59 || second > 59 ? null : new Date(local.getTime() - BEIJING_HOURS * 3_600_000);
}

/** The days (`20260714`) under which a text of that instant may be found. */
export const daysOf = (at: Date): string[] => [
  ...new Set([at, new Date(at.getTime() + MIDNIGHT_MS)].map((one) => localDateDigits(one, BEIJING))),
];

/** Digits alone, as both products want a mainland number. */
export const plainNumber = (phone: string): string => toLocal(phone).replace(/\D/g, '');

/**
 * Our reference of a call: theirs may be 15 bytes at most (help.aliyun.com/document_detail/393521.html), so it is the random
 * end of the attempt's id.
 */
export const callReference = (attemptId: string): string => attemptId.slice(-12);

/** A call's id; told of a key pressed it may carry the number of the press behind it. */
export const plainCallId = (callId: string): string => callId.split('_')[0]!;

/** What became of a text, as it is asked for: 1 nothing known yet, 2 did not arrive, 3 arrived. */
const SENT_STATES: Record<number, Receipt['state']> = { 1: 'accepted', 2: 'undelivered', 3: 'delivered' };

/** One text of a list. The list leaves out their id: empty where they never told it. */
export function receiptOfText(
  { providerId }: Asked,
  told: { sendStatus?: number; errCode?: string; receiveDate?: string },
): Receipt {
  const state = SENT_STATES[told.sendStatus ?? 1] ?? 'accepted';
  return {
    state,
    providerId: providerId ?? '',
    code: state === 'undelivered' ? told.errCode || 'unknown' : null,
    at: beijingTime(told.receiveDate),
    parts: null,
  };
}

/** What became of a call, by its status. */
export function receiptOfCall(providerId: string, status: string, at: Date | null): Receipt {
  const state = ANSWERED.includes(status) ? 'delivered' : UNDER_WAY.includes(status) ? 'accepted' : 'undelivered';
  return { state, providerId, code: state === 'undelivered' ? status : null, at, parts: null };
}
