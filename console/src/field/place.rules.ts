import type { LonLat } from '@liandong/shared/basics';

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in km. */
export function distanceKm(a: LonLat, b: LonLat): number {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** `0.4` below ten kilometres, `34` above. */
export const formatKm = (km: number): string => (km < 10 ? km.toFixed(1) : String(Math.round(km)));

/**
 * Route to a place in the phone's map app. The datum is named, because maps in China draw GCJ-02 and
 * would otherwise put a WGS-84 point some 500 m aside.
 */
export function navigationLink(to: LonLat, name: string): string {
  const query = new URLSearchParams({
    to: `${to.lon},${to.lat},${name}`,
    mode: 'car',
    coordinate: 'wgs84',
    callnative: '1',
  });
  return `https://uri.amap.com/navigation?${query}`;
}
