import { z } from 'zod';
import { LonLat } from './basics.js';

/** One hit of the gazetteer, best first. `grade`: B ±1 km, D ±3–5 km, 示意 = placed for demonstration only. */
export const PlaceHit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['village', 'community', 'landmark', 'road_mark', 'township']),
  townshipCode: z.string(),
  townshipName: z.string(),
  location: LonLat,
  grade: z.string(),
});
export type PlaceHit = z.infer<typeof PlaceHit>;

/** A township with its seat (乡镇政府所在地), its seat area (a ring, or null: the radius holds) and outline; `outlineBasis` 示意 = Voronoi cells of the seats. */
export const TownshipView = z.object({
  code: z.string(),
  name: z.string(),
  urban: z.boolean(),
  seat: LonLat,
  seatGrade: z.string(),
  seatRadiusMeters: z.number(),
  seatArea: z.array(z.tuple([z.number(), z.number()])).nullable(),
  outline: z.array(z.tuple([z.number(), z.number()])),
  outlineBasis: z.string(),
});
export type TownshipView = z.infer<typeof TownshipView>;
