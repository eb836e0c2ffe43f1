import { describe, expect, it } from '@jest/globals';
import type { Ladder } from '@liandong/shared/ladder';
import {
  contactsLeft,
  draftOf,
  type LadderDraft,
  ladderFaults,
  ladderLines,
  ladderOf,
  silentStart,
  withRound,
} from './ladder-draft.rules.js';

const LADDER: Ladder = {
  steps: [
    { afterSeconds: 0, sends: [{ to: 'onDuty', channels: ['app', 'sms'] }] },
    { afterSeconds: 90, sends: [{ to: 'commander', channels: ['voice'] }] },
  ],
  eachAnswers: { who: ['commander'], everySeconds: 120, rounds: 3, channels: ['voice'] },
};
const draft = draftOf(LADDER);
const second = (part: Partial<LadderDraft['rounds'][number]>): LadderDraft => ({
  ...draft,
  rounds: draft.rounds.map((round, index) => (index === 1 ? { ...round, ...part } : round)),
});

describe('a ladder in a form', () => {
  it('comes out as it went in, in minutes meanwhile', () => {
    expect(draft.rounds.map(({ minutes }) => minutes)).toEqual([0, 1.5]);
    expect(draft.each).toMatchObject({ minutes: 2, rounds: 3 });
    expect(ladderOf(draft)).toEqual(LADDER);
    expect(ladderOf({ ...draft, each: null })).toEqual({ ...LADDER, eachAnswers: null });
    expect(ladderFaults(draft)).toEqual([]);
  });

  it('has each person once a round', () => {
    const sends: Ladder['steps'][number]['sends'] = [
      { to: 'commander', channels: ['voice'] },
      { to: 'onDuty', channels: ['sms'] },
      { to: 'commander', channels: ['sms', 'voice'] },
    ];
    expect(draftOf({ steps: [{ afterSeconds: 0, sends }], eachAnswers: null }).rounds[0]?.sends).toEqual([
      { to: 'onDuty', channels: ['sms'] },
      { to: 'commander', channels: ['sms', 'voice'] },
    ]);
  });

  it.each([
    ['as early as the one before', second({ minutes: 0 }), 'late'],
    ['without a minute', second({ minutes: null }), 'late'],
    ['that calls nobody', second({ sends: [] }), 'nobody'],
    ['that calls somebody by nothing', second({ sends: [{ to: 'deputy', channels: [] }] }), 'channel'],
  ])('cannot be saved with a round %s', (_words, wrong, fault) => {
    expect([ladderOf(wrong), ladderFaults(wrong)]).toEqual([undefined, [fault]]);
  });

  it.each([{ who: [] }, { channels: [] }, { minutes: null }, { rounds: null }])(
    'cannot be saved when each person is to answer and %o',
    (part) => {
      const wrong = { ...draft, each: { ...draft.each!, ...part } };
      expect([ladderOf(wrong), ladderFaults(wrong)]).toEqual([undefined, ['each']]);
    },
  );

  it('gets another round two minutes after the last', () => {
    const more = withRound(draft);
    expect(more.rounds.map(({ id, minutes }) => [id, minutes])).toEqual([
      [0, 0],
      [1, 1.5],
      [2, 3.5],
    ]);
    expect(ladderFaults(more)).toEqual([]);
  });

  it('says who is not called in a round yet', () => {
    expect(contactsLeft(draft.rounds[0]!)).toEqual(['commander', 'deputy', 'liaison', 'alarmPhone']);
  });

  it('warns when nothing rings at once', () => {
    expect(silentStart(draft)).toBe(false);
    const silent = {
      ...draft,
      rounds: [{ id: 0, minutes: 0, sends: [{ to: 'onDuty' as const, channels: ['app' as const] }] }],
    };
    expect(silentStart(silent)).toBe(true);
  });
});

describe('a ladder in plain words', () => {
  it('has the alarm at the desk where it comes', () => {
    expect(ladderLines(LADDER, 60).map(({ afterSeconds, alarm }) => [afterSeconds, alarm])).toEqual([
      [0, false],
      [60, true],
      [90, false],
    ]);
    expect(ladderLines(LADDER, undefined)).toHaveLength(2);
  });
});
