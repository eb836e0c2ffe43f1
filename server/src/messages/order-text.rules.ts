import type { Measure } from '@liandong/shared/response-rule';
import { cut, cutTo } from '@liandong/shared/sms-parts';
import { type Bodies, oneLine, roomFor } from './templates/compose.rules.js';
import type { Worded } from './templates/templates.table.js';

/** Of a dispatcher's own words this much always fits beside everything else. */
const LONGEST_TASK = 30;

export interface OrderWords {
  code: number;
  place: string | null;
  narrative: string;
  teamShortName: string;
  measure: Measure;
  seconds: number;
  drill: boolean;
  /** What the dispatcher wrote for this order; the plan's usual task is not repeated in the text. */
  task: string | null;
  /** Who commands at the scene; person and phone while known. */
  command: { post: string; name: string | null; phone: string | null } | null;
  /** Signed link to answer by, with the space before it; empty where links are not in use. */
  link: string;
}

/** The narrative never loses more than down to this for the name of who commands. */
const LEAST_NARRATIVE = 24;

/** How who commands is named, fullest first: post, person, phone; person and phone; not at all when there is no room. */
function commandForms(command: OrderWords['command']): string[] {
  if (command === null) return [''];
  const { post, name, phone } = command;
  const person = name === null ? '' : `${name}${phone ?? ''}`;
  return [...new Set([`${post}${person}`, person || post])].map((words) => `，现场指挥${oneLine(words)}`).concat('');
}

const ASKED: Record<Measure, (minutes: number) => string> = {
  mustered: (minutes) => `立即集结，${minutes}分钟内出发`,
  on_scene: (minutes) => `立即赶赴，${minutes}分钟内到场`,
};

/**
 * The words of an order: what, where, who commands, who goes, by when, and how to answer; at most two parts.
 * The narrative is cut first, down to 24 characters; then who commands, the link and the task are left out, in this order.
 * The order, the time and the answer codes always arrive whole.
 */
export function orderWords(words: OrderWords, bodies: Bodies): Worded {
  const asked = ASKED[words.measure](Math.round(words.seconds / 60));
  const fixed = { code: String(words.code), team: words.teamShortName, asked };
  const place = words.place !== null && !words.narrative.includes(words.place) ? `${words.place}，` : '';
  const what = oneLine(`${place}${words.narrative}`);
  const least = Math.min(what.length, LEAST_NARRATIVE);
  const room = ({ extra, link }: Beside): number =>
    roomFor(bodies, { template: 'order', params: { ...fixed, what: '', link } }, 'what', words.drill) - extra.length;
  const all = besides(words);
  const { extra, link } = all.find((one) => room(one) >= least) ?? all.at(-1)!;
  const params = { ...fixed, what: cutTo(what, room({ extra, link })) + extra, link };
  return { template: 'order', params };
}

/** What stands beside the narrative: `extra` after it, `link` at the end. */
interface Beside {
  extra: string;
  link: string;
}

/** What can stand beside the narrative, the fullest first, at last nothing. */
function besides(words: OrderWords): Beside[] {
  const task = words.task ? `，${cut(oneLine(words.task), LONGEST_TASK)}` : '';
  const { link } = words;
  return [
    ...commandForms(words.command).map((command) => ({ extra: command + task, link })),
    { extra: task, link: '' },
    { extra: '', link: '' },
  ];
}

export const recallWords = (code: number, reason: string): Worded => ({
  template: 'recall',
  params: { code: String(code), reason: cut(oneLine(reason), 40) },
});

/** Reminder before, at and after a limit. `minutes` left, over when negative, null when no minutes are fixed. */
export function chaseWords(code: number, owed: string, minutes: number | null): Worded {
  const limit = (left: number): string => (left >= 0 ? `还有${left}分钟` : `已超时${-left}分钟`);
  const when = minutes === null ? '尚未报告' : limit(minutes);
  return { template: 'chase', params: { code: String(code), owed, when } };
}

/** What is owed after the order is over: the feedback form. `hours` left, over when negative. */
export const feedbackWords = (code: number, hours: number): Worded => ({
  template: 'feedback',
  params: { code: String(code), when: hours > 0 ? `还有${hours}小时` : '已到时限' },
});

/** Reminder of a situation report. `minutes` left, over when negative. */
export function situationWords(place: string | null, minutes: number): Worded {
  const when = minutes > 0 ? `${minutes}分钟内` : minutes === 0 ? '现在' : `已迟${-minutes}分钟，请立即`;
  return { template: 'situation', params: { place: cut(oneLine(place ?? '重大警情'), 30), when } };
}

/** What is answered to a text: free words. */
export const answerWords = (text: string): Worded => ({ template: 'answer', params: { text } });
