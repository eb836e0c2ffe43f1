import type { PLACE_KINDS } from '@liandong/shared/place';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/ids.js';

/** A place to be written; without a code it gets one. The point is WGS-84. */
export interface PlaceToWrite {
  code?: string;
  name: string;
  aliases: readonly string[];
  kind: (typeof PLACE_KINDS)[number];
  townshipCode: string;
  lon: number;
  lat: number;
  grade: string;
  basis: string;
}

/** A code of the house's own, for a place that comes without one: the last, random part of an id. */
export const newPlaceCode = (id = newId()): string => `W-${id.slice(-12)}`;

/** Insert places, or replace those whose code is there: a retired one is in use again. Answers the codes, in the rows' order. */
export async function writePlaces(tx: EntityManager, rows: readonly PlaceToWrite[]): Promise<string[]> {
  const coded = rows.map((row) => ({ ...row, code: row.code ?? newPlaceCode() }));
  await tx.query(
    `INSERT INTO places (code, name, aliases, kind, township_code, location, grade, basis)
     SELECT r.code, r.name, r.aliases, r.kind, r."townshipCode", ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326)::geography, r.grade, r.basis
     FROM json_to_recordset($1::json) AS r(code text, name text, aliases text[], kind text, "townshipCode" text,
       lon float8, lat float8, grade text, basis text)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, aliases = excluded.aliases, kind = excluded.kind,
       township_code = excluded.township_code, location = excluded.location, grade = excluded.grade,
       basis = excluded.basis, retired_at = NULL`,
    [JSON.stringify(coded)],
  );
  return coded.map(({ code }) => code);
}
