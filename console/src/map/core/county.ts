import type { Extent } from './extent.rules';

/** 仙居县, the first place of use: what a map shows that knows of no other county. */
export const XIANJU: Extent = [
  [120.2856, 28.4681],
  [120.9319, 28.9963],
];

/** 永安溪, approximate course from the south-west to the east. */
export const RIVER: readonly [number, number][] = [
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
