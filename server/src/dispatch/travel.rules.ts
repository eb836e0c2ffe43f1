/** The county's numbers an expected arrival rests on (本县约定, settings). */
export interface TravelNumbers {
  turnoutSeconds: number;
  travelSpeedKmh: number;
}

/** How long a team would take. `by` road: a routing service said so; estimate: the straight line, its detour and the usual speed. */
export interface Expected {
  minutes: number;
  by: 'road' | 'estimate';
}

/** Minutes on the road by the straight line: the road is `detourPercent` hundredths of it. */
export const estimatedDrive = (km: number, detourPercent: number, { travelSpeedKmh }: TravelNumbers): number =>
  ((km * detourPercent) / 100 / travelSpeedKmh) * 60;

/** A road winds at both of its ends: the township that winds more counts. */
export const detourBetween = (from: number, to: number): number => Math.max(from, to);

/**
 * Whole minutes from the order to the scene: getting ready, then driving.
 * @param drive minutes a routing service gave; null: none, or not for this team
 * @param km the straight line; null: the place is not known
 */
export function expectedArrival(
  { drive, km, detourPercent }: { drive: number | null; km: number | null; detourPercent: number },
  numbers: TravelNumbers,
): Expected | null {
  if (drive === null && km === null) return null;
  const road = drive ?? estimatedDrive(km!, detourPercent, numbers);
  return { minutes: Math.ceil(numbers.turnoutSeconds / 60 + road), by: drive === null ? 'estimate' : 'road' };
}

/** Would it be in time? Mustering takes as long as getting ready; arriving takes the road as well. Null: not known. */
export function minutesOver(
  target: { measure: 'on_scene' | 'mustered'; seconds: number },
  expected: Expected | null,
  { turnoutSeconds }: TravelNumbers,
): number | null {
  const needed = target.measure === 'mustered' ? turnoutSeconds / 60 : (expected?.minutes ?? null);
  return needed === null ? null : Math.max(0, Math.ceil(needed - target.seconds / 60));
}
