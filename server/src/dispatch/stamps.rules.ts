import type { CorrectedKind, Correction, StampedKind, Stamps } from '@liandong/shared/order';
import type { OrderStatus, ReportKind } from '@liandong/shared/order.lifecycle';

/** The steps of an order in their order in time. */
const STEPS: readonly CorrectedKind[] = ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared'];

/** An order that was declined or taken back ended then: nothing was done on it later. */
const ENDS: readonly StampedKind[] = ['declined', 'recalled'];

/** The stamps that hold: as reported, a corrected one at its corrected instant, vouched for by nobody's device any more. */
export function holdingStamps(stamps: Stamps, corrections: readonly Correction[]): Stamps {
  const held: Stamps = { ...stamps };
  for (const { kind, at } of corrections) {
    const stamp = stamps[kind];
    if (stamp) held[kind] = { ...stamp, at, evidence: 'backfill' };
  }
  return held;
}

/** Between which instants a step lies: not before the order or the step before it, not after the step behind it or now. */
export interface Room {
  from: Date;
  to: Date;
}

/** The room for one step among the stamps that hold. */
export function roomFor(kind: CorrectedKind, held: Stamps, issuedAt: Date, now: Date): Room {
  const place = STEPS.indexOf(kind);
  const instants = (steps: readonly StampedKind[]): number[] =>
    steps.flatMap((step) => (held[step] ? [Date.parse(held[step].at)] : []));
  return {
    from: new Date(Math.max(issuedAt.getTime(), ...instants(STEPS.slice(0, place)))),
    to: new Date(Math.min(now.getTime(), ...instants([...STEPS.slice(place + 1), ...ENDS]))),
  };
}

/** Why an instant does not fit a step's room, in words; null when it does. */
export function misfit(at: Date, room: Room, issuedAt: Date, now: Date): string | null {
  if (at > now) return '不能晚于现在';
  if (at < issuedAt) return '不能早于下达';
  if (at < room.from) return '不能早于上一步';
  if (at > room.to) return '不能晚于下一步';
  return null;
}

/** A step that was skipped and is told of afterwards: its stamp is still empty, and the order has come further. */
export function mayFillIn(status: OrderStatus, kind: ReportKind, stamps: Stamps): boolean {
  const place = STEPS.indexOf(kind as CorrectedKind);
  const reached = STEPS.indexOf(status as CorrectedKind);
  return place >= 0 && place < reached && !stamps[kind as CorrectedKind];
}
