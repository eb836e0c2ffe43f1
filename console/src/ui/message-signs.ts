import type { AttemptState, LineState, MessageState } from '@liandong/shared/message';

/** How a state looks besides its word: a sign and a tone, never the colour alone. */
export interface Look {
  sign: string;
  tone: 'good' | 'going' | 'waiting' | 'doubt' | 'bad' | 'stopped';
}

export const MESSAGE_LOOKS: Record<MessageState, Look> = {
  queued: { sign: '…', tone: 'waiting' },
  sending: { sign: '◐', tone: 'going' },
  sent: { sign: '◐', tone: 'going' },
  delivered: { sign: '●', tone: 'good' },
  undelivered: { sign: '✕', tone: 'bad' },
  failed: { sign: '✕', tone: 'bad' },
  cancelled: { sign: '○', tone: 'stopped' },
};

export const ATTEMPT_LOOKS: Record<AttemptState, Look> = {
  under_way: { sign: '…', tone: 'waiting' },
  accepted: { sign: '◐', tone: 'going' },
  delivered: { sign: '●', tone: 'good' },
  undelivered: { sign: '✕', tone: 'bad' },
  refused: { sign: '✕', tone: 'bad' },
  unsure: { sign: '?', tone: 'doubt' },
};

export const LINE_LOOKS: Record<LineState, Look> = {
  well: { sign: '●', tone: 'good' },
  slow: { sign: '◐', tone: 'doubt' },
  sick: { sign: '✕', tone: 'bad' },
  off: { sign: '○', tone: 'stopped' },
};
