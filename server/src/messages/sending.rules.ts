import type { MessageState } from '@liandong/shared/message';

/** What a channel says of one attempt. `delivered`: the channel knows at once that it arrived. */
export type SendOutcome =
  | { outcome: 'accepted'; providerId: string; delivered: boolean }
  | { outcome: 'retry'; code: string }
  | { outcome: 'permanent'; code: string };

/** Seconds before the next attempt, by how many have been made; the last stays. */
export const BACKOFF_SECONDS = [1, 2, 5, 10, 20, 30] as const;

/** A provider that has not answered by then counts as "try again": it may have taken the message, rather twice than never. */
export const SEND_TIMEOUT_SECONDS = 6;

/** A claimed message nobody answered for: its worker died. Just longer than the slowest attempt, so that it goes out within seconds. */
export const LEASE_SECONDS = 12;

export interface AfterAttempt {
  state: MessageState;
  retryAt: Date | null;
  providerId: string | null;
  providerCode: string | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
}

/** State of a message after an attempt. It is given up only when the provider says it can never arrive. */
export function afterAttempt(result: SendOutcome, attempts: number, now: Date): AfterAttempt {
  const none = { retryAt: null, providerId: null, providerCode: null, sentAt: null, deliveredAt: null };
  if (result.outcome === 'permanent') return { ...none, state: 'failed', providerCode: result.code };
  if (result.outcome === 'retry') {
    const wait = BACKOFF_SECONDS[Math.min(attempts, BACKOFF_SECONDS.length) - 1] ?? BACKOFF_SECONDS[0];
    return { ...none, state: 'queued', retryAt: new Date(now.getTime() + wait * 1000), providerCode: result.code };
  }
  const state = result.delivered ? 'delivered' : 'sent';
  return { ...none, state, providerId: result.providerId, sentAt: now, deliveredAt: result.delivered ? now : null };
}

/** Codes in words for the desk; an unknown code is shown as it is. */
export const CODE_WORDS: Record<string, string> = {
  app_offline: '应用未在线',
  channel_error: '通道出错，稍后重试',
  timeout: '通道未答复，稍后重试',
};
