import type { MessagePurpose } from '@liandong/shared/message';
import { REPLY_VERBS } from '@liandong/shared/reply.grammar';
import twilio from 'twilio';
import type { Asked, Receipt, Rival } from '../../lines/line.js';
import { callText } from '../call-text.rules.js';

/** Seconds a text may wait at Twilio; what came late would mislead. At most 36000. 本县约定 */
export const VALID_SECONDS: Record<MessagePurpose, number> = {
  order: 14_400,
  recall: 14_400,
  notice: 14_400,
  broadcast: 3600,
  chase: 600,
  answer: 600,
};

interface Public {
  publicUrl: string;
}

const hook = ({ publicUrl }: Public, name: string, query: Record<string, string>): string =>
  `${publicUrl.replace(/\/$/, '')}/hooks/twilio/${name}?${new URLSearchParams(query)}`;

/** Where Twilio tells what became of an attempt. */
export const statusUrl = (settings: Public, attemptId: string): string =>
  hook(settings, 'status', { attempt: attemptId });

/** Where a key pressed in a call goes. `again`: it was asked before. */
export const keysUrl = (settings: Public, attempt: string, code: string, again?: '1'): string =>
  hook(settings, 'digits', { attempt, code, ...(again && { again }) });

/** One text that came in, whether Twilio told of it or was asked. */
export const inboundKey = (sid: string): string => `twilio-${sid}`;

/** What Twilio says of a text or a call: how far it is. Words: https://www.twilio.com/docs/messaging/api/message-resource */
const STATES: Readonly<Record<string, Receipt['state']>> = {
  delivered: 'delivered',
  read: 'delivered',
  completed: 'delivered',
  undelivered: 'undelivered',
  failed: 'undelivered',
  canceled: 'undelivered',
  busy: 'undelivered',
  'no-answer': 'undelivered',
};

export interface TwilioStatus {
  sid: string;
  status: string;
  errorCode: string | null;
  at: Date | null;
  parts: number | null;
}

/** Any word that is neither arrival nor failure is on its way. A call that failed has its status as its code. */
export function receiptOf({ sid, status, errorCode, at, parts }: TwilioStatus): Receipt {
  const state = STATES[status] ?? 'accepted';
  return { state, providerId: sid, code: state === 'undelivered' ? (errorCode ?? status) : null, at, parts };
}

/** Twilio takes no more, https://www.twilio.com/docs/voice/api/call-resource */
const LONGEST_TWIML = 4000;
const VOICE = { language: 'zh-CN' } as const;

/** A call: the text twice, a key may be pressed at any time. `keys`: where the key goes; none: nothing is asked. */
export function callTwiml(text: string, keys: string | null): string {
  const spoken = callText(text);
  const twice = said([spoken, spoken], keys);
  return twice.length <= LONGEST_TWIML ? twice : said([spoken], keys);
}

function said(texts: readonly string[], keys: string | null): string {
  const response = new twilio.twiml.VoiceResponse();
  const speaker = keys ? response.gather({ numDigits: 1, action: keys, method: 'POST', timeout: 10 }) : response;
  for (const text of texts) {
    speaker.say(VOICE, text);
    speaker.pause({ length: 1 });
  }
  if (keys) response.say(VOICE, '没有收到按键，请回复短信或致电指挥中心。再见。');
  return response.toString();
}

const WORDS: ReadonlyMap<string, string> = new Map(REPLY_VERBS.map(({ digit, words }) => [digit, words[0]]));

/** What the phone says after a key. `keys`: where it is asked once more; none: it was asked before. */
export function answerTwiml(digit: string, keys: string | null): string {
  const response = new twilio.twiml.VoiceResponse();
  const word = WORDS.get(digit);
  if (word) response.say(VOICE, `${word}，已记录。再见。`);
  else if (keys) {
    const gather = response.gather({ numDigits: 1, action: keys, method: 'POST', timeout: 10 });
    gather.say(VOICE, '没有这个按键。按1收到，按2出动，按3到达，按4完毕，按5集结，按0不能。');
  } else response.say(VOICE, '已转指挥中心人工处理。再见。');
  return response.toString();
}

/** How many of a number's latest texts or calls are looked through for one that got no answer. */
export const LATEST = 50;
/**
 * Seconds from an attempt to the date of what it made. Clocks are compared and dates written to the second; asking about an
 * earlier attempt and sending take up to 5 s each, and a busy machine and the way there some more.
 */
const MADE_AFTER = { least: -3, most: 20 } as const;

const canHaveMade = (attempt: Date, made: Date): boolean => {
  const seconds = (made.getTime() - attempt.getTime()) / 1000;
  return seconds >= MADE_AFTER.least && seconds <= MADE_AFTER.most;
};

/**
 * Which of a number's texts or calls was made by a request without an answer. What is known to be another message's is not;
 * what other requests without an answer can have made all of it may be theirs: a second call does less harm than none.
 * Instants of the attempts by Twilio's clock.
 */
export function ownOf<T extends { sid: string; dateCreated: Date }>(
  all: readonly T[],
  { id, at }: Pick<Asked, 'id' | 'at'>,
  rivals: readonly Pick<Rival, 'id' | 'providerId' | 'at'>[],
): T | null {
  const known = new Set(rivals.map(({ providerId }) => providerId));
  const free = all
    .filter(({ sid, dateCreated }) => canHaveMade(at, dateCreated) && !known.has(sid))
    .toSorted((a, b) => a.dateCreated.getTime() - b.dateCreated.getTime() || (a.sid < b.sid ? -1 : 1));
  const open = rivals
    .filter((rival) => rival.providerId === null && free.some((one) => canHaveMade(rival.at, one.dateCreated)))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (!hasSpare(free, open)) return null;
  // Each in turn, so that two who ask at the same moment do not take the same one; what was claimed together has one instant.
  const turn = (one: { id: string; at: Date }): string => `${one.at.toISOString()} ${one.id}`;
  const before = open.filter((rival) => turn(rival) < turn({ id, at })).length;
  return free[Math.min(before, free.length - 1)]!;
}

/** Is there one left when each of these requests has made one? Both sorted by time. */
function hasSpare(free: readonly { dateCreated: Date }[], requests: readonly { at: Date }[]): boolean {
  const left = [...requests];
  return free.some(({ dateCreated }) => {
    const index = left.findIndex((request) => canHaveMade(request.at, dateCreated));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
