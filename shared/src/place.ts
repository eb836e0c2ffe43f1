import { z } from 'zod';
import { LonLat } from './basics.js';

/** Kinds of entries of the gazetteer: village 村, community 社区, landmark 地标, road_mark 桩号. */
export const PLACE_KINDS = ['village', 'community', 'landmark', 'road_mark'] as const;

/** Areas beside the townships: the county's outline 县界 and grids 网格. */
export const AREA_KINDS = ['county', 'grid'] as const;

/** The parts of an area, each a ring and the holes in it; every ring closed; WGS-84, longitude first. */
export const MultiPolygon = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))));
export type MultiPolygon = z.infer<typeof MultiPolygon>;

/**
 * One hit of the gazetteer, best first. `grade`: B ±1 km, D ±3–5 km, 示意 = placed for demonstration only.
 * Of kind `township` the point is only the seat, where the map may look: it says nothing of where in the township.
 */
export const PlaceHit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum([...PLACE_KINDS, 'township']),
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
  outline: MultiPolygon,
  outlineBasis: z.string(),
});
export type TownshipView = z.infer<typeof TownshipView>;
