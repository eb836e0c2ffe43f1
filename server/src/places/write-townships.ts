import type { MultiPolygon } from '@liandong/shared/place';
import type { EntityManager } from 'typeorm';

/** A township to be written. Without an outline it keeps its own; a new one gets a cell between the seats, 示意. All WGS-84. */
export interface TownshipToWrite {
  code: string;
  name: string;
  urban: boolean;
  strengthClass: number;
  lon: number;
  lat: number;
  seatGrade: string;
  seatRadiusMeters: number;
  outline?: MultiPolygon;
  outlineBasis?: string;
}

/** What an outline rests on that nobody surveyed: cells of the points nearest to each seat. */
export const SKETCHED = '示意';

/** Insert townships, or replace those whose code is there; the drawn seat area stays. Sketched outlines are drawn afresh. */
export async function writeTownships(tx: EntityManager, rows: readonly TownshipToWrite[]): Promise<void> {
  const given = rows.map(({ outline, ...row }) => ({
    ...row,
    outline: outline && { type: 'MultiPolygon', coordinates: outline },
  }));
  await tx.query(
    `INSERT INTO townships AS t (code, name, urban, strength_class, seat, seat_grade, seat_radius_meters, outline, outline_basis)
     SELECT r.code, r.name, r.urban, r."strengthClass", p.seat, r."seatGrade", r."seatRadiusMeters",
       coalesce(ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(r.outline::text), 4326)), ST_Multi(ST_Buffer(p.seat, r."seatRadiusMeters")::geometry))::geography,
       CASE WHEN r.outline IS NULL THEN $2 ELSE coalesce(r."outlineBasis", '') END
     FROM json_to_recordset($1::json) AS r(code text, name text, urban boolean, "strengthClass" smallint, lon float8, lat float8,
       "seatGrade" text, "seatRadiusMeters" integer, outline json, "outlineBasis" text),
       LATERAL (SELECT ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326)::geography AS seat) p
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, urban = excluded.urban, strength_class = excluded.strength_class,
       seat = excluded.seat, seat_grade = excluded.seat_grade, seat_radius_meters = excluded.seat_radius_meters,
       outline = CASE WHEN excluded.outline_basis = $2 THEN t.outline ELSE excluded.outline END,
       outline_basis = CASE WHEN excluded.outline_basis = $2 THEN t.outline_basis ELSE excluded.outline_basis END`,
    [JSON.stringify(given), SKETCHED],
  );
  if (given.some(({ outline }) => outline === undefined)) await sketchOutlines(tx);
}

/** How far beyond the outermost seats sketched cells reach where no county outline ends them, in degrees (about 10 km). */
const BEYOND_DEGREES = 0.1;

/** Draw the sketched outlines: the cell of each seat, within the county where its outline is known, less what others own by survey. */
export async function sketchOutlines(tx: EntityManager): Promise<void> {
  await tx.query(
    `WITH seats AS (SELECT code, seat::geometry AS at, outline_basis FROM townships),
     frame AS (
       SELECT coalesce((SELECT ST_Union(outline::geometry) FROM areas WHERE kind = 'county'),
         (SELECT ST_Expand(ST_Envelope(ST_Collect(at)), $2) FROM seats)) AS g),
     surveyed AS (SELECT ST_Union(outline::geometry) AS g FROM townships WHERE outline_basis <> $1),
     cells AS (SELECT (ST_Dump(ST_VoronoiPolygons((SELECT ST_Collect(at) FROM seats), 0, ST_Expand((SELECT g FROM frame), $2)))).geom AS g),
     drawn AS (
       SELECT seats.code, ST_Multi(ST_CollectionExtract(ST_Difference(ST_Intersection(cells.g, frame.g),
         coalesce(surveyed.g, ST_SetSRID('POLYGON EMPTY'::geometry, 4326))), 3)) AS g
       FROM seats JOIN cells ON ST_Covers(cells.g, seats.at), frame, surveyed WHERE seats.outline_basis = $1)
     UPDATE townships t SET outline = drawn.g::geography FROM drawn WHERE drawn.code = t.code AND NOT ST_IsEmpty(drawn.g)`,
    [SKETCHED, BEYOND_DEGREES],
  );
}
