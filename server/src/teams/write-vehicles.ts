import type { EntityManager } from 'typeorm';
import type { TeamVehicle } from './team.entity.js';

/** A vehicle as a list brings it. */
export type VehicleToWrite = Omit<TeamVehicle, 'version' | 'retiredAt'>;

/** Insert vehicles, or replace those whose id is there: a retired one is in use again. Whoever brings the list says so once. */
export async function writeVehicles(tx: EntityManager, rows: readonly VehicleToWrite[]): Promise<void> {
  await tx.query(
    `INSERT INTO team_vehicles AS v (id, team_code, plate, kind, seats, tracker_id, note)
     SELECT id, "teamCode", plate, kind, seats, "trackerId", note
     FROM json_to_recordset($1::json) AS r(id uuid, "teamCode" text, plate text, kind text, seats integer, "trackerId" text, note text)
     ON CONFLICT (id) DO UPDATE SET team_code = excluded.team_code, plate = excluded.plate, kind = excluded.kind,
       seats = excluded.seats, tracker_id = excluded.tracker_id, note = excluded.note, retired_at = NULL, version = v.version + 1`,
    [JSON.stringify(rows)],
  );
}
