import type { Measure } from '@liandong/shared/response-rule';

/** Characters of one text message in UCS-2, and of each part of a longer one. */
export const SMS = { single: 70, part: 67 } as const;

/** How many parts a text is charged and sent as. */
export function smsParts(text: string): number {
  return text.length <= SMS.single ? 1 : Math.ceil(text.length / SMS.part);
}

/** One line without the stops inside it. */
export const oneLine = (text: string): string => text.replace(/[\s。；;]+/g, '，').replace(/，$/, '');

/** Of a dispatcher's own words this much always fits beside everything else. */
const LONGEST_TASK = 30;

/** The first `length` units of a text, less one rather than end in half a character. */
export const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

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

export const SIGNATURE = '【仙居联动】';
/** A text of a drill says so before anything else. */
export const drillText = (text: string, drill: boolean): string =>
  drill ? text.replace(SIGNATURE, `${SIGNATURE}（演练）`) : text;

const ASKED: Record<Measure, (minutes: number) => string> = {
  mustered: (minutes) => `立即集结，${minutes}分钟内出发`,
  on_scene: (minutes) => `立即赶赴，${minutes}分钟内到场`,
};

/**
 * The text of an order, at most two parts: what, where, who commands, who goes, by when, and how to answer.
 * The narrative is cut first; the order, the time and the answer codes always arrive whole.
 */
export function orderText(words: OrderWords): string {
  const head = `${SIGNATURE}${words.drill ? '（演练）' : ''}${words.code}号令：`;
  const task = words.task ? `，${cut(oneLine(words.task), LONGEST_TASK)}` : '';
  const asked = `${task}，请${words.teamShortName}${ASKED[words.measure](Math.round(words.seconds / 60))}。`;
  const answer = `回1收到 2出动 3到达 4完毕 0不能 +${words.code}`;
  const place = words.place !== null && !words.narrative.includes(words.place) ? `${words.place}，` : '';
  const what = oneLine(`${place}${words.narrative}`);
  const whole = 2 * SMS.part - head.length - asked.length - answer.length;
  const least = Math.min(what.length, LEAST_NARRATIVE);
  const command = commandForms(words.command).find((form) => form === '' || whole - form.length >= least)!;
  const room = whole - command.length;
  return `${head}${what.length > room ? `${cut(what, room - 1)}…` : what}${command}${asked}${answer}`;
}

export const recallText = (code: number, reason: string): string =>
  `${SIGNATURE}${code}号令撤回：${cut(reason, 40)}。请停止出动，已出动的返回。`;

/** Reminder before, at and after a limit. `minutes` left, over when negative, null when no minutes are fixed. */
export function chaseText(code: number, owed: string, minutes: number | null): string {
  const limit = (left: number): string => (left >= 0 ? `还有${left}分钟` : `已超时${-left}分钟`);
  const when = minutes === null ? '尚未报告' : limit(minutes);
  return `${SIGNATURE}催办：${code}号令${owed}${when}，请立即报告。回2出动 3到达 4完毕 5集结 +${code}`;
}

/** What is owed after the order is over: the feedback form. `hours` left, over when negative. */
export function feedbackText(code: number, hours: number): string {
  const when = hours > 0 ? `还有${hours}小时` : '已到时限';
  return `${SIGNATURE}催报：${code}号令的反馈单尚未提交，${when}。请在手机端“待办”中填写。`;
}

/** Reminder of a situation report. `minutes` left, over when negative. */
export function situationText(place: string | null, minutes: number): string {
  const when = minutes > 0 ? `${minutes}分钟内` : minutes === 0 ? '现在' : `已迟${-minutes}分钟，请立即`;
  return `${SIGNATURE}${cut(oneLine(place ?? '重大警情'), 30)}：${when}报告现场动态（人员、进展、需要）。手机端点“动态”，或致电指挥中心。`;
}
