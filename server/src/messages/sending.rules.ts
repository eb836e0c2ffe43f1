import type { AttemptState, MessageState } from '@liandong/shared/message';
import { printable } from '@liandong/shared/sms-parts';
import { type CodeClass, MEANING, OWN_CODES } from './lines/code.rules.js';
import type { LineFacts, SendOutcome } from './lines/line.js';

/** A provider that has not answered by then may or may not have taken it: rather twice than never. */
export const SEND_TIMEOUT_SECONDS = 5;

/** A claimed message nobody answered for: its worker died. Just longer than the slowest attempt, so that it goes out within seconds. */
export const LEASE_SECONDS = 12;

/** Seconds before the same line is tried once more with the same message, by how often it was tried; the last stays. */
export const BACKOFF_SECONDS = [1, 2, 5, 10, 20, 30] as const;

/** A provider that wants to be left alone longer is asked before that. */
const LONGEST_PAUSE_SECONDS = 3600;

/** What a code of this line means; an unknown one may pass. Its words for a person; an unknown code is shown as it is. */
export function readCode(
  facts: Pick<LineFacts, 'codes'> | undefined,
  code: string,
): { means: CodeClass; words: string } {
  const own: Record<string, { means: CodeClass; words: string }> = OWN_CODES;
  return facts?.codes[code] ?? own[code] ?? { means: 'later', words: code };
}

export interface AfterAttempt {
  attempt: AttemptState;
  state: Extract<MessageState, 'queued' | 'sent' | 'delivered'>;
  providerId: string | null;
  code: string | null;
  parts: number | null;
  /** When the same line may be tried again at the earliest, as the provider said. */
  notBefore: Date | null;
}

/**
 * State of a message after an attempt. Nothing is given up here: it goes back to the queue, and which line is next, and
 * whether there is any, is decided when it is claimed again.
 */
export function afterAttempt(outcome: SendOutcome, facts: Pick<LineFacts, 'codes'>, now: Date): AfterAttempt {
  if (outcome.outcome === 'accepted') {
    const state = outcome.delivered ? ('delivered' as const) : ('sent' as const);
    const attempt = outcome.delivered ? ('delivered' as const) : ('accepted' as const);
    const providerId = printable(outcome.providerId);
    return {
      attempt,
      state,
      providerId,
      code: null,
      parts: outcome.parts ?? null,
      notBefore: null,
    };
  }
  const code = printable(outcome.code);
  const { means } = readCode(facts, code);
  const seconds = Math.min(outcome.afterSeconds ?? 0, LONGEST_PAUSE_SECONDS);
  const notBefore = seconds > 0 ? new Date(now.getTime() + seconds * 1000) : null;
  const attempt = means === 'unsure' ? 'unsure' : 'refused';
  return { attempt, state: 'queued', providerId: null, code, parts: null, notBefore };
}

/** A receipt never moves an attempt backwards, in whatever order receipts come. */
const RANK: Record<AttemptState, number> = {
  under_way: 0,
  unsure: 0,
  refused: 0,
  accepted: 1,
  undelivered: 2,
  delivered: 3,
};

export const movesForward = (from: AttemptState, to: AttemptState): boolean => RANK[to] > RANK[from];

/** After an undelivered receipt: is it worth going by another line of the channel? */
export const worthElsewhere = (means: CodeClass): boolean => MEANING[means].elsewhere;
