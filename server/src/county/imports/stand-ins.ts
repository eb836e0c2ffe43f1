import type { EntityManager } from 'typeorm';
import { searchKeys } from '../../places/search.rules.js';
import type { County } from './rows.js';

type Rows<K extends keyof County> = readonly County[K][number][];

const json = (rows: readonly object[]): string[] => [JSON.stringify(rows)];

/** Insert townships or replace them; without an outline of their own they are as wide as their seat area until cells are drawn. */
export async function writeTownships(tx: EntityManager, rows: Rows<'townships'>): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO townships AS t (code, name, urban, strength_class, seat, seat_grade, seat_radius_meters, outline, outline_basis)
     SELECT r.code, r.name, r.urban, r."strengthClass", p.seat, r."seatGrade", r."seatRadiusMeters", ST_Buffer(p.seat, r."seatRadiusMeters"), '示意'
     FROM json_to_recordset($1::json) AS r(code text, name text, urban boolean, "strengthClass" smallint, lon float8, lat float8,
       "seatGrade" text, "seatRadiusMeters" integer), LATERAL (SELECT ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326)::geography AS seat) p
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, urban = excluded.urban, strength_class = excluded.strength_class,
       seat = excluded.seat, seat_grade = excluded.seat_grade, seat_radius_meters = excluded.seat_radius_meters`,
    json(rows),
  );
  await tx.query(
    `WITH seats AS (SELECT code, seat::geometry AS at FROM townships),
     frame AS (SELECT ST_Expand(ST_Envelope(ST_Collect(at)), 0.1) AS g FROM seats),
     cells AS (SELECT (ST_Dump(ST_VoronoiPolygons((SELECT ST_Collect(at) FROM seats), 0, (SELECT g FROM frame)))).geom AS g),
     drawn AS (SELECT code, ST_Intersection(cells.g, frame.g) AS g FROM seats JOIN cells ON ST_Covers(cells.g, seats.at), frame)
     UPDATE townships t SET outline = drawn.g::geography FROM drawn
     WHERE drawn.code = t.code AND t.outline_basis = '示意' AND ST_GeometryType(drawn.g) = 'ST_Polygon'`,
  );
}

export async function writePlaces(tx: EntityManager, rows: Rows<'places'>): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO places (code, name, aliases, keys, kind, township_code, location, grade, basis)
     SELECT r.code, r.name, r.aliases, r.keys, r.kind, r."townshipCode", ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326)::geography, r.grade, r.basis
     FROM json_to_recordset($1::json) AS r(code text, name text, aliases text[], keys text[], kind text, "townshipCode" text,
       lon float8, lat float8, grade text, basis text)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, aliases = excluded.aliases, keys = excluded.keys, kind = excluded.kind,
       township_code = excluded.township_code, location = excluded.location, grade = excluded.grade, basis = excluded.basis`,
    json(rows.map((row) => ({ ...row, keys: searchKeys([row.name, ...row.aliases]) }))),
  );
}
