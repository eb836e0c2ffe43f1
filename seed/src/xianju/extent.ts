import type { LonLat } from './types.js';

/** Bounding box of the county, WGS-84 degrees: west, south, east, north. */
export const COUNTY_BBOX = [120.2856, 28.4681, 120.9319, 28.9963] as const;

/** The county seat (县城), WGS-84. */
export const COUNTY_SEAT: LonLat = [120.731, 28.8539];
