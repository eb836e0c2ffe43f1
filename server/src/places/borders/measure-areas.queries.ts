import type { MultiPolygon } from '@liandong/shared/place';
import type { EntityManager } from 'typeorm';

export interface Measured {
  /** Null: a proper area; else why not. */
  fault: string | null;
  areaKm2: number;
  /** How far it is from the nearest seat of the county, in km. */
  farKm: number;
  /** How far its own township's seat is outside it, in metres; null without one. */
  seatOutsideMeters: number | null;
}

export interface ToMeasure {
  outline: MultiPolygon;
  townshipCode: string | null;
}

const GIVEN = `json_array_elements($1::json) WITH ORDINALITY AS r(area, no),
  LATERAL (SELECT ST_SetSRID(ST_GeomFromGeoJSON(json_build_object('type', 'MultiPolygon', 'coordinates', r.area -> 'outline')::text), 4326) AS g) s`;

/** Size, soundness and distance of areas, in their order. */
export function measureAreas(tx: EntityManager, areas: readonly ToMeasure[]): Promise<Measured[]> {
  return tx.query(
    `SELECT CASE WHEN ST_IsValid(s.g) THEN NULL ELSE ST_IsValidReason(s.g) END AS fault,
            CASE WHEN ST_IsValid(s.g) THEN ST_Area(s.g::geography) / 1e6 ELSE 0 END AS "areaKm2",
            (SELECT min(ST_Distance(t.seat, s.g::geography)) / 1000 FROM townships t) AS "farKm",
            (SELECT ST_Distance(t.seat, s.g::geography) FROM townships t WHERE t.code = r.area ->> 'townshipCode') AS "seatOutsideMeters"
     FROM ${GIVEN} ORDER BY r.no`,
    [JSON.stringify(areas)],
  );
}

/** Pairs of areas that overlap, by their place in the list, and by how much. Only sound ones are asked about. */
export function overlapsOf(
  tx: EntityManager,
  areas: readonly ToMeasure[],
): Promise<{ a: number; b: number; km2: number }[]> {
  return tx.query(
    `WITH given AS (SELECT r.no::int - 1 AS no, s.g FROM ${GIVEN} WHERE ST_IsValid(s.g))
     SELECT a.no AS a, b.no AS b, ST_Area(ST_Intersection(a.g, b.g)::geography) / 1e6 AS km2
     FROM given a JOIN given b ON a.no < b.no AND ST_Intersects(a.g, b.g)
     WHERE ST_Area(ST_Intersection(a.g, b.g)::geography) > $2 ORDER BY a.no, b.no`,
    [JSON.stringify(areas), LEAST_OVERLAP_M2],
  );
}

/** Neighbours surveyed apart overlap by slivers; less than this is not worth a word, in m². 本县约定 */
const LEAST_OVERLAP_M2 = 10_000;
