import { describe, expect, test } from '@jest/globals';
import { metresBetween } from '@liandong/seed/xianju/geo';
import { TOWNSHIPS } from '@liandong/seed/xianju/townships';
import gcoordModule from 'gcoord';
import { toWgs84 } from './datum.js';

const gcoord = gcoordModule as unknown as typeof gcoordModule.default;

describe('a point of a declared datum is stored in WGS-84', () => {
  test.each(TOWNSHIPS.map(({ name, seat }) => [name, seat[0], seat[1]] as const))(
    'the seat of %s, said in GCJ-02 or BD-09, comes back within 2 m',
    (_name, lon, lat) => {
      for (const [datum, system] of [
        ['gcj02', gcoord.GCJ02],
        ['bd09', gcoord.BD09],
      ] as const) {
        const [x, y] = gcoord.transform([lon, lat], gcoord.WGS84, system);
        const back = toWgs84({ lon: x!, lat: y! }, datum);
        expect(metresBetween([back.lon, back.lat], [lon, lat])).toBeLessThan(2);
      }
    },
  );

  /** 县政府, 120.723 E 28.853 N, as a phone's map and as Baidu's map give it. */
  test.each([
    ['gcj02', 120.727156, 28.849982],
    ['bd09', 120.733585, 28.856322],
  ] as const)('%s %d, %d is the county government', (datum, lon, lat) => {
    const back = toWgs84({ lon, lat }, datum);
    expect(metresBetween([back.lon, back.lat], [120.723, 28.853])).toBeLessThan(2);
  });

  test('taken for WGS-84, a GCJ-02 point would lie hundreds of metres off', () => {
    const { lon, lat } = toWgs84({ lon: 120.723, lat: 28.853 }, 'gcj02');
    expect(metresBetween([lon, lat], [120.723, 28.853])).toBeGreaterThan(300);
  });

  test('a WGS-84 point is kept to the last digit', () => {
    expect(toWgs84({ lon: 120.723456789, lat: 28.853456789 }, 'wgs84')).toEqual({
      lon: 120.723456789,
      lat: 28.853456789,
    });
  });
});
