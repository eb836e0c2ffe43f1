import { describe, expect, test } from '@jest/globals';
import type { LineName } from '@liandong/shared/message';
import fc from 'fast-check';
import { type Choice, chooseLine, type Earlier, type LineNow, type ToSend } from './choose-line.rules.js';

const NOW = new Date('2026-07-14T06:00:00.000Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const CODES = {
  no_such_number: { means: 'number', words: '空号' },
  bad_words: { means: 'content', words: '内容不合规' },
  no_money: { means: 'account', words: '余额不足' },
  busy: { means: 'number_busy', words: '触发流控' },
  off: { means: 'later', words: '关机' },
  gone: { means: 'down', words: '故障' },
} as const;
const line = (name: LineName, more: Partial<LineNow> = {}): LineNow => ({
  name,
  channel: name.endsWith('voice') ? 'voice' : 'sms',
  facts: { codes: CODES, perNumber: [], queues: false },
  state: 'well',
  room: 10,
  ...more,
});
const A = line('aliyun-sms');
const B = line('twilio-sms');
const text = (more: Partial<ToSend> = {}): ToSend => ({
  channel: 'sms',
  purpose: 'order',
  phone: '13800000000',
  flags: [],
  earlier: [],
  waitedMs: 0,
  movable: true,
  ...more,
});
const tried = (at: LineNow, code: string | null, seconds: number, more: Partial<Earlier> = {}): Earlier => ({
  line: at.name,
  at: ago(seconds),
  state: code === null ? 'accepted' : 'refused',
  code,
  same: true,
  own: true,
  ...more,
});
const choose = (lines: readonly LineNow[], message: ToSend): Choice => chooseLine(lines, message, NOW);

describe('which line takes a message', () => {
  test.each<[string, LineNow[], Choice]>([
    ['the preferred one', [A, B], { go: 'aliyun-sms' }],
    ['the next one while the first is sick', [{ ...A, state: 'sick' }, B], { go: 'twilio-sms' }],
    ['the punctual one before a slow one', [{ ...A, state: 'slow' }, B], { go: 'twilio-sms' }],
    ['a slow one rather than none', [{ ...A, state: 'slow' }], { go: 'aliyun-sms' }],
    ['none that is switched off', [{ ...A, state: 'off' }, B], { go: 'twilio-sms' }],
    ['the next one while the first is full', [{ ...A, room: 0 }, B], { go: 'twilio-sms' }],
    ['none for a moment when all are full', [{ ...A, room: 0 }], { waitMs: 250, code: 'line_full' }],
    [
      'none while all are sick or off: it waits and is kept',
      [
        { ...A, state: 'sick' },
        { ...B, state: 'off' },
      ],
      { waitMs: 2000, code: 'no_line' },
    ],
    ['never, where the county has none', [line('aliyun-voice')], { never: 'not_configured' }],
  ])('%s', (_words, lines, choice) => {
    expect(choose(lines, text())).toEqual(choice);
  });

  test('a line that queues by itself takes urgent words also when it is full, broadcasts not', () => {
    const full = line('twilio-sms', { room: 0, facts: { codes: CODES, perNumber: [], queues: true } });
    expect(choose([full], text())).toEqual({ go: 'twilio-sms' });
    expect(choose([full], text({ purpose: 'broadcast' }))).toEqual({ waitMs: 250, code: 'line_full' });
  });
});

