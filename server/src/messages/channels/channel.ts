import type { Channel } from '@liandong/shared/message';
import type { SendOutcome } from '../sending.rules.js';

/** What a channel needs of a message. */
export interface Sendable {
  id: string;
  channel: Channel;
  phone: string;
  text: string;
  teamCode: string | null;
  orderId: string | null;
  orderCode: number | null;
}

/** Hands one message over. Called outside every transaction; throwing counts as "try again". */
export type Send = (message: Sendable) => Promise<SendOutcome>;

/** Which way each channel goes in this county; bound once at start. */
export type Channels = Record<Channel, Send>;
export const CHANNELS = Symbol('channels');
