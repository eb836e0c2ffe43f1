import type { LonLat } from '@liandong/shared/basics';
import gcoordModule from 'gcoord';

// The package is CommonJS with types written for ES modules: at run time the default import is the library itself.
const gcoord = gcoordModule as unknown as typeof gcoordModule.default;

const SYSTEMS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Convert a point of a declared datum to WGS-84, the one the house stores. */
export function toWgs84({ lon, lat }: LonLat, datum: keyof typeof SYSTEMS): LonLat {
  if (datum === 'wgs84') return { lon, lat };
  const [x, y] = gcoord.transform([lon, lat], SYSTEMS[datum], gcoord.WGS84);
  return { lon: x!, lat: y! };
}
