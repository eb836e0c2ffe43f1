import type { ObligationView, OwedRow } from '@liandong/shared/obligation';
import { readClock } from '@liandong/shared/obligation.clock';
import type { NoticeView } from '@liandong/shared/supervision';

/** The tabs of the page, as they stand in its address. */
export const TABS = ['owed', 'notices', 'feedback', 'followUps'] as const;
export type Tab = (typeof TABS)[number];
export const readTab = (text: string | null): Tab => TABS.find((tab) => tab === text) ?? 'owed';

/** How one row stands: running, over the limit and still owed, late but done, or never done. */
export type Standing = 'running' | 'over' | 'met' | 'late' | 'never' | 'waived';

export function standingOf(o: ObligationView, now: number): Standing {
  const { phase } = readClock(o, now);
  if (phase === 'waived' || phase === 'met' || phase === 'late') return phase;
  if (o.givenUp) return o.state === 'missed' ? 'never' : 'waived';
  return phase === 'over' ? 'over' : 'running';
}

/** Seconds by which it came, or still is, late; null when it is not. */
export function lateBy(o: ObligationView, now: number): number | null {
  if (o.dueAt === null || o.state === 'waived') return null;
  if (o.metAt === null && o.givenUp) return null;
  const at = o.metAt === null ? now : Date.parse(o.metAt);
  const seconds = (at - Date.parse(o.dueAt)) / 1000;
  return seconds > 0 ? seconds : null;
}

/** 督办 is for what was missed and is not under notice already. */
export const mayNotice = (row: Pick<OwedRow, 'state' | 'notice' | 'kind'>): boolean =>
  row.state === 'missed' && row.kind !== 'supervision' && (row.notice === null || row.notice.state === 'closed');

/** 豁免: what runs or was missed; clearing is ended by recalling the order, not waived. */
export const mayWaive = (row: Pick<OwedRow, 'state' | 'kind'>): boolean =>
  (row.state === 'open' || row.state === 'missed') && row.kind !== 'clear';

/** What can be done with a notice next: 签收 and 答复 are taken down for whoever has no account. */
export function noticeSteps({ state }: Pick<NoticeView, 'state'>): ('receive' | 'answer' | 'close')[] {
  if (state === 'issued') return ['receive', 'answer'];
  if (state === 'received') return ['answer'];
  return state === 'answered' ? ['close'] : [];
}
