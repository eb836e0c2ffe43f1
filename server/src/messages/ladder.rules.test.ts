import { describe, expect, test } from '@jest/globals';
import type { Ladder } from '@liandong/shared/ladder';
import { CHANNELS, type Channel } from '@liandong/shared/message';
import fc from 'fast-check';
import { type Contacts, type Person, peopleToReach, planLadder, type Rung } from './ladder.rules.js';
import { COUNTY_LADDER } from './templates/ladder-table.js';

const person = (post: string, phone: string): Person => ({ name: `演示-${post}`, post, phone });
const TEAM = {
  onDuty: person('member', '10001'),
  commander: person('commander', '10002'),
  deputy: person('deputy', '10003'),
  liaison: person('liaison', '10004'),
};
const DESK = person('alarm_phone', '10009');
const NOBODY = { onDuty: null, commander: null, deputy: null, liaison: null };

/** `minute post channel`, in the order the rungs are written. */
const spoken = (rungs: Rung[]) =>
  rungs.map(({ afterSeconds, recipient, channel }) => `${afterSeconds / 60} ${recipient.post} ${channel}`);
type People = Omit<Contacts, 'alarmPhone'>;
const rungsOf = (people: People, channels?: readonly Channel[], ladder: Ladder = COUNTY_LADDER) =>
  planLadder(ladder, { ...people, alarmPhone: DESK }, channels);
const plan = (people: People, channels?: readonly Channel[]) => spoken(rungsOf(people, channels));

const AT_ONCE = ['0 member app', '0 member sms', '0 member voice', '0 commander sms', '0 commander voice'];
const AFTER_TWO = ['2 member sms', '2 commander sms', '2 deputy sms', '2 deputy voice'];
const AFTER_FOUR = ['4 liaison voice'];

describe('while nobody acknowledges', () => {
  test('at once every channel to duty and commander, the team’s app once; at 2 min a text to all and a call to the deputy; at 4 min a call to the liaison', () => {
    expect(plan(TEAM)).toEqual([...AT_ONCE, ...AFTER_TWO, ...AFTER_FOUR]);
  });

  test('the steps are numbered 0, 1, 2', () => {
    const steps = rungsOf(TEAM).map(({ step, afterSeconds }) => `${step}:${afterSeconds}`);
    expect([...new Set(steps)]).toEqual(['0:0', '1:120', '2:240']);
  });

  test('the minutes and the people are those of the ladder', () => {
    const own: Ladder = {
      steps: [
        { afterSeconds: 0, sends: [{ to: 'deputy', channels: ['voice'] }] },
        { afterSeconds: 90, sends: [{ to: 'alarmPhone', channels: ['sms'] }] },
      ],
      eachAnswers: null,
    };
    expect(spoken(rungsOf(TEAM, undefined, own))).toEqual(['0 deputy voice', '1.5 alarm_phone sms']);
  });
});

describe('people who have to answer themselves', () => {
  const each: Ladder = {
    ...COUNTY_LADDER,
    eachAnswers: { who: ['commander', 'deputy'], everySeconds: 60, rounds: 2, channels: ['sms', 'voice'] },
  };

  test('are called every minute, twice, each by text and voice, and these rungs are theirs alone', () => {
    const personal = rungsOf(TEAM, undefined, each).filter((rung) => rung.personal);
    const round = (minute: number) =>
      ['commander', 'deputy'].flatMap((post) => [`${minute} ${post} sms`, `${minute} ${post} voice`]);
    expect(spoken(personal)).toEqual([...round(1), ...round(2)]);
  });

  test('are named once each, and a post nobody holds is not waited for', () => {
    expect(peopleToReach(each, { ...TEAM, alarmPhone: DESK })).toEqual([TEAM.commander, TEAM.deputy]);
    expect(peopleToReach(each, { ...TEAM, deputy: TEAM.commander, alarmPhone: DESK })).toEqual([TEAM.commander]);
    expect(peopleToReach(each, { ...NOBODY, alarmPhone: DESK })).toEqual([]);
    expect(peopleToReach(COUNTY_LADDER, { ...TEAM, alarmPhone: DESK })).toEqual([]);
  });
});

