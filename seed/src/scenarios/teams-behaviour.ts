import type { WAIVER_CODES } from '@liandong/shared/obligation';
import type { ReportKind } from '@liandong/shared/order.lifecycle';
import type { Random } from './random.js';

/** Something that happens to an order, `after` seconds from its issue. `{code}` in a text stands for the order's code. */
export type TeamAction = { after: number } & (
  | { act: 'reply'; by: 0 | 1; channel: 'sms' | 'voice'; text: string; means: ReportKind | null }
  | { act: 'verbal'; kind: ReportKind }
  | { act: 'recall'; reason: string }
  | { act: 'waive'; code: (typeof WAIVER_CODES)[number]; reason: string }
);

/** What a team is asked for: which measure, in how many seconds. */
export interface Asked {
  measure: 'on_scene' | 'mustered';
  seconds: number;
}

/** How a team may say a step: as the text of the order asks, in words, full-width, code first. */
export const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  acknowledged: ['1 {code}', '收到 {code}', '１ {code}', '{code} 1', '{code}号令收到'],
  mustered: ['5 {code}', '{code} 集结完毕', '集结 {code}'],
  en_route: ['2 {code}', '{code} 出动', '已出发 {code}'],
  on_scene: ['3 {code}', '到达 {code}', '{code} 已到'],
  cleared: ['4 {code}', '处置完毕 {code}', '{code} 4'],
  declined: ['0 {code} 车辆故障'],
};
/** Keys pressed in a call: digit, star, code. */
export const KEYS: Readonly<Record<string, string>> = {
  acknowledged: '1*{code}',
  mustered: '5*{code}',
  en_route: '2*{code}',
  on_scene: '3*{code}',
  cleared: '4*{code}',
};
/** What nobody can read: they go to the dispatcher's queue. */
export const UNREADABLE = ['好的', '嗯', '知道了，路上堵', '???', 'ok', '在吃饭'] as const;

/** How teams answer, by how often. 本县约定 */
export const MANNERS = [
  ['in_time', 58],
  ['by_voice', 10],
  ['late', 12],
  ['twice', 7],
  ['unreadable_first', 6],
  ['silent', 4],
  ['declines', 3],
] as const;
export type Manner = (typeof MANNERS)[number][0];

const between = (random: Random, low: number, high: number): number => Math.round(low + random.next() * (high - low));

function say(random: Random, manner: Manner, kind: string, after: number, by: 0 | 1 = 0, more = ''): TeamAction {
  const voice = manner === 'by_voice';
  const text = voice ? KEYS[kind]! : `${random.pick(WORDINGS[kind]!)}${more}`;
  return { after, act: 'reply', by, channel: voice ? 'voice' : 'sms', text, means: kind as ReportKind };
}

/** The steps after the answer: muster where it is asked for, the way, the arrival, the end. */
function steps(random: Random, manner: Manner, asked: Asked, answered: number): TeamAction[] {
  const share = manner === 'late' ? between(random, 105, 160) / 100 : between(random, 45, 95) / 100;
  const target = Math.max(Math.round(asked.seconds * share), answered + 60);
  const mustered = asked.measure === 'mustered';
  const left = mustered ? target + between(random, 20, 90) : Math.round((answered + target) / 2);
  const there = mustered ? left + between(random, 400, 2400) : target;
  const strength = random.chance(0.4) ? ` ${random.int(3, 20)}人 ${random.int(5, 25)}分` : '';
  return [
    ...(mustered ? [say(random, manner, 'mustered', target)] : []),
    // Some forget a step: then it stays empty.
    ...(random.chance(0.85) ? [say(random, manner, 'en_route', left, 0, strength)] : []),
    say(random, manner, 'on_scene', there),
    say(random, manner, 'cleared', there + between(random, 600, 4200)),
  ];
}

/** A late team whose road was cut is forgiven by the supervisor; now and then an order is taken back. */
function fromAbove(random: Random, manner: Manner, asked: Asked): TeamAction[] {
  if (manner === 'late' && random.chance(0.35))
    return [
      { after: asked.seconds + between(random, 120, 600), act: 'waive', code: 'road_cut', reason: '道路中断，绕行' },
    ];
  if (manner === 'in_time' && random.chance(0.04))
    return [{ after: between(random, 130, 400), act: 'recall', reason: '现场已控制，不需增援' }];
  return [];
}

/** Nobody answers: the dispatcher telephones and takes the answer down, or the supervisor takes the order back. */
function silent(random: Random, asked: Asked): TeamAction[] {
  const after = between(random, 320, 600);
  if (random.chance(0.5)) return [{ after: asked.seconds + after, act: 'recall', reason: '队伍失联，改派' }];
  return [
    { after, act: 'verbal', kind: 'acknowledged' },
    { after: asked.seconds + after, act: 'verbal', kind: 'on_scene' },
    { after: asked.seconds + after + between(random, 900, 3000), act: 'verbal', kind: 'cleared' },
  ];
}

/** Most answer within a minute, the rest before the three minutes are over; an unread first reply still fits before. */
const promptAnswer = (random: Random): number =>
  random.chance(0.65) ? between(random, 8, 60) : between(random, 60, 165);

/** Everything that will happen to one order, in order of time. */
export function planOrder(random: Random, asked: Asked): TeamAction[] {
  const manner = random.weighted(MANNERS);
  if (manner === 'silent') return silent(random, asked);
  const first = manner === 'late' ? between(random, 190, 420) : promptAnswer(random);
  if (manner === 'declines') return [say(random, manner, 'declined', first)];
  const unread: TeamAction = {
    after: first,
    act: 'reply',
    by: 0,
    channel: 'sms',
    text: random.pick(UNREADABLE),
    means: null,
  };
  const answered = manner === 'unreadable_first' ? first + between(random, 25, 60) : first;
  const actions = [
    ...(manner === 'unreadable_first' ? [unread] : []),
    say(random, manner, 'acknowledged', answered),
    ...(manner === 'twice' ? [say(random, manner, 'acknowledged', answered + between(random, 5, 40), 1)] : []),
    ...steps(random, manner, asked, answered),
    ...fromAbove(random, manner, asked),
  ];
  return actions.sort((a, b) => a.after - b.after);
}
