import type { LonLat } from '@liandong/shared/basics';

type Pair = readonly [lon: number, lat: number];

const METRES_PER_DEGREE = 111_320;
const CIRCLE_STEPS = 72;

/** A circle round a point as a closed ring; a flat earth's circle, good to metres at this size. */
export function circleRing({ lon, lat }: LonLat, radiusMeters: number): Pair[] {
  const degrees = radiusMeters / METRES_PER_DEGREE;
  const stretch = 1 / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: CIRCLE_STEPS + 1 }, (_, step): Pair => {
    const angle = (step / CIRCLE_STEPS) * Math.PI * 2;
    return [lon + Math.sin(angle) * degrees * stretch, lat + Math.cos(angle) * degrees];
  });
}

/** Corners as text, one a line: `120.46200, 28.73700`. */
export const cornersText = (corners: readonly LonLat[]): string =>
  corners.map(({ lon, lat }) => `${lon}, ${lat}`).join('\n');

/** What was typed or pasted, one corner a line; null while a line is no corner. */
export function readCorners(text: string): LonLat[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const corners = lines.map((line) => {
    const [, lon, lat] = /^\s*(-?\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(line) ?? [];
    return { lon: Number(lon), lat: Number(lat) };
  });
  const wrong = corners.some(({ lon, lat }) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90));
  return wrong ? null : corners;
}

/** The corners of a ring as stored: its last point, the first again, is none of its own. */
export const cornersOf = (ring: readonly Pair[] | null): LonLat[] =>
  (ring ?? []).slice(0, -1).map(([lon, lat]) => ({ lon, lat }));

/**
 * A point of a township for a trial: its seat, or far from its seat towards the corner of its outline that is farthest,
 * a little inside it.
 */
export function trialPoint(
  { seat, outline }: { seat: LonLat; outline: readonly (readonly (readonly Pair[])[])[] },
  where: 'seat' | 'outside',
): LonLat {
  if (where === 'seat') return seat;
  const away = ([lon, lat]: Pair): number => (lon - seat.lon) ** 2 + (lat - seat.lat) ** 2;
  const [lon, lat] = outline
    .flat(2)
    .reduce<Pair>((far, each) => (away(each) > away(far) ? each : far), [seat.lon, seat.lat]);
  const INSIDE = 0.9;
  return { lon: seat.lon + (lon - seat.lon) * INSIDE, lat: seat.lat + (lat - seat.lat) * INSIDE };
}
