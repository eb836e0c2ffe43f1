import type { NewEvent } from '../events/append-event.js';
import { whatHappened } from './change.rules.js';
import type { VehicleContent } from './contents.queries.js';
import type { By } from './write-teams.js';

/** What became of a vehicle, for the log; null: it is as it was. */
export function vehicleEvent(
  id: string,
  before: VehicleContent | undefined,
  after: VehicleContent,
  { at, actor, reason }: By,
): NewEvent | null {
  const happened = whatHappened(before, after);
  if (!happened) return null;
  const payload = { vehicleId: id, subject: after.plate, before: before ?? null, after, reason };
  return { at, type: `team.vehicle_${happened}`, actor, teamCode: after.teamCode, payload };
}
