import { cut, oneLine, SIGNATURE, SMS } from './order-text.rules.js';

export interface FollowUpWords {
  incidentNumber: string;
  what: string;
  unit: string;
  person: string;
  /** `2026-07-20` */
  dueDate: string;
  /** Whole days from today to the last one: 0 today, negative when it has passed. */
  daysLeft: number;
}

const when = (days: number): string => {
  if (days === 0) return '今天到期';
  return days > 0 ? `还有${days}天` : `已逾期${-days}天`;
};

/** Chases a follow-up at its responsible person, at most two parts: the task is cut first, the limit always arrives whole. */
export function followUpText({ incidentNumber, what, unit, person, dueDate, daysLeft }: FollowUpWords): string {
  const [, month, day] = dueDate.split('-').map(Number);
  const head = `${SIGNATURE}催办：警情${incidentNumber}后续工作：`;
  const owed = `。责任：${cut(oneLine(unit), 20)}${cut(oneLine(person), 12)}，期限${month}月${day}日，${when(daysLeft)}。办结后请报告。`;
  const room = 2 * SMS.part - head.length - owed.length;
  const task = oneLine(what);
  return `${head}${task.length > room ? `${cut(task, room - 1)}…` : task}${owed}`;
}