describe('after an attempt that failed', () => {
  test.each<[string, LineNow[], Earlier[], Choice]>([
    ['the other line is tried at once', [A, B], [tried(A, 'gone', 0)], { go: 'twilio-sms' }],
    [
      'and also when the first was silent so long that it has rested',
      [A, B],
      [tried(A, 'timeout', 5)],
      { go: 'twilio-sms' },
    ],
    ['and then the first again', [A, B], [tried(A, 'timeout', 9), tried(B, 'timeout', 4)], { go: 'aliyun-sms' }],
    ['the only line after a second', [A], [tried(A, 'gone', 0.4)], { waitMs: 600, code: 'gone' }],
    [
      'and after two seconds the next time',
      [A],
      [tried(A, 'gone', 9), tried(A, 'gone', 1)],
      { waitMs: 1000, code: 'gone' },
    ],
    ['and then it goes', [A], [tried(A, 'gone', 2)], { go: 'aliyun-sms' }],
    ['words one line does not take go by the other', [A, B], [tried(A, 'bad_words', 60)], { go: 'twilio-sms' }],
    ['words no line takes are over', [A], [tried(A, 'bad_words', 60)], { never: 'bad_words' }],
    [
      'a number that does not exist is tried nowhere else',
      [A, B],
      [tried(A, 'no_such_number', 60)],
      { never: 'no_such_number' },
    ],
    ['a phone that is off is tried again', [A], [tried(A, 'off', 60)], { go: 'aliyun-sms' }],
    ['an unknown code is tried again', [A], [tried(A, 'what?', 60)], { go: 'aliyun-sms' }],
  ])('%s', (_words, lines, earlier, choice) => {
    expect(choose(lines, text({ earlier }))).toEqual(choice);
  });

  test('a code means what the line that said it means by it', () => {
    const stranger = { ...B, facts: { ...B.facts, codes: {} } };
    const earlier = [tried(A, 'no_such_number', 60)];
    expect(choose([A, stranger], text({ earlier }))).toEqual({ never: 'no_such_number' });
  });

  test('a line that did not bring it is not asked to bring it again', () => {
    const lost = tried(A, 'off', 60, { state: 'undelivered' });
    expect(choose([A, B], text({ earlier: [lost] }))).toEqual({ go: 'twilio-sms' });
    expect(choose([A, { ...B, state: 'off' }], text({ earlier: [lost] }))).toEqual({ waitMs: 2000, code: 'no_line' });
    expect(choose([A], text({ earlier: [lost] }))).toEqual({ never: 'off' });
  });

  test('a phone out of reach is tried ten times by each line', () => {
    const times = (count: number) => Array.from({ length: count }, (_, index) => tried(A, 'off', 600 - 30 * index));
    expect(choose([A], text({ earlier: times(9) }))).toEqual({ go: 'aliyun-sms' });
    expect(choose([A], text({ earlier: times(10) }))).toEqual({ never: 'off' });
    expect(choose([A, B], text({ earlier: times(10) }))).toEqual({ go: 'twilio-sms' });
    expect(choose([A], text({ earlier: times(10).map((one) => ({ ...one, code: 'gone' })) }))).toEqual({
      go: 'aliyun-sms',
    });
  });

  test('a clock set back makes no pause longer', () => {
    expect(choose([A], text({ earlier: [tried(A, 'gone', -3600)] }))).toEqual({ waitMs: 1000, code: 'gone' });
  });

  test('with every line dead a recall moves after a minute where it can; an order waits, its call goes anyway', () => {
    const dead = [{ ...A, state: 'sick' as const }];
    const waited = (more: Partial<ToSend>) => choose(dead, text({ waitedMs: 60_001, ...more }));
    expect(waited({ purpose: 'recall' })).toEqual({ never: 'no_line' });
    expect(waited({ purpose: 'recall', movable: false })).toEqual({ waitMs: 2000, code: 'no_line' });
    expect(waited({ purpose: 'recall', waitedMs: 60_000 })).toEqual({ waitMs: 2000, code: 'no_line' });
    expect(waited({ purpose: 'order' })).toEqual({ waitMs: 2000, code: 'no_line' });
  });

  test('what happened to other messages says nothing of this one', () => {
    const others = [tried(A, 'no_such_number', 1, { own: false }), tried(A, 'gone', 0, { own: false })];
    expect(choose([A], text({ earlier: others }))).toEqual({ go: 'aliyun-sms' });
  });
});

