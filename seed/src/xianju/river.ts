import type { LonLat } from './types.js';

/** 永安溪 from source to the county's eastern border, WGS-84, approximate course: 示意. */
export const RIVER_YONGAN: readonly LonLat[] = [
  [120.388, 28.477],
  [120.387, 28.659],
  [120.431, 28.706],
  [120.491, 28.734],
  [120.557, 28.755],
  [120.613, 28.788],
  [120.634, 28.812],
  [120.696, 28.81],
  [120.747, 28.849],
  [120.816, 28.867],
  [120.884, 28.874],
  [120.922, 28.871],
];
