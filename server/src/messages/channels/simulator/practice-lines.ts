import type { Line, LineFacts } from '../../lines/line.js';

const FACTS: Omit<LineFacts, 'title'> = {
  source: '本机，无外部线路',
  codes: {},
  perNumber: [],
  perSecond: 10_000,
  queues: true,
  freeText: true,
  links: true,
  receipts: true,
};

/** Practice phones: every text arrives at once, every call rings at once; what arrived is read from the outbox itself. */
const practiceLine = (name: 'practice-sms' | 'practice-voice', channel: 'sms' | 'voice', title: string): Line => ({
  name,
  channel,
  facts: { ...FACTS, title },
  send: async ({ attemptId }) => ({ outcome: 'accepted', providerId: `practice-${attemptId}`, delivered: true }),
  ping: async () => {},
});

export const practiceLines = (): Line[] => [
  practiceLine('practice-sms', 'sms', '演练手机短信'),
  practiceLine('practice-voice', 'voice', '演练手机电话'),
];
