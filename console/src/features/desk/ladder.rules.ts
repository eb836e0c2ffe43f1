import type { PagedPerson } from '@liandong/shared/ladder';
import type { Channel, MessageState, MessageView } from '@liandong/shared/message';
import type { OrderDetail, OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import { type Look, MESSAGE_LOOKS } from '../../ui/message-signs.js';

/** How a channel stands, in one word: good (a receipt), going, waiting, bad, stopped. */
export const standingOf = (state: MessageState): Look['tone'] => MESSAGE_LOOKS[state].tone;

/** What says most about a channel, first. */
const TELLING: readonly MessageState[] = [
  'delivered',
  'sent',
  'sending',
  'failed',
  'undelivered',
  'queued',
  'cancelled',
];

/** The message that says most about each channel; channels that were not used are left out. */
export function byChannel(messages: readonly MessageView[]): [Channel, MessageView][] {
  const channels: readonly Channel[] = ['sms', 'voice', 'app'];
  return channels.flatMap((channel): [Channel, MessageView][] => {
    const own = messages.filter((each) => each.channel === channel && each.purpose !== 'answer');
    const best = [...own].sort((a, b) => TELLING.indexOf(a.state) - TELLING.indexOf(b.state))[0];
    return best === undefined ? [] : [[channel, best]];
  });
}

/** The next rung that will still go out. */
export function nextRung(messages: readonly MessageView[], now: number): MessageView | null {
  const ahead = messages.filter((each) => each.state === 'queued' && Date.parse(each.dueAt) > now);
  return ahead.sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0] ?? null;
}

/** All messages as they went or will go. */
export const inOrder = (messages: readonly MessageView[]): MessageView[] =>
  [...messages].sort((a, b) => (a.sentAt ?? a.dueAt).localeCompare(b.sentAt ?? b.dueAt));

/** The team's last words: a report's note, or how many come and when. */
export function lastWords(reports: OrderDetail['reports']): OrderDetail['reports'][number] | null {
  const said = reports.filter((each) => each.note !== null || each.headcount !== null || each.etaMinutes !== null);
  return said.sort((a, b) => a.receivedAt.localeCompare(b.receivedAt)).at(-1) ?? null;
}

const unanswered = (order: Pick<OrderView, 'status'>): boolean =>
  order.status === 'issued' || order.status === 'delivered';

/** Whom the order still has to reach himself, in the order they are called. */
export const stillPaged = (paged: readonly PagedPerson[]): PagedPerson[] =>
  paged.filter((person) => person.answeredAt === null);

/** Does anything of the ladder still change by itself: nobody answered yet, or somebody has to answer himself. */
export const stillCalling = (order: Pick<OrderView, 'status'>, paged: readonly PagedPerson[] = []): boolean =>
  unanswered(order) || (isOpen(order.status) && stillPaged(paged).length > 0);
