import type { EntityManager } from 'typeorm';
import { appendEvents } from '../events/append-event.js';
import { readVehicleContents } from './contents.queries.js';
import type { TeamVehicle } from './team.entity.js';
import { vehicleEvent } from './vehicle-event.js';
import type { By } from './write-teams.js';

/** A vehicle as a list brings it. */
export type VehicleToWrite = Omit<TeamVehicle, 'version' | 'retiredAt'>;

/** Insert vehicles, or replace those whose id is there: a retired one is in use again; each change is an event. */
export async function writeVehicles(tx: EntityManager, rows: readonly VehicleToWrite[], by: By): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const before = await readVehicleContents(tx, ids);
  await tx.query(
    `INSERT INTO team_vehicles AS v (id, team_code, plate, kind, seats, tracker_id, note)
     SELECT id, "teamCode", plate, kind, seats, "trackerId", note
     FROM json_to_recordset($1::json) AS r(id uuid, "teamCode" text, plate text, kind text, seats integer, "trackerId" text, note text)
     ON CONFLICT (id) DO UPDATE SET team_code = excluded.team_code, plate = excluded.plate, kind = excluded.kind,
       seats = excluded.seats, tracker_id = excluded.tracker_id, note = excluded.note, retired_at = NULL, version = v.version + 1`,
    [JSON.stringify(rows)],
  );
  const after = await readVehicleContents(tx, ids);
  await appendEvents(
    tx,
    ids.flatMap((id) => vehicleEvent(id, before.get(id), after.get(id)!, by) ?? []),
  );
}
