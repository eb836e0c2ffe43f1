import type { EntityManager } from 'typeorm';
import { writeShifts } from '../../duty/write-shifts.js';
import { writePlaces } from '../../places/write-places.js';
import { writeTownships } from '../../places/write-townships.js';
import type { By } from '../../teams/write-teams.js';
import { writeVehicles } from '../../teams/write-vehicles.js';
import type { Plan, SheetPlan } from './plan.js';
import type { County } from './rows.js';
import { SHEET_KEYS, type SheetKey } from './sheets.js';
import {
  writeCountyFacts,
  writeEquipmentRows,
  writeExpertRows,
  writeMemberRows,
  writeTeamRows,
} from './write-county.js';

type Writer<K extends SheetKey> = (tx: EntityManager, rows: County[K][number][], by: By) => Promise<unknown>;

const WRITERS: { [K in SheetKey]: Writer<K> } = {
  county: writeCountyFacts,
  townships: writeTownships,
  teams: writeTeamRows,
  members: writeMemberRows,
  vehicles: writeVehicles,
  equipment: writeEquipmentRows,
  experts: writeExpertRows,
  places: writePlaces,
  shifts: writeShifts,
};

/** Rows are written this many at a time, so that what else the process has to do comes in between. */
export const AT_ONCE = 250;

/** Each sheet's rows that are written. */
export type Prepared = { key: SheetKey; rows: unknown[] }[];

export function prepareRows(plan: Plan): Prepared {
  return SHEET_KEYS.flatMap((key) => {
    const sheet = plan[key] as SheetPlan<unknown> | undefined;
    return sheet ? [{ key, rows: [...sheet.added, ...sheet.changed, ...sheet.retired] }] : [];
  });
}

/** Write the rows in the order in which they need each other. @param onWritten told how many have been */
export async function writePlan(
  tx: EntityManager,
  prepared: Prepared,
  by: By,
  onWritten: (rows: number) => void,
): Promise<void> {
  let written = 0;
  for (const { key, rows } of prepared) {
    const write = WRITERS[key] as Writer<SheetKey>;
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const slice = rows.slice(at, at + AT_ONCE);
      await write(tx, slice as never, by);
      written += slice.length;
      onWritten(written);
    }
  }
}
