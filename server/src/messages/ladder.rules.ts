import type { Contact, EachAnswers, Ladder } from '@liandong/shared/ladder';
import type { Channel } from '@liandong/shared/message';

export interface Person {
  name: string;
  post: string;
  phone: string;
}

/** Whom a ladder can name; null: nobody has that post now. The alarm phone is always there. */
export type Contacts = Record<Exclude<Contact, 'alarmPhone'>, Person | null> & { alarmPhone: Person };

/** `personal`: goes on until this very person answers. */
export interface Rung {
  step: number;
  afterSeconds: number;
  channel: Channel;
  recipient: Person;
  personal: boolean;
}

/**
 * The rungs of one order, all known at issue: each becomes a due-time message, and an answer cancels what is left. A rung
 * whose person is missing goes to the team's own alarm phone, so that no order is without a message; one phone gets one
 * message per channel and step, whatever posts its owner holds.
 * @param channels only these, when the dispatcher chose
 */
export function planLadder(ladder: Ladder, contacts: Contacts, channels: readonly Channel[] | undefined): Rung[] {
  const rounds = ladder.steps.map(({ afterSeconds, sends }) => ({ afterSeconds, sends, personal: false }));
  const all = [...rounds, ...(ladder.eachAnswers ? personalRounds(ladder.eachAnswers) : [])];
  // A first round that knows none of the channels wanted calls its people by those.
  const first = ladder.steps[0]!.sends.flatMap((send) => send.channels);
  const elsewhere = channels !== undefined && !first.some((channel) => channels.includes(channel));
  const rungs = new Map<string, Rung>();
  all.forEach(({ afterSeconds, sends, personal }, step) => {
    for (const { to, channels: own } of sends) {
      const recipient = contacts[to] ?? contacts.alarmPhone;
      const wanted = elsewhere && step === 0 ? channels : own.filter((each) => !channels || channels.includes(each));
      for (const channel of wanted) {
        const key = `${step} ${channel} ${recipient.phone}`;
        if (!rungs.has(key)) rungs.set(key, { step, afterSeconds, channel, recipient, personal });
      }
    }
  });
  return [...rungs.values()];
}

const personalRounds = ({ who, everySeconds, rounds, channels }: EachAnswers) =>
  Array.from({ length: rounds }, (_, round) => ({
    afterSeconds: (round + 1) * everySeconds,
    sends: who.map((to) => ({ to, channels })),
    personal: true,
  }));

/** The people an order has to reach himself each; a post nobody holds cannot answer. */
export function peopleToReach({ eachAnswers }: Ladder, contacts: Contacts): Person[] {
  const people = (eachAnswers?.who ?? []).flatMap((post) => contacts[post] ?? []);
  return [...new Map(people.map((person) => [person.phone, person])).values()];
}
