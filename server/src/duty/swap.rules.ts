import type { SwapView } from '@liandong/shared/duty';

interface Held {
  memberId: string;
  startsAt: Date;
  endsAt: Date;
}

/**
 * Why two shifts cannot change hands any more, in Chinese; null: they can. Both must be as they were when it was asked, and
 * neither may have begun.
 */
export function whyNotSwapped(
  swap: Pick<SwapView, 'mine' | 'other'>,
  mine: Held | null,
  other: Held | null,
  now: Date,
): string | null {
  for (const [asked, shift] of [
    [swap.mine, mine],
    [swap.other, other],
  ] as const) {
    if (!shift) return `${asked.name}的班次已经撤销`;
    const same =
      shift.memberId === asked.memberId &&
      shift.startsAt.getTime() === Date.parse(asked.startsAt) &&
      shift.endsAt.getTime() === Date.parse(asked.endsAt);
    if (!same) return `${asked.name}的班次已经改动`;
    if (shift.startsAt <= now) return `${asked.name}的班次已经开始`;
  }
  return null;
}
