import type { LonLat } from '@liandong/shared/basics';
import type { EntityManager } from 'typeorm';

/**
 * Where a point or a named township lies. `townshipCode` null with `located` true: outside the county.
 * `inSeatArea`: within the line drawn round its seat, or where there is none within the radius; null without a point.
 */
export interface Area {
  located: boolean;
  townshipCode: string | null;
  townshipName: string | null;
  urban: boolean;
  inSeatArea: boolean | null;
}

export const NOWHERE: Area = { located: false, townshipCode: null, townshipName: null, urban: false, inSeatArea: null };

/** @param place a point (wins) or a township's code */
export async function findArea(
  tx: EntityManager,
  place: { location: LonLat | null; townshipCode: string | null },
): Promise<Area> {
  const [row] = place.location ? await atPoint(tx, place.location) : await byCode(tx, place.townshipCode);
  if (!row) return { ...NOWHERE, located: place.location !== null };
  return {
    located: place.location !== null,
    townshipCode: row.code,
    townshipName: row.name,
    urban: row.urban,
    inSeatArea: row.inSeatArea ?? null,
  };
}

function atPoint(tx: EntityManager, { lon, lat }: LonLat) {
  return tx.query(
    `SELECT code, name, urban, coalesce(ST_Covers(seat_area, p.at), ST_DWithin(seat, p.at, seat_radius_meters)) AS "inSeatArea"
     FROM townships, (SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography AS at) p
     WHERE ST_Covers(outline, p.at) ORDER BY ST_Distance(seat, p.at) LIMIT 1`,
    [lon, lat],
  );
}

function byCode(tx: EntityManager, code: string | null) {
  return code === null ? [] : tx.query('SELECT code, name, urban FROM townships WHERE code = $1', [code]);
}
