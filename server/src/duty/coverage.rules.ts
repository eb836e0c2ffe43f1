/** A stretch of time, half-open. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
}

/** A shift as it was planned. */
export interface Planned extends Span {
  id: string;
  memberId: string;
}

/** A member is away: on leave, or (to the end of time) no longer with the team. */
export interface Away extends Span {
  memberId: string;
}

export const FOREVER = new Date(8.64e15);

const overlap = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
export const within = ({ startsAt, endsAt }: Span, at: Date): boolean => startsAt <= at && at < endsAt;

/** What is left of a stretch without the others. */
export function without(span: Span, taken: readonly Span[]): Span[] {
  let left: Span[] = [{ startsAt: span.startsAt, endsAt: span.endsAt }];
  for (const hole of taken)
    left = left.flatMap((piece) =>
      overlap(piece, hole)
        ? [
            { startsAt: piece.startsAt, endsAt: hole.startsAt },
            { startsAt: hole.endsAt, endsAt: piece.endsAt },
          ].filter(({ startsAt, endsAt }) => startsAt < endsAt)
        : [piece],
    );
  return left;
}

/** The part two stretches share; null when they do not meet. */
export function shared(a: Span, b: Span): Span | null {
  const startsAt = new Date(Math.max(a.startsAt.getTime(), b.startsAt.getTime()));
  const endsAt = new Date(Math.min(a.endsAt.getTime(), b.endsAt.getTime()));
  return startsAt < endsAt ? { startsAt, endsAt } : null;
}

/** Who really stands his shift: shifts without leave and without those who left. One entry per piece. */
export function standing<T extends Planned>(shifts: readonly T[], away: readonly Away[]): (T & { piece: Span })[] {
  return shifts.flatMap((shift) =>
    without(
      shift,
      away.filter(({ memberId }) => memberId === shift.memberId),
    ).map((piece) => ({ ...shift, piece })),
  );
}

/** Who is on duty at an instant; the first is whose shift began first (by its id where they began together). */
export function onDutyAt<T extends Planned>(shifts: readonly T[], away: readonly Away[], at: Date): T[] {
  return shifts
    .filter((shift) => within(shift, at))
    .filter((shift) => !away.some((one) => one.memberId === shift.memberId && within(one, at)))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** Stretches of [from, to) in which nobody stands. */
export function gapsIn(shifts: readonly Planned[], away: readonly Away[], range: Span): Span[] {
  const covered = standing(shifts, away).map(({ piece }) => piece);
  return range.startsAt < range.endsAt ? without(range, covered) : [];
}

/** Stretches of [from, to) in which two or more stand. Allowed, but told. */
export function overlapsIn(shifts: readonly Planned[], away: readonly Away[], range: Span): Span[] {
  const pieces = standing(shifts, away).flatMap(({ piece }) => shared(piece, range) ?? []);
  const edges = [...new Set(pieces.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]))];
  edges.sort((a, b) => a - b);
  const spans: Span[] = [];
  for (const [index, edge] of edges.slice(0, -1).entries()) {
    const startsAt = new Date(edge);
    if (pieces.filter((piece) => within(piece, startsAt)).length < 2) continue;
    const endsAt = new Date(edges[index + 1]!);
    if (spans.at(-1)?.endsAt.getTime() === edge) spans.at(-1)!.endsAt = endsAt;
    else spans.push({ startsAt, endsAt });
  }
  return spans;
}

/** The first of these stretches that meets the wanted one: nobody stands for two teams at once. */
export const clashOf = <T extends Span>(wanted: Span, elsewhere: readonly T[]): T | undefined =>
  elsewhere.find((other) => overlap(wanted, other));
