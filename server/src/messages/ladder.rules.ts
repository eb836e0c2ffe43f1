import type { Channel } from '@liandong/shared/message';
import type { Settings } from '../settings/settings.table.js';

type Contact = 'onDuty' | 'commander' | 'deputy' | 'liaison';
type Step = { after: 0 | keyof Settings; sends: readonly { to: Contact; channels: readonly Channel[] }[] };

/**
 * The escalation ladder while nobody acknowledges (本县约定). After the last rung the dispatcher's desk is alarmed.
 * 0: every channel to duty and commander (the app is the team's, so one push reaches both) · 2 min: text to all again, call the deputy · 4 min: call the liaison.
 */
export const LADDER: readonly Step[] = [
  {
    after: 0,
    sends: [
      { to: 'onDuty', channels: ['app', 'sms', 'voice'] },
      { to: 'commander', channels: ['sms', 'voice'] },
    ],
  },
  {
    after: 'ladderSecondStepSeconds',
    sends: [
      { to: 'onDuty', channels: ['sms'] },
      { to: 'commander', channels: ['sms'] },
      { to: 'deputy', channels: ['sms', 'voice'] },
    ],
  },
  { after: 'ladderThirdStepSeconds', sends: [{ to: 'liaison', channels: ['voice'] }] },
];

export interface Person {
  name: string;
  post: string;
  phone: string;
}

export interface Rung {
  step: number;
  afterSeconds: number;
  channel: Channel;
  recipient: Person;
}

/**
 * The rungs of one order, all known at issue: each becomes a due-time message, and an answer cancels what is left.
 * One phone gets one message per channel and step, whatever posts its owner holds.
 * @param fallback the team's own alarm phone: takes every rung whose person is missing, so that no order is without a message
 */
export function planLadder(
  contacts: Record<Contact, Person | null>,
  fallback: Person,
  settings: Settings,
  channels: readonly Channel[] | undefined,
): Rung[] {
  const rungs = new Map<string, Rung>();
  LADDER.forEach(({ after, sends }, step) => {
    for (const { to, channels: own } of sends) {
      const recipient = contacts[to] ?? fallback;
      for (const channel of own.filter((c) => channels === undefined || channels.includes(c))) {
        const key = `${step} ${channel} ${recipient.phone}`;
        const afterSeconds = after === 0 ? 0 : settings[after];
        if (!rungs.has(key)) rungs.set(key, { step, afterSeconds, channel, recipient });
      }
    }
  });
  return [...rungs.values()];
}
