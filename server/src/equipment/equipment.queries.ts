import type { EquipmentView } from '@liandong/shared/equipment';
import { localTime } from '@liandong/shared/local-time';
import type { DataSource, EntityManager } from 'typeorm';
import { lonLatSql } from '../database/columns.js';
import { readSettings } from '../settings/settings.queries.js';
import { checkIsDue, type EquipmentDays, expiryOf } from './equipment.rules.js';

type Row = Omit<EquipmentView, 'expiry' | 'checkDue' | 'checkedAt'> & { checkedAt: Date | null };

/** An item as the contract shows it, without what depends on the day. `e` is the item, `t` its team. */
export const EQUIPMENT_COLUMNS = `
  e.id, e.team_code AS "teamCode", t.short_name AS "teamName", e.category, e.name, e.quantity, e.unit, e.condition,
  e.place_text AS "placeText", ${lonLatSql('COALESCE(e.location, t.location)')} AS location,
  e.location IS NOT NULL AS "ownLocation", e.contact_name AS "contactName", e.contact_phone AS "contactPhone",
  e.expires_on AS "expiresOn", e.note, e.checked_at AS "checkedAt", e.checked_by AS "checkedBy"`;
export const EQUIPMENT_FROM = 'FROM equipment e LEFT JOIN teams t ON t.code = e.team_code';

/** Adds what depends on the day: whether it runs out, whether it has to be looked at. */
export type Dated = <T extends Row>(row: T) => T & Pick<EquipmentView, 'expiry' | 'checkDue' | 'checkedAt'>;

export async function datedBy(tx: EntityManager | DataSource, now: Date, zone: string): Promise<Dated> {
  const settings = await readSettings(tx);
  const days: EquipmentDays = { expiryDays: settings.equipmentExpiryDays, checkDays: settings.equipmentCheckDays };
  const { year, month, day } = localTime(now, zone);
  const today = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return ((row: Row) => ({
    ...row,
    expiry: expiryOf(row.expiresOn, today, days),
    checkDue: checkIsDue(row.checkedAt, now, days),
  })) as unknown as Dated;
}

/** What is in use, team by team; of one team, or all. */
export function listEquipment(tx: EntityManager | DataSource, teamCode: string | null): Promise<Row[]> {
  return tx.query(
    `SELECT ${EQUIPMENT_COLUMNS} ${EQUIPMENT_FROM}
     WHERE e.retired_at IS NULL AND ($1::text IS NULL OR e.team_code = $1)
     ORDER BY t.sort_order NULLS FIRST, e.category, e.name, e.id`,
    [teamCode],
  );
}

/** One item, retired or not. */
export async function readItem(tx: EntityManager | DataSource, id: string): Promise<Row> {
  const [row] = await tx.query(`SELECT ${EQUIPMENT_COLUMNS} ${EQUIPMENT_FROM} WHERE e.id = $1`, [id]);
  return row;
}
