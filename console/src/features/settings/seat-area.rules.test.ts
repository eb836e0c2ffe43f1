import { describe, expect, it } from '@jest/globals';
import { circleRing, cornersOf, cornersText, readCorners, trialPoint } from './seat-area.rules.js';

const SEAT = { lon: 120.472, lat: 28.733 };

describe('a circle round a seat', () => {
  it('is closed and everywhere as far from the seat as its radius', () => {
    const ring = circleRing(SEAT, 3000);
    expect(ring.at(-1)![0]).toBeCloseTo(ring[0]![0], 9);
    for (const [lon, lat] of ring) {
      const east = (lon - SEAT.lon) * 111_320 * Math.cos((SEAT.lat * Math.PI) / 180);
      expect(Math.hypot(east, (lat - SEAT.lat) * 111_320)).toBeCloseTo(3000, 0);
    }
  });
});

describe('corners as text', () => {
  const corners = [
    { lon: 120.46, lat: 28.73 },
    { lon: 120.47, lat: 28.74 },
  ];

  it('are read back as they were shown', () => {
    expect(readCorners(cornersText(corners))).toEqual(corners);
  });

  it('may be pasted with Chinese commas, blanks and empty lines', () => {
    expect(readCorners('120.46，28.73\n\n  120.47\t28.74  \n')).toEqual(corners);
  });

  it.each(['120.46', '120.46, 28.73, 5', '一, 二', '200, 28', '120, 95'])('%j is no corner', (text) => {
    expect(readCorners(text)).toBeNull();
  });

  it('of a stored ring are its points without the closing one', () => {
    const ring = [...corners, { lon: 120.48, lat: 28.7 }, corners[0]!].map(({ lon, lat }) => [lon, lat] as const);
    expect(cornersOf(ring)).toHaveLength(3);
    expect(cornersOf(null)).toEqual([]);
  });
});

describe('a point for a trial', () => {
  const township = {
    seat: SEAT,
    outline: [
      [
        [
          [120.4, 28.7],
          [120.5, 28.7],
          [120.5, 28.9],
          [120.4, 28.7],
        ] as [number, number][],
      ],
    ],
  };

  it('is the seat itself', () => {
    expect(trialPoint(township, 'seat')).toEqual(SEAT);
  });

  it('or on the way to the farthest corner, inside it', () => {
    const { lon, lat } = trialPoint(township, 'outside');
    expect(lon).toBeCloseTo(120.4972, 4);
    expect(lat).toBeCloseTo(28.8833, 4);
  });
});
