import type { TownshipView } from '@liandong/shared/place';
import type { DataSource, EntityManager } from 'typeorm';
import { lonLatSql } from '../database/columns.js';

const ringSql = (column: string): string => `ST_AsGeoJSON(${column})::json -> 'coordinates' -> 0`;

/** Every township with its seat, seat area and outline. */
export function readTownships(tx: EntityManager | DataSource): Promise<TownshipView[]> {
  return tx.query(
    `SELECT code, name, urban, ${lonLatSql('seat')} AS seat,
            seat_grade AS "seatGrade", seat_radius_meters AS "seatRadiusMeters", ${ringSql('seat_area')} AS "seatArea",
            ST_AsGeoJSON(outline)::json -> 'coordinates' AS outline, outline_basis AS "outlineBasis"
     FROM townships ORDER BY code`,
  );
}
