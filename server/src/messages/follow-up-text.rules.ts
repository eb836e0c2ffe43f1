import { cut } from '@liandong/shared/sms-parts';
import { oneLine } from './templates/compose.rules.js';
import type { Worded } from './templates/templates.table.js';

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

/** Chases a follow-up at its responsible person: the task is cut first, the limit always arrives whole. */
export function followUpWords({ incidentNumber, what, unit, person, dueDate, daysLeft }: FollowUpWords): Worded {
  const [, month, day] = dueDate.split('-').map(Number);
  return {
    template: 'follow_up',
    params: {
      number: incidentNumber,
      what: oneLine(what),
      responsible: `${cut(oneLine(unit), 20)}${cut(oneLine(person), 12)}`,
      limit: `${month}月${day}日`,
      when: when(daysLeft),
    },
  };
}
