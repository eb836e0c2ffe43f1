import { CONTACTS, type Contact, type EachAnswers, Ladder, type LadderStep } from '@liandong/shared/ladder';
import { CHANNELS, type Channel } from '@liandong/shared/message';

type Send = LadderStep['sends'][number];

/** The form holds minutes, the contract seconds; null: the field is empty. */
export interface DraftRound {
  id: number;
  minutes: number | null;
  sends: Send[];
}
export interface DraftEach extends Pick<EachAnswers, 'who' | 'channels'> {
  minutes: number | null;
  rounds: number | null;
}
export interface LadderDraft {
  rounds: DraftRound[];
  each: DraftEach | null;
}

const MINUTE = 60;
/** A round more comes so many minutes after the last. */
const APART = 2;
export const MOST_ROUNDS = 8;

const ordered = (channels: readonly Channel[]): Channel[] => CHANNELS.filter((channel) => channels.includes(channel));

/** Each person once a round: nobody is called twice by one channel in one round anyway. */
const together = (sends: readonly Send[]): Send[] =>
  CONTACTS.flatMap((to) => {
    const channels = ordered(sends.flatMap((send) => (send.to === to ? send.channels : [])));
    return channels.length > 0 ? [{ to, channels }] : [];
  });

export const draftOf = ({ steps, eachAnswers }: Ladder): LadderDraft => ({
  rounds: steps.map(({ afterSeconds, sends }, id) => ({ id, minutes: afterSeconds / MINUTE, sends: together(sends) })),
  each: eachAnswers && {
    who: eachAnswers.who,
    channels: eachAnswers.channels,
    minutes: eachAnswers.everySeconds / MINUTE,
    rounds: eachAnswers.rounds,
  },
});

const secondsOf = (minutes: number | null): number | null => minutes && Math.round(minutes * MINUTE);

/** The ladder as the contract has it; undefined: something is still missing or out of order. */
export const ladderOf = ({ rounds, each }: LadderDraft): Ladder | undefined =>
  Ladder.safeParse({
    steps: rounds.map(({ minutes, sends }) => ({ afterSeconds: secondsOf(minutes), sends })),
    eachAnswers: each && {
      who: each.who,
      channels: each.channels,
      rounds: each.rounds,
      everySeconds: secondsOf(each.minutes),
    },
  }).data;

export type LadderFault = 'late' | 'nobody' | 'channel' | 'each';

/** Why it cannot be saved yet, in the order of the form. */
export function ladderFaults({ rounds, each }: LadderDraft): LadderFault[] {
  const late = rounds.some(({ minutes }, index) => {
    const before = rounds[index - 1]?.minutes;
    return minutes === null || (before !== undefined && minutes <= (before ?? 0));
  });
  const sends = rounds.flatMap((round) => round.sends);
  const whole = each === null || (each.who.length > 0 && each.channels.length > 0 && each.minutes && each.rounds);
  return [
    ...(late ? (['late'] as const) : []),
    ...(rounds.some((round) => round.sends.length === 0) ? (['nobody'] as const) : []),
    ...(sends.some(({ channels }) => channels.length === 0) ? (['channel'] as const) : []),
    ...(whole ? [] : (['each'] as const)),
  ];
}

/** Nothing goes out at once that rings without the app open. */
export const silentStart = ({ rounds }: LadderDraft): boolean =>
  !rounds[0]?.sends.some(({ channels }) => channels.includes('sms') || channels.includes('voice'));

/** Who is not called in this round yet. */
export const contactsLeft = ({ sends }: DraftRound): Contact[] =>
  CONTACTS.filter((contact) => !sends.some(({ to }) => to === contact));

/** One round more, after the last, to whoever was called first. */
export function withRound({ rounds, each }: LadderDraft): LadderDraft {
  const last = rounds.at(-1);
  const id = Math.max(-1, ...rounds.map((round) => round.id)) + 1;
  const minutes = last === undefined ? 0 : (last.minutes ?? 0) + APART;
  return { rounds: [...rounds, { id, minutes, sends: [{ to: 'onDuty', channels: ['sms', 'voice'] }] }], each };
}

/** One line of a ladder in plain words: a round, or the alarm at the desk. */
export interface LadderLine {
  afterSeconds: number;
  sends: readonly Send[];
  alarm: boolean;
}

/** The rounds with the alarm at the desk among them, as they come. */
export function ladderLines({ steps }: Pick<Ladder, 'steps'>, deskAlarmSeconds: number | undefined): LadderLine[] {
  const rounds = steps.map((step) => ({ ...step, alarm: false }));
  if (deskAlarmSeconds === undefined) return rounds;
  return [...rounds, { afterSeconds: deskAlarmSeconds, sends: [], alarm: true }].toSorted(
    (a, b) => a.afterSeconds - b.afterSeconds,
  );
}
