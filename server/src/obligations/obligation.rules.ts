import type { ObligationKind, ObligationState } from '@liandong/shared/obligation';
import type { Evidence } from '@liandong/shared/order';
import type { ReportKind } from '@liandong/shared/order.lifecycle';
import type { Measure } from '@liandong/shared/response-rule';
import type { SettingKey, Settings } from '../settings/settings.table.js';

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

/** What an order owes by itself; everything else is owed about it, and outlives its recall. */
export const OWED_BY_ORDER: readonly ObligationKind[] = ['acknowledge', 'muster', 'on_scene', 'clear'];

/** What a limit of an order rests on: the target's is the rule's, the answer's the county's own, 双反馈 the document's. */
export function basisOf({ kind, dueAt }: Pick<Owed, 'kind' | 'dueAt'>, targetBasis: string): string {
  if (kind === 'acknowledge') return '本县约定';
  return dueAt === null ? '双反馈，文件依据' : targetBasis;
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

/** The step each obligation of an order asks for. */
const OWN_STEP = { acknowledge: 'acknowledged', muster: 'mustered', on_scene: 'on_scene', clear: 'cleared' } as const;
type OrderKind = keyof typeof OWN_STEP;

export interface Settled {
  kind: OrderKind;
  at: Date;
  evidence: Evidence;
}

/**
 * When an order's obligations were met, as a function of the stamps that hold: by the step they ask for, else by the
 * earliest later step that proves it. Obligations no stamp settles are absent.
 * @param stamps by step; corrections already in their place
 */
export function settledBy(stamps: Partial<Record<ReportKind, { at: string; evidence: Evidence }>>): Settled[] {
  const made = Object.entries(stamps).toSorted(([, a], [, b]) => Date.parse(a.at) - Date.parse(b.at));
  return (Object.keys(OWN_STEP) as OrderKind[]).flatMap((kind) => {
    const proof = made.find(([step]) => SETTLED_BY[step as ReportKind]?.includes(kind))?.[1];
    const stamp = stamps[OWN_STEP[kind]] ?? proof;
    return stamp ? [{ kind, at: new Date(stamp.at), evidence: stamp.evidence }] : [];
  });
}

/** Met means reported at or before the due instant: exactly on the minute is met (文件依据: N分钟内). */
export function settledState(dueAt: Date | null, at: Date): 'met' | 'missed' {
  return dueAt === null || at.getTime() <= dueAt.getTime() ? 'met' : 'missed';
}

export type Chase = 'remind' | 'missed' | 'insist';

/** How a kind is chased: before the limit (instants, ascending), at it, and after it `every` so often or `once`. */
interface Chasing {
  before: (from: number, due: number, settings: Settings) => readonly number[];
  every?: SettingKey;
  once?: (settings: Settings) => number;
}

const atHalf = (from: number, due: number): readonly number[] => [from + Math.ceil((due - from) / 2)];
const after = (instant: number, seconds: number): number => instant + seconds * 1000;

/** The chasers of domain §6 (本县约定). A target and its arrival: at 50 %, at the limit, then every five minutes. */
const CHASING: Record<ObligationKind, Chasing> = {
  // The escalation ladder speaks to the team; when it has ended and still nobody answers, the desk is alarmed once more.
  acknowledge: { before: () => [], once: (s) => s.deskAlarmSeconds - s.acknowledgeSeconds },
  muster: { before: atHalf, every: 'overdueChaseSeconds' },
  on_scene: { before: atHalf, every: 'overdueChaseSeconds' },
  clear: { before: () => [], every: 'clearReminderRepeatSeconds' },
  situation_report: { before: (_, due, s) => [after(due, -s.situationRemindSeconds)], every: 'overdueChaseSeconds' },
  upward_report: { before: atHalf, every: 'upwardChaseSeconds' },
  feedback: {
    before: (from, _, s) => [after(from, s.feedbackFirstReminderSeconds), after(from, s.feedbackSecondReminderSeconds)],
    every: 'dailyChaseSeconds',
  },
  follow_up: { before: (_, due, s) => [after(due, -s.followUpRemindSeconds)], every: 'dailyChaseSeconds' },
  supervision: { before: atHalf, every: 'dailyChaseSeconds' },
};

/**
 * The instant an obligation is chased at next, strictly after `since`; null when never again.
 * What has no limit is not chased, but for clearing: some hours after arrival, then hourly (本县约定).
 */
export function nextChaseAt(owed: Owed, since: Date, settings: Settings): Date | null {
  const from = owed.startedAt.getTime();
  const start = since.getTime();
  const { before, every, once } = CHASING[owed.kind];
  if (owed.dueAt === null) {
    if (owed.kind !== 'clear') return null;
    return repeat(after(from, settings.clearReminderSeconds), settings.clearReminderRepeatSeconds * 1000, start);
  }
  const due = owed.dueAt.getTime();
  const upToDue = [...before(from, due, settings).filter((instant) => instant > from && instant < due), due];
  const next = upToDue.find((instant) => instant > start);
  if (next !== undefined) return new Date(next);
  if (every) return repeat(after(due, settings[every]), settings[every] * 1000, start);
  const last = after(due, once?.(settings) ?? 0);
  return start < last ? new Date(last) : null;
}

function repeat(first: number, every: number, since: number): Date {
  return new Date(since < first ? first : first + (Math.floor((since - first) / every) + 1) * every);
}

/** What a chase is, fired at `now`: a reminder while there is time, the fact of a miss once, insistence after it. */
export function chaseKind(owed: Owed, now: Date): Chase {
  if (owed.dueAt === null || now.getTime() <= owed.dueAt.getTime()) return 'remind';
  return owed.state === 'open' ? 'missed' : 'insist';
}
