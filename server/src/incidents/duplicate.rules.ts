/** An incident beside a call or another incident: how near, how old, what they share. Unknown is null. */
export interface Likeness {
  /** Minutes between the two. */
  minutes: number;
  /** Null also where only the township is known: its seat is no place. */
  distanceMeters: number | null;
  sameTownship: boolean;
  sameType: boolean;
  sameCaller: boolean;
  /** Place names both texts speak of. */
  sharedPlaces: readonly string[];
}

/** Two incidents further apart in time are two. 本县约定 */
export const DUPLICATE_WINDOW_MINUTES = 180;
/** From here on it is worth a dispatcher's look. 本县约定 */
const WORTH_A_LOOK = 3;
/** Within this, the same type in the same township is worth a look as well. 本县约定 */
const JUST_NOW_MINUTES = 10;
const NEAR_METERS = 500;
const NEARBY_METERS = 2000;

/**
 * How likely two are the same event: near in place counts most, then the same place name, type, caller, time. 本县约定
 * @returns points and the reasons in words; null when there is nothing to say
 */
export function likeness(pair: Likeness): { score: number; reasons: string[] } | null {
  const { minutes, distanceMeters, sharedPlaces } = pair;
  if (minutes > DUPLICATE_WINDOW_MINUTES) return null;
  const found: [points: number, reason: string][] = [];
  if (distanceMeters !== null && distanceMeters <= NEAR_METERS)
    found.push([3, `相距 ${Math.round(distanceMeters)} 米`]);
  else if (distanceMeters !== null && distanceMeters <= NEARBY_METERS)
    found.push([2, `相距 ${(distanceMeters / 1000).toFixed(1)} 公里`]);
  if (sharedPlaces.length > 0) found.push([2, `同一地名：${sharedPlaces[0]}`]);
  else if (pair.sameTownship) found.push([0.5, '同一乡镇']);
  if (pair.sameType) found.push([1.5, '同一类型']);
  if (pair.sameCaller) found.push([2, '同一来电号码']);
  if (minutes <= 30)
    found.push([
      minutes <= JUST_NOW_MINUTES ? 1 : 0.5,
      minutes < 1 ? '不到 1 分钟前' : `${Math.round(minutes)} 分钟前`,
    ]);
  const score = found.reduce((sum, [points]) => sum + points, 0);
  return score >= WORTH_A_LOOK ? { score, reasons: found.map(([, reason]) => reason) } : null;
}
