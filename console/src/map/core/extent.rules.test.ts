import { expect, it } from '@jest/globals';
import { extentOf, holds } from './extent.rules.js';

const box = (west: number, south: number, east: number, north: number) => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as [number, number][],
  ],
];

it('a map shows the rectangle round all townships of the county', () => {
  expect(extentOf([box(118.1, 27.3, 118.4, 27.5), box(118.3, 27.2, 118.9, 27.4)])).toEqual([
    [118.1, 27.2],
    [118.9, 27.5],
  ]);
  expect(extentOf([])).toBeNull();
});

it('a river is drawn where all of it lies in the county', () => {
  const county = extentOf([box(120.2, 28.4, 121, 29)])!;
  expect(
    holds(county, [
      [120.388, 28.477],
      [120.922, 28.871],
    ]),
  ).toBe(true);
  expect(
    holds(county, [
      [120.388, 28.477],
      [121.1, 28.871],
    ]),
  ).toBe(false);
  expect(holds(extentOf([box(118.1, 27.3, 118.4, 27.5)])!, [[120.388, 28.477]])).toBe(false);
});
