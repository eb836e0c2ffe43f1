import type { ObligationKind, ObligationState } from '@liandong/shared/obligation';
import type { ReportKind } from '@liandong/shared/order.lifecycle';
import type { Measure } from '@liandong/shared/response-rule';
import type { Settings } from '../settings/settings.table.js';

/** An obligation as the rules see it. `dueAt` null: owed without fixed minutes. */
export interface Owed {
  kind: ObligationKind;
  startedAt: Date;
  dueAt: Date | null;
  state: ObligationState;
}

/**
 * What an order owes from the moment it is issued: an answer, the target of 快速反应机制, and 双反馈 whatever the target is
 * (a muster order still owes arrival and clearing, without fixed minutes). 文件依据; the three minutes 本县约定.
 */
export function owedByOrder(measure: Measure, issuedAt: Date, targetSeconds: number, settings: Settings): Owed[] {
  const after = (seconds: number): Date => new Date(issuedAt.getTime() + seconds * 1000);
  const open = (kind: ObligationKind, dueAt: Date | null): Owed => ({
    kind,
    startedAt: issuedAt,
    dueAt,
    state: 'open',
  });
  const target = after(targetSeconds);
  return [
    open('acknowledge', after(settings.acknowledgeSeconds)),
    ...(measure === 'mustered' ? [open('muster', target), open('on_scene', null)] : [open('on_scene', target)]),
    open('clear', null),
  ];
}

/**
 * Which obligations a report settles. A later step proves the earlier was reached by then at the latest,
 * so it stops the earlier clock too; the earlier stamp itself stays empty. 本县约定
 */
export const SETTLED_BY: Record<ReportKind, readonly ObligationKind[]> = {
  acknowledged: ['acknowledge'],
  mustered: ['acknowledge', 'muster'],
  en_route: ['acknowledge', 'muster'],
  on_scene: ['acknowledge', 'muster', 'on_scene'],
  // Clearing proves nothing before it: without arrival the target is waived, not met.
  cleared: ['clear'],
  declined: ['acknowledge'],
  situation: [],
};

/** Met means reported at or before the due instant: exactly on the minute is met (文件依据: N分钟内). */
export function settledState(dueAt: Date | null, at: Date): 'met' | 'missed' {
  return dueAt === null || at.getTime() <= dueAt.getTime() ? 'met' : 'missed';
}

export type Chase = 'remind' | 'missed' | 'insist';

/** Seconds after a missed acknowledgement until the desk is alarmed that nobody answers: the ladder's last rung. */
const alarmAfter = (s: Settings): number => s.ladderThirdStepSeconds - s.acknowledgeSeconds;

/**
 * The instants an obligation is chased at, strictly after `after`; null when never again.
 * Timed: at half time, at the due instant, then every few minutes. Acknowledge: at due, and once when the ladder ends.
 * Clearing: some hours after arrival, then hourly. 本县约定
 */
export function nextChaseAt(owed: Owed, after: Date, settings: Settings): Date | null {
  const from = owed.startedAt.getTime();
  const due = owed.dueAt?.getTime() ?? null;
  const start = after.getTime();
  if (owed.kind === 'clear') {
    return repeat(from + settings.clearReminderSeconds * 1000, settings.clearReminderRepeatSeconds * 1000, start);
  }
  if (due === null) return null;
  const first = owed.kind === 'acknowledge' ? due : from + Math.ceil((due - from) / 2);
  if (start < first) return new Date(first);
  if (start < due) return new Date(due);
  if (owed.kind === 'acknowledge') {
    const alarm = due + alarmAfter(settings) * 1000;
    return start < alarm ? new Date(alarm) : null;
  }
  return repeat(due + settings.overdueChaseSeconds * 1000, settings.overdueChaseSeconds * 1000, start);
}

function repeat(first: number, every: number, after: number): Date {
  return new Date(after < first ? first : first + (Math.floor((after - first) / every) + 1) * every);
}

/** What a chase is, fired at `now`: a reminder while there is time, the fact of a miss once, insistence after it. */
export function chaseKind(owed: Owed, now: Date): Chase {
  if (owed.dueAt === null || now.getTime() <= owed.dueAt.getTime()) return 'remind';
  return owed.state === 'open' ? 'missed' : 'insist';
}
