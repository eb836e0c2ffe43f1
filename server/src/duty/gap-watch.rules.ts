import { localWords } from '@liandong/shared/local-time';
import type { Settings } from '../settings/settings.table.js';
import type { Span } from './coverage.rules.js';

/** A gap on record. */
export interface KnownGap extends Span {
  id: string;
  teamCode: string;
  chasedStage: number;
}

export interface FoundGap extends Span {
  teamCode: string;
}

/**
 * What became of the gaps on record, and which are new. A gap that grew, shrank or has begun is still the same gap; one
 * that fell apart goes on as its first part. One whose beginning was filled is less pressing, and is chased as it comes nearer.
 */
export function reconcile(
  known: readonly KnownGap[],
  found: readonly FoundGap[],
  { now, settings }: { now: Date; settings: Settings },
) {
  const taken = new Set<string>();
  const same = found.flatMap((gap) => {
    const row = known.find(
      (one) =>
        !taken.has(one.id) && one.teamCode === gap.teamCode && one.startsAt < gap.endsAt && gap.startsAt < one.endsAt,
    );
    if (row) taken.add(row.id);
    return row ? [{ gap, row }] : [];
  });
  return {
    // One that runs began when it began, however long it has been running.
    still: same.map(({ row, gap }) => ({
      ...row,
      startsAt: gap.startsAt <= now && row.startsAt < gap.startsAt ? row.startsAt : gap.startsAt,
      endsAt: gap.endsAt,
      chasedStage:
        gap.startsAt > now && gap.startsAt > row.startsAt
          ? Math.min(row.chasedStage, stageOf(gap, now, settings))
          : row.chasedStage,
    })),
    opened: found.filter((gap) => !same.some((one) => one.gap === gap)),
    filled: known.filter(({ id }) => !taken.has(id)),
  };
}

/** How pressing a gap is: 1 found, 2 some days ahead (3 d, 本县约定), 3 the day before (24 h, 本县约定) or running. */
export function stageOf({ startsAt }: Span, now: Date, settings: Settings): 1 | 2 | 3 {
  const left = (startsAt.getTime() - now.getTime()) / 1000;
  if (left <= settings.dutyGapAlarmSeconds) return 3;
  return left <= settings.dutyGapRemindSeconds ? 2 : 1;
}

const HOUR_MS = 3_600_000;

/** `还有3天`, `还有5小时`, `已无人值班`. */
export function leftWords({ startsAt }: Span, now: Date): string {
  const left = startsAt.getTime() - now.getTime();
  if (left <= 0) return '此刻已无人值班';
  const hours = Math.ceil(left / HOUR_MS);
  return hours > 48 ? `还有${Math.round(hours / 24)}天` : `还有${hours}小时`;
}

/** `7月15日8时00分至7月15日20时00分`; a gap without an end in sight is told by its beginning. */
export function spanWords({ startsAt, endsAt }: Span, zone: string, lookedUntil?: Date): string {
  const open = lookedUntil !== undefined && endsAt >= lookedUntil;
  return `${localWords(startsAt, zone)}${open ? '起' : `至${localWords(endsAt, zone)}`}`;
}
