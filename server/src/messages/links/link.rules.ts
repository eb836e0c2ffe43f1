import { createHmac, timingSafeEqual } from 'node:crypto';
import { isOpen, type OrderStatus } from '@liandong/shared/order.lifecycle';
import { REPLY_VERBS, type ReplyVerb } from '@liandong/shared/reply.grammar';

/** A link answers for so long after its order was issued, and no longer than the order runs (本县约定). */
export const LINK_HOURS = 24;

const ID_BYTES = 16;
const MAC_BYTES = 8;
const SHAPE = /^[\w-]{32}$/;

const macOf = (id: Buffer, secret: string): Buffer =>
  createHmac('sha256', secret).update('order link').update(id).digest().subarray(0, MAC_BYTES);

/** 32 characters: whoever has the text may answer for its phone, nobody else can make one. @param messageId a UUID */
export function tokenFor(messageId: string, secret: string): string {
  const id = Buffer.from(messageId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, macOf(id, secret)]).toString('base64url');
}

/** The message a token was made for; null for one we did not make. */
export function messageOf(token: string, secret: string): string | null {
  if (!SHAPE.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), macOf(id, secret))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** @param publicUrl where phones reach this server; only its origin counts */
export const linkFor = (publicUrl: string, messageId: string, secret: string): string =>
  `${new URL(publicUrl).origin}/l/${tokenFor(messageId, secret)}`;

/** Characters of every link: a text is measured before its message has an id. */
export const linkLength = (publicUrl: string): number => linkFor(publicUrl, '0'.repeat(32), '').length;

export type LinkState = 'open' | 'ended' | 'expired';

export function linkState(order: { status: OrderStatus; issuedAt: Date }, now: Date): LinkState {
  if (!isOpen(order.status)) return 'ended';
  return now.getTime() - order.issuedAt.getTime() > LINK_HOURS * 3_600_000 ? 'expired' : 'open';
}

/** The buttons in the order of an order's life; the last two are asked for twice. */
const LIFE: readonly ReplyVerb[] = ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared', 'declined'];
const GRAVE: readonly ReplyVerb[] = ['cleared', 'declined'];

export interface LinkButton {
  digit: string;
  verb: ReplyVerb;
  done: boolean;
  next: boolean;
  grave: boolean;
}

/**
 * What can be answered. `done`: stamped, or sent by this link; `next`: the first step after the furthest one.
 * @param musters is mustering what the target asks for? Otherwise it is never the next step
 */
export function linkButtons(done: readonly ReplyVerb[], musters: boolean): LinkButton[] {
  const furthest = Math.max(-1, ...done.map((verb) => LIFE.indexOf(verb)));
  const ahead = LIFE.slice(furthest + 1).filter((verb) => verb !== 'declined' && (musters || verb !== 'mustered'));
  return LIFE.map((verb) => ({
    digit: REPLY_VERBS.find((row) => row.verb === verb)!.digit,
    verb,
    done: done.includes(verb),
    next: verb === ahead[0],
    grave: GRAVE.includes(verb),
  }));
}

/** The verb of a digit as a form sends it; null for anything else. */
export const verbOf = (answer: unknown): (typeof REPLY_VERBS)[number] | null =>
  REPLY_VERBS.find(({ digit }) => digit === answer) ?? null;