describe('a number', () => {
  test.each<[Partial<ToSend>, string]>([
    [{ phone: '057687770001' }, 'landline'],
    [{ phone: '119' }, 'landline'],
    [{ flags: ['unsubscribed'] }, 'flagged_unsubscribed'],
    [{ flags: ['unreachable'] }, 'flagged_unreachable'],
  ])('%j gets no text', (more, code) => {
    expect(choose([A, B], text(more))).toEqual({ never: code });
    const call = choose([line('aliyun-voice')], text({ ...more, channel: 'voice' }));
    expect(call).toEqual({ go: 'aliyun-voice' });
  });

  test('that somebody else answers is texted all the same: it may be a joke', () => {
    expect(choose([A], text({ flags: ['wrong_person'] }))).toEqual({ go: 'aliyun-sms' });
  });

  const limited = line('aliyun-sms', {
    facts: { codes: CODES, perNumber: [{ most: 2, seconds: 600 }], queues: false },
  });
  const full = [tried(limited, null, 500, { own: false }), tried(limited, null, 1, { own: false })];

  test('with its share used up is reached by the other line, else by another channel; a broadcast waits', () => {
    expect(choose([limited, B], text({ earlier: full }))).toEqual({ go: 'twilio-sms' });
    expect(choose([limited], text({ earlier: full }))).toEqual({ never: 'over_budget' });
    expect(choose([limited], text({ earlier: full, purpose: 'broadcast' }))).toEqual({
      waitMs: 300_000,
      code: 'over_budget',
    });
  });

  test('has its share again after the time', () => {
    const [first, second] = full;
    expect(choose([limited], text({ earlier: [{ ...first!, at: ago(600) }, second!] }))).toEqual({ go: 'aliyun-sms' });
  });

  test('whose share is free again within a minute is waited for', () => {
    const [first, second] = full;
    const soon = [{ ...first!, at: ago(540) }, second!];
    expect(choose([limited], text({ earlier: soon }))).toEqual({ waitMs: 60_000, code: 'over_budget' });
    expect(choose([limited], text({ earlier: [{ ...first!, at: ago(539) }, second!] }))).toEqual({
      never: 'over_budget',
    });
  });

  test('has only that counted which may have got there: not what was refused, nor what this line is asked about first', () => {
    const refused = [0, 1, 2].map((seconds) => tried(limited, 'gone', 100 + seconds));
    expect(choose([limited], text({ earlier: refused }))).toEqual({ go: 'aliyun-sms' });
    const unsure = [full[0]!, tried(limited, 'timeout', 100, { state: 'unsure' })];
    expect(choose([limited], text({ earlier: unsure }))).toEqual({ go: 'aliyun-sms' });
    const others = unsure.map((one) => ({ ...one, own: false }));
    expect(choose([limited], text({ earlier: others }))).toEqual({ never: 'over_budget' });
  });

  test('gets the very same text only so often', () => {
    const facts = { codes: CODES, perNumber: [], perSameText: { most: 1, seconds: 600 }, queues: false };
    const strict = line('twilio-sms', { facts });
    const before = (same: boolean) => [tried(strict, null, 5, { own: false, same })];
    expect(choose([strict], text({ earlier: before(false) }))).toEqual({ go: 'twilio-sms' });
    expect(choose([strict], text({ earlier: before(true) }))).toEqual({ never: 'over_budget' });
  });
});

describe('whatever happened before', () => {
  const earlier = fc.array(
    fc.record({
      line: fc.constantFrom<LineName>('aliyun-sms', 'twilio-sms'),
      at: fc.integer({ min: 0, max: 4000 }).map(ago),
      state: fc.constantFrom('accepted', 'refused', 'unsure', 'under_way' as const),
      code: fc.constantFrom(null, 'gone', 'off', 'timeout', 'busy', 'no_money', 'interrupted'),
      same: fc.boolean(),
      own: fc.boolean(),
    }),
    { maxLength: 20 },
  );
  const state = fc.constantFrom('well', 'slow', 'sick', 'off');

  test('a sick line, one that is off or a full one never gets it, and waiting ends within half a minute for an order', () => {
    fc.assert(
      fc.property(earlier, state, state, fc.integer({ min: 0, max: 1 }), (before, a, b, room) => {
        const lines = [
          { ...A, state: a, room },
          { ...B, state: b, room },
        ] as LineNow[];
        const choice = choose(lines, text({ earlier: before as Earlier[] }));
        if ('go' in choice) {
          const taken = lines.find(({ name }) => name === choice.go)!;
          expect(['well', 'slow']).toContain(taken.state);
          expect(taken.room).toBeGreaterThan(0);
        }
        if ('waitMs' in choice) expect(choice.waitMs).toBeLessThanOrEqual(30_000);
      }),
    );
  });
});