describe('one person with two posts', () => {
  test('a commander on duty gets one message per channel and step', () => {
    expect(plan({ ...TEAM, onDuty: TEAM.commander })).toEqual([
      '0 commander app',
      '0 commander sms',
      '0 commander voice',
      '2 commander sms',
      '2 deputy sms',
      '2 deputy voice',
      '4 liaison voice',
    ]);
  });

  test('a deputy on duty gets the text of minute 2 once and the call all the same', () => {
    expect(plan({ ...TEAM, onDuty: TEAM.deputy }).filter((rung) => rung.startsWith('2'))).toEqual([
      '2 deputy sms',
      '2 commander sms',
      '2 deputy voice',
    ]);
  });

  test('it is the phone that makes the person, not the name', () => {
    const twins = { ...TEAM, onDuty: { ...TEAM.onDuty, name: TEAM.commander.name } };
    expect(plan(twins)).toHaveLength(10);
  });
});

describe('somebody missing', () => {
  test('nobody on duty: the team’s alarm phone takes that place', () => {
    expect(plan({ ...TEAM, onDuty: null }).slice(0, 3)).toEqual([
      '0 alarm_phone app',
      '0 alarm_phone sms',
      '0 alarm_phone voice',
    ]);
  });

  test('no liaison: the call of minute 4 goes to the alarm phone', () => {
    expect(plan({ ...TEAM, liaison: null }).at(-1)).toBe('4 alarm_phone voice');
  });

  test('nobody at all: the alarm phone gets each channel once at each step', () => {
    expect(plan(NOBODY)).toEqual([
      '0 alarm_phone app',
      '0 alarm_phone sms',
      '0 alarm_phone voice',
      '2 alarm_phone sms',
      '2 alarm_phone voice',
      '4 alarm_phone voice',
    ]);
  });
});

describe('an order restricted to some channels', () => {
  test.each<[Channel[], string[]]>([
    [['app'], ['0 member app']],
    [['sms'], ['0 member sms', '0 commander sms', '2 member sms', '2 commander sms', '2 deputy sms']],
    [['voice'], ['0 member voice', '0 commander voice', '2 deputy voice', '4 liaison voice']],
    [
      ['app', 'sms', 'voice'],
      [...AT_ONCE, ...AFTER_TWO, ...AFTER_FOUR],
    ],
  ])('%j', (channels, rungs) => {
    expect(plan(TEAM, channels)).toEqual(rungs);
  });
});

test('a first round that knows none of the channels wanted calls its people by those', () => {
  const texting: Ladder = {
    steps: [{ afterSeconds: 0, sends: [{ to: 'onDuty', channels: ['app', 'sms'] }] }],
    eachAnswers: null,
  };
  expect(spoken(rungsOf(TEAM, ['voice'], texting))).toEqual(['0 member voice']);
});

describe('whoever is missing and whichever channels are left', () => {
  const someone = fc.option(fc.constantFrom(...Object.values(TEAM)));
  const contacts = fc.record({ onDuty: someone, commander: someone, deputy: someone, liaison: someone });
  const channels = fc.option(fc.subarray([...CHANNELS], { minLength: 1 }), { nil: undefined });

  test('no order is without a message at once, and no phone gets a channel twice in one step', () => {
    fc.assert(
      fc.property(contacts, channels, (who, only) => {
        const rungs = rungsOf(who, only);
        expect(rungs.some(({ afterSeconds }) => afterSeconds === 0)).toBe(true);
        const keys = rungs.map(({ step, channel, recipient }) => `${step} ${channel} ${recipient.phone}`);
        expect(new Set(keys).size).toBe(keys.length);
        if (only) for (const { channel } of rungs) expect(only).toContain(channel);
      }),
    );
  });
});
