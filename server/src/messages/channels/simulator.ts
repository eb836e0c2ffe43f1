import type { Send } from './channel.js';

/** Practice phones: every text arrives at once, every call rings at once; what arrived is read from the outbox itself. */
export const sendToPracticePhone: Send = async (message) => ({
  outcome: 'accepted',
  providerId: `practice-${message.id}`,
  delivered: true,
});
