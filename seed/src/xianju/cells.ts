import { Delaunay } from 'd3-delaunay';
import { COUNTY_BBOX } from './extent.js';
import { toLonLat, toMetres } from './geo.js';
import type { LonLat, TownshipSeed } from './types.js';

/** The demo jurisdiction of one township: a closed ring (first point = last point), WGS-84. Not a boundary: 示意. */
export interface TownshipCell {
  townshipCode: string;
  ring: readonly LonLat[];
  grade: '示意';
}

/**
 * Voronoi cells of the seats, clipped to the county's bounding box, in the order given.
 * Computed in metres, so that a point lies in the cell of its truly nearest seat.
 * Throws RangeError for two equal seats.
 */
export function townshipCells(townships: readonly TownshipSeed[]): readonly TownshipCell[] {
  const [west, south] = toMetres([COUNTY_BBOX[0], COUNTY_BBOX[1]]);
  const [east, north] = toMetres([COUNTY_BBOX[2], COUNTY_BBOX[3]]);
  const seats = townships.map(({ seat }) => toMetres(seat));
  const voronoi = Delaunay.from(
    seats,
    (seat) => seat[0],
    (seat) => seat[1],
  ).voronoi([west, south, east, north]);
  return townships.map(({ code, name }, index) => {
    // d3-delaunay gives null for a seat that coincides with another, whatever its types say.
    const polygon: readonly (readonly [number, number])[] | null = voronoi.cellPolygon(index);
    if (!polygon) throw new RangeError(`${name} has no cell of its own`);
    return { townshipCode: code, ring: polygon.map(toLonLat), grade: '示意' };
  });
}
