import { describe, expect, test } from '@jest/globals';
import { SETTINGS, type Settings } from '../settings/settings.table.js';
import { leftWords, reconcile, spanWords, stageOf } from './gap-watch.rules.js';

const ZONE = 'Asia/Shanghai';
const at = (text: string): Date => new Date(`${text}+08:00`);
const NOW = at('2027-12-31T12:00');
const settings = Object.fromEntries(Object.entries(SETTINGS).map(([key, { value }]) => [key, value])) as Settings;
const gap = (startsAt: string, endsAt: string, teamCode = 'S05') => ({
  teamCode,
  startsAt: at(startsAt),
  endsAt: at(endsAt),
});
const known = (id: string, startsAt: string, endsAt: string, chasedStage = 1) => ({
  id,
  chasedStage,
  ...gap(startsAt, endsAt),
});

describe('a gap is the same gap while it lasts', () => {
  test('shorter, longer or begun it goes on, with what was chased', () => {
    const row = known('1', '2028-01-01T08:00', '2028-01-01T20:00', 2);
    const { still, opened, filled } = reconcile([row], [gap('2028-01-01T10:00', '2028-01-02T08:00')], {
      now: NOW,
      settings,
    });
    expect(still).toEqual([{ ...row, startsAt: at('2028-01-01T10:00'), endsAt: at('2028-01-02T08:00') }]);
    expect([opened, filled]).toEqual([[], []]);
    // One that runs keeps the instant it began at.
    const running = known('2', '2027-12-31T08:00', '2027-12-31T20:00');
    expect(
      reconcile([running], [gap('2027-12-31T12:00', '2027-12-31T20:00')], { now: NOW, settings }).still[0]!.startsAt,
    ).toEqual(running.startsAt);
  });
  test('filled at its beginning it is less pressing, and is chased again as the rest comes nearer', () => {
    const alarmed = known('1', '2027-12-31T12:00', '2028-01-14T12:00', 3);
    const rest = [gap('2028-01-10T08:00', '2028-01-14T12:00')];
    const [still] = reconcile([alarmed], rest, { now: NOW, settings }).still;
    expect(still).toMatchObject({ id: '1', chasedStage: 1 });
    expect(reconcile([still!], rest, { now: at('2028-01-09T08:00'), settings }).still[0]!.chasedStage).toBe(1);
    expect(stageOf(rest[0]!, at('2028-01-09T08:00'), settings)).toBe(3);
  });
  test('another team, or another time, is another gap; what is no gap any more is filled', () => {
    const row = known('1', '2028-01-01T08:00', '2028-01-01T20:00');
    const found = [gap('2028-01-01T08:00', '2028-01-01T20:00', 'S06'), gap('2028-01-01T20:00', '2028-01-02T08:00')];
    expect(reconcile([row], found, { now: NOW, settings })).toEqual({ still: [], opened: found, filled: [row] });
  });
  test('one that falls apart goes on as its first part', () => {
    const row = known('1', '2028-01-01T08:00', '2028-01-02T08:00');
    const parts = [gap('2028-01-01T08:00', '2028-01-01T12:00'), gap('2028-01-01T20:00', '2028-01-02T08:00')];
    const { still, opened } = reconcile([row], parts, { now: NOW, settings });
    expect([still.map(({ id }) => id), opened]).toEqual([['1'], [parts[1]]]);
  });
});

describe('how pressing it is, and how it is said', () => {
  test.each([
    ['2028-01-10T12:00', 1, '还有10天'],
    ['2028-01-03T12:00', 2, '还有3天'],
    ['2028-01-03T12:01', 1, '还有3天'],
    ['2028-01-01T12:01', 2, '还有25小时'],
    ['2028-01-01T12:00', 3, '还有24小时'],
    ['2027-12-31T12:00', 3, '此刻已无人值班'],
  ])('a gap from %s is of stage %d: %s', (start, stage, words) => {
    const span = gap(start, '2028-01-12T00:00');
    expect([stageOf(span, NOW, settings), leftWords(span, NOW)]).toEqual([stage, words]);
  });
  test('over the end of the year, and without an end in sight', () => {
    const span = gap('2027-12-31T20:00', '2028-01-01T08:00');
    expect(spanWords(span, ZONE)).toBe('12月31日20时00分至1月1日8时00分');
    expect(spanWords(span, ZONE, at('2028-01-01T08:00'))).toBe('12月31日20时00分起');
  });
});
