import type { Channel } from '@liandong/shared/message';

/**
 * What becomes of an order: nobody answers; nobody answers and its time passes; its team answers; it is recalled.
 * Only the first two keep every message of theirs.
 */
export const FATES = ['silent', 'aged', 'answered', 'recalled'] as const;
export type Fate = (typeof FATES)[number];

/** An order that was answered 201. `kill`: how many there had been by then. */
export interface PromisedOrder {
  id: string;
  code: number;
  incidentId: string;
  teamCode: string;
  channels: readonly Channel[];
  fate: Fate;
  kill: number;
}

/** A reply whose webhook was answered 2xx; `key` as the server keeps it. `tries`: how often it was told until then. */
export interface PromisedReply {
  key: string;
  text: string;
  tries: number;
  kill: number;
}

/** Everything the server has answered for: it may lose none of it. */
export class Ledger {
  readonly orders: PromisedOrder[] = [];
  readonly replies: PromisedReply[] = [];
  /** Orders whose recall was answered 2xx. */
  readonly recalled: string[] = [];
  kills = 0;
  private checked = { orders: 0, replies: 0, recalled: 0 };

  /** What was promised since the last look. */
  news() {
    const { orders, replies, recalled } = this.checked;
    return {
      orders: this.orders.slice(orders),
      replies: this.replies.slice(replies),
      recalled: this.recalled.slice(recalled),
    };
  }

  /** All of it was found kept. */
  settle(): void {
    this.checked = { orders: this.orders.length, replies: this.replies.length, recalled: this.recalled.length };
  }
}
