import type { Channel, MessagePurpose } from '@liandong/shared/message';

/** Where a message goes that its channel cannot bring to that number (本县约定). The app is the team's: a person has both others. */
const MOVES: Record<Channel, Channel | null> = { sms: 'voice', voice: 'sms', app: null };

/** What has to reach its person. Answers and broadcasts are not worth a call. */
const MOVED: readonly MessagePurpose[] = ['order', 'recall', 'chase', 'notice'];

/**
 * The channel that takes over, null: none. Moved once at most, and not to where the same word goes anyway.
 * @param able whether the county has a line for that channel
 * @param siblings channels by which the same person gets the same word
 */
export function moveTo(
  message: { channel: Channel; purpose: MessagePurpose; movedFromId: string | null },
  able: (channel: Channel) => boolean,
  siblings: readonly Channel[],
): Channel | null {
  const to = MOVES[message.channel];
  if (to === null || message.movedFromId !== null || !MOVED.includes(message.purpose)) return null;
  return able(to) && !siblings.includes(to) ? to : null;
}
