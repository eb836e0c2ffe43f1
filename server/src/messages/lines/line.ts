import type { Channel, LineName, MessagePurpose } from '@liandong/shared/message';
import type { CodeClass } from './code.rules.js';

/** What a line needs of a message. `attemptId` goes along as our own reference wherever the provider takes one. */
export interface Sendable {
  id: string;
  attemptId: string;
  channel: Channel;
  purpose: MessagePurpose;
  phone: string;
  text: string;
  /** What the text was made from, for providers that take only registered texts; null: free words. */
  template: string | null;
  params: Record<string, string> | null;
  teamCode: string | null;
  orderId: string | null;
  orderCode: number | null;
}

/** What a line says of one attempt. `delivered`: it knows at once that it arrived. `code`: a row of its table of codes. */
export type SendOutcome =
  | { outcome: 'accepted'; providerId: string; delivered: boolean; parts?: number }
  | { outcome: 'refused'; code: string; afterSeconds?: number };

/** What became of an accepted attempt, told by a webhook or asked for. `at` by the provider's clock. */
export interface Receipt {
  state: 'accepted' | 'delivered' | 'undelivered';
  providerId: string;
  code: string | null;
  at: Date | null;
  parts: number | null;
}

/** Another message's attempt to the same number by the same line about the same time. */
export interface Rival {
  id: string;
  providerId: string | null;
  at: Date;
  text: string;
}

/**
 * An attempt one asks about. `providerId` null: it was handed over and no answer came. `rivals`: for a provider that does not
 * give our reference back; read after it was asked, so that whatever it shows was on record before.
 */
export interface Asked {
  id: string;
  providerId: string | null;
  phone: string;
  at: Date;
  text: string;
  rivals?: () => Promise<readonly Rival[]>;
}

/** At most `most` in any `seconds`. */
export interface Limit {
  most: number;
  seconds: number;
}

/**
 * What is known of a provider's line, as data with its source: what its codes mean and what a person is told, which texts it
 * takes, how much it takes. `perSecond`: of the whole line; `queues`: it takes more and sends it later itself.
 */
export interface LineFacts {
  title: string;
  source: string;
  codes: Readonly<Record<string, { means: CodeClass; words: string }>>;
  perNumber: readonly Limit[];
  /** Of the very same text to one number. */
  perSameText?: Limit;
  perSecond: number;
  queues: boolean;
  freeText: boolean;
  links: boolean;
  receipts: boolean;
}

/**
 * One way a channel goes. `send` is called outside every transaction; when it throws, a refused connection counts as "not
 * taken", anything else as "unsure". All calls end when `signal` says so.
 */
export interface Line {
  name: LineName;
  channel: Channel;
  facts: LineFacts;
  send(message: Sendable, signal: AbortSignal): Promise<SendOutcome>;
  /** Is it answering? Resolves when the provider says anything sensible; rejects otherwise. Sends nothing to anybody. */
  ping(signal: AbortSignal): Promise<void>;
  /** What became of an attempt; null: the provider does not know it. Absent: it cannot be asked. */
  ask?(attempt: Asked, signal: AbortSignal): Promise<Receipt | null>;
  /** Texts that came in since then, for what webhooks may have missed. Absent: it cannot be asked. */
  inbox?(since: Date, signal: AbortSignal): Promise<Inbound[]>;
}

/** A text or key press as a provider reports it; `key` is its own id of it. */
export interface Inbound {
  phone: string;
  text: string;
  channel: 'sms' | 'voice';
  key: string;
}

/** All lines of this process, the preferred of each channel first. */
export const MESSAGE_LINES = Symbol('message lines');
