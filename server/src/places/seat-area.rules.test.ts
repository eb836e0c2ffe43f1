import { describe, expect, test } from '@jest/globals';
import { closedRing } from './seat-area.rules.js';

const [a, b, c] = [
  { lon: 120.4, lat: 28.7 },
  { lon: 120.5, lat: 28.7 },
  { lon: 120.5, lat: 28.8 },
];
const pair = ({ lon, lat }: typeof a) => [lon, lat];

describe('corners drawn one after the other', () => {
  test('become a closed ring', () => {
    expect(closedRing([a, b, c])).toEqual([a, b, c, a].map(pair));
  });

  test('closed already stay as they are', () => {
    expect(closedRing([a, b, c, a])).toEqual([a, b, c, a].map(pair));
  });

  test('clicked twice count once', () => {
    expect(closedRing([a, a, b, b, c, c, a, a])).toEqual([a, b, c, a].map(pair));
  });

  test.each([
    ['a line there and back', [a, b, a]],
    ['two points', [a, b]],
    ['one point three times', [a, a, a]],
  ])('%s is no ring', (_words, points) => {
    expect(closedRing(points)).toBeNull();
  });
});
