import type { EntityManager } from 'typeorm';
import { toPoint } from '../../database/columns.js';
import { insertRows } from '../../database/insert-rows.js';
import { DutyShift } from '../../teams/team.entity.js';
import type { County } from './rows.js';

type Row<K extends keyof County> = County[K][number];

/** The county's own facts; what of its setting up was done stays done. */
export async function writeCountyFacts(tx: EntityManager, [facts]: readonly Row<'county'>[]): Promise<void> {
  if (!facts) return;
  await tx.query(
    `INSERT INTO county (id, name, title, centre_phone, zone) VALUES (1, $1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title, centre_phone = excluded.centre_phone, zone = excluded.zone`,
    [facts.name, facts.title, facts.centrePhone, facts.zone],
  );
}

/** Shifts are added; one that is there already may end at another time. */
export async function writeShifts(tx: EntityManager, rows: readonly Row<'shifts'>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query('DELETE FROM duty_shifts WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
  const shifts = rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
  await insertRows(tx, DutyShift, shifts);
}

/** A row's point as GeoJSON. */
export const pointOf = <T extends { lon: number; lat: number }>({ lon, lat }: T) => toPoint({ lon, lat });
