import type { MultiPolygon } from '@liandong/shared/place';

/** A rectangle on the map, WGS-84: [[west, south], [east, north]]. */
export type Extent = [[number, number], [number, number]];

/** The rectangle round these areas; null when there are none. */
export function extentOf(areas: readonly MultiPolygon[]): Extent | null {
  let extent: Extent | null = null;
  for (const [lon, lat] of areas.flat(3) as unknown as [number, number][]) {
    const [[west, south], [east, north]]: Extent = extent ?? [
      [lon, lat],
      [lon, lat],
    ];
    extent = [
      [Math.min(west, lon), Math.min(south, lat)],
      [Math.max(east, lon), Math.max(north, lat)],
    ];
  }
  return extent;
}

/** Does this line lie within the rectangle, all of it? */
export const holds = ([[west, south], [east, north]]: Extent, line: readonly (readonly [number, number])[]): boolean =>
  line.every(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
