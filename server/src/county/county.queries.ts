import type { DataSource, EntityManager } from 'typeorm';
import type { Config } from '../config.js';
import type { CountyRow } from './imports/rows.js';

export interface KnownCounty extends CountyRow {
  rulesConfirmedAt: Date | null;
  rulesConfirmedBy: string | null;
  inServiceAt: Date | null;
}

/** What is known of the county itself; null before anything was said. */
export async function readKnownCounty(tx: EntityManager | DataSource): Promise<KnownCounty | null> {
  const [row] = await tx.query(
    `SELECT name, title, centre_phone AS "centrePhone", zone, rules_confirmed_at AS "rulesConfirmedAt",
            rules_confirmed_by AS "rulesConfirmedBy", in_service_at AS "inServiceAt" FROM county`,
  );
  return row ?? null;
}

/** Whatever the county has not said of itself stands as the process has it. */
export function countyAsIs(known: KnownCounty | null, config: Config): CountyRow {
  return {
    name: known?.name ?? '',
    title: known?.title || config.COUNTY_NAME,
    centrePhone: known?.centrePhone || config.CENTRE_PHONE,
    zone: known?.zone || config.COUNTY_TZ,
  };
}
