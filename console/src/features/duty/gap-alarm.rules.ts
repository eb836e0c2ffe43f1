import type { GapView } from '@liandong/shared/duty';

/** What this browser's desk did with a gap, by the gap's id: it sounded, or somebody took it. */
export type ToldGaps = Readonly<Record<string, 'heard' | 'taken'>>;

/** A gap with its place in the register; one so new that it has none is told as soon as it has. */
export type DeskGap = GapView & { id: string };

/** The gaps of a day ahead, or running, that nobody took yet, in the order they came. */
export const gapsToTell = (gaps: readonly GapView[], told: ToldGaps): DeskGap[] =>
  gaps.filter((gap): gap is DeskGap => gap.urgent && gap.id !== null && told[gap.id] !== 'taken');

/** Is there one that did not sound yet? Growing, shrinking or coming nearer it is still the same gap. */
export const soundsNow = (gaps: readonly DeskGap[], told: ToldGaps): boolean =>
  gaps.some(({ id }) => told[id] === undefined);

/** Remembers what was done with these; of the others only those that are `present` still, whatever was done with them. */
export function tell(told: ToldGaps, now: readonly DeskGap[], done: 'heard' | 'taken', present: readonly GapView[]) {
  const kept = present.flatMap(({ id }) => (id !== null && told[id] ? [[id, told[id]] as const] : []));
  return Object.fromEntries([...kept, ...now.map(({ id }) => [id, done] as const)]);
}
