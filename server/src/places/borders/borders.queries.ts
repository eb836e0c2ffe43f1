import type { BordersView } from '@liandong/shared/place';
import type { DataSource, EntityManager } from 'typeorm';

/** The boundaries in force, with their sizes. */
export async function readBorders(tx: EntityManager | DataSource): Promise<BordersView> {
  const areas: (BordersView['grids'][number] & { kind: string })[] = await tx.query(
    `SELECT code, kind, name, township_code AS "townshipCode", basis, ST_Area(outline) / 1e6 AS "areaKm2",
            ST_AsGeoJSON(outline)::json -> 'coordinates' AS outline FROM areas ORDER BY code`,
  );
  const townships: BordersView['townships'] = await tx.query(
    `SELECT code, name, ST_Area(outline) / 1e6 AS "areaKm2", outline_basis AS basis,
            ST_Area(seat_area) / 1e6 AS "seatAreaKm2", seat_radius_meters AS "seatRadiusMeters"
     FROM townships ORDER BY code`,
  );
  const county = areas.find(({ kind }) => kind === 'county');
  return {
    county: county
      ? { code: county.code, name: county.name, areaKm2: county.areaKm2, outline: county.outline, basis: county.basis }
      : null,
    grids: areas.filter(({ kind }) => kind === 'grid').map(({ kind: _, ...grid }) => grid),
    townships,
  };
}
