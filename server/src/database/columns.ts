import type { ColumnOptions } from 'typeorm';

/** A point on the earth, WGS-84, as GeoJSON in code. */
export const POINT: ColumnOptions = { type: 'geography', spatialFeatureType: 'Point', srid: 4326 };
export interface GeoPoint {
  type: 'Point';
  coordinates: [lon: number, lat: number];
}

export const toPoint = (at: { lon: number; lat: number }): GeoPoint => ({
  type: 'Point',
  coordinates: [at.lon, at.lat],
});

/** SQL for a point column as the API shows it: `{lon, lat}` or null. */
export const lonLatSql = (column: string): string =>
  `CASE WHEN ${column} IS NULL THEN NULL ELSE json_build_object('lon', ST_X(${column}::geometry), 'lat', ST_Y(${column}::geometry)) END`;
