import type { LonLat } from '@liandong/shared/basics';

/** Corners drawn one after the other as a ring of a polygon: closed, no corner twice in a row; null with fewer than three corners. */
export function closedRing(points: readonly LonLat[]): [lon: number, lat: number][] | null {
  const same = (a: LonLat, b: LonLat): boolean => a.lon === b.lon && a.lat === b.lat;
  const corners = points.filter((point, index) => index === 0 || !same(point, points[index - 1]!));
  while (corners.length > 1 && same(corners[0]!, corners.at(-1)!)) corners.pop();
  if (corners.length < 3) return null;
  return [...corners, corners[0]!].map(({ lon, lat }) => [lon, lat]);
}
