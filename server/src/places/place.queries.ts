import type { LonLat } from '@liandong/shared/basics';
import type { PlaceView } from '@liandong/shared/place';
import type { DataSource, EntityManager } from 'typeorm';
import { lonLatSql } from '../database/columns.js';

type Source = EntityManager | DataSource;

const VIEW = `p.code, p.name, p.aliases, p.kind, p.township_code AS "townshipCode", t.name AS "townshipName",
  ${lonLatSql('p.location')} AS location, p.grade, p.basis, p.retired_at AS "retiredAt"`;
const FROM = 'FROM places p JOIN townships t ON t.code = p.township_code';

const shown = (row: PlaceView & { retiredAt: Date | null }): PlaceView => ({
  ...row,
  retiredAt: row.retiredAt ? new Date(row.retiredAt).toISOString() : null,
});

export async function findPlace(tx: Source, code: string): Promise<PlaceView | undefined> {
  const [row] = await tx.query(`SELECT ${VIEW} ${FROM} WHERE p.code = $1`, [code]);
  return row && shown(row);
}

/** Every place, retired ones too. */
export async function allPlaces(tx: Source): Promise<PlaceView[]> {
  return (await tx.query(`SELECT ${VIEW} ${FROM} ORDER BY p.code`)).map(shown);
}

export interface PlacesAsked {
  kind?: string | undefined;
  township?: string | undefined;
  retired?: '1' | undefined;
  page: number;
  limit: number;
}

/** A page of the register in the order of codes. */
export async function pageOfPlaces(tx: Source, asked: PlacesAsked): Promise<{ items: PlaceView[]; total: number }> {
  const where = `WHERE ($1::text IS NULL OR p.kind = $1) AND ($2::text IS NULL OR p.township_code = $2)
    AND (p.retired_at IS NOT NULL) = $3`;
  const known = [asked.kind ?? null, asked.township ?? null, asked.retired === '1'];
  const [{ total }] = await tx.query(`SELECT count(*)::int AS total ${FROM} ${where}`, known);
  const rows = await tx.query(`SELECT ${VIEW} ${FROM} ${where} ORDER BY p.code LIMIT $4 OFFSET $5`, [
    ...known,
    asked.limit,
    (asked.page - 1) * asked.limit,
  ]);
  return { items: rows.map(shown), total };
}

/** In which township each point lies; null outside the county. */
export async function townshipsAt(tx: Source, points: readonly LonLat[]): Promise<(string | null)[]> {
  const rows: { code: string | null }[] = await tx.query(
    `SELECT (SELECT t.code FROM townships t, (SELECT ST_SetSRID(ST_MakePoint(p.lon, p.lat), 4326) AS at) g
             WHERE ST_Covers(t.outline::geometry, g.at)
               AND NOT EXISTS (SELECT 1 FROM areas a WHERE a.kind = 'county' AND NOT ST_Covers(a.outline::geometry, g.at))
             ORDER BY t.code LIMIT 1) AS code
     FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS p(lon, lat, no) ORDER BY p.no`,
    [points.map(({ lon }) => lon), points.map(({ lat }) => lat)],
  );
  return rows.map(({ code }) => code);
}
