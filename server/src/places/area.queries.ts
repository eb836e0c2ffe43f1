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

/**
 * A surveyed outline is believed. A sketched one reaches no further than the county's outline, where that is known; and a
 * point within the county that no outline covers (a sliver between two) lies in the township nearest to it.
 */
async function atPoint(tx: EntityManager, { lon, lat }: LonLat) {
  const rows = await tx.query(
    `SELECT code, name, urban, coalesce(ST_Covers(seat_area, p.at), ST_DWithin(seat, p.at, seat_radius_meters)) AS "inSeatArea"
     FROM townships, (SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography AS at) p
     WHERE ST_Covers(outline, p.at)
       AND (outline_basis <> '示意' OR NOT EXISTS (SELECT 1 FROM areas WHERE kind = 'county' AND NOT ST_Covers(areas.outline, p.at)))
     ORDER BY outline_basis = '示意', ST_Distance(seat, p.at) LIMIT 1`,
    [lon, lat],
  );
  return rows.length > 0 ? rows : nearestWithinCounty(tx, { lon, lat });
}

const nearestWithinCounty = (tx: EntityManager, { lon, lat }: LonLat) =>
  tx.query(
    `SELECT code, name, urban, coalesce(ST_Covers(seat_area, p.at), ST_DWithin(seat, p.at, seat_radius_meters)) AS "inSeatArea"
     FROM townships, (SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography AS at) p
     WHERE EXISTS (SELECT 1 FROM areas WHERE kind = 'county' AND ST_Covers(areas.outline, p.at))
     ORDER BY ST_Distance(townships.outline, p.at) LIMIT 1`,
    [lon, lat],
  );

function byCode(tx: EntityManager, code: string | null) {
  return code === null ? [] : tx.query('SELECT code, name, urban FROM townships WHERE code = $1', [code]);
}
