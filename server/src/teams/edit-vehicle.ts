import type { AddVehicle, RegisterChange, EditVehicle as Wanted } from '@liandong/shared/register';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { changed } from './answer.js';
import { readVehicleContents, type VehicleContent } from './contents.queries.js';
import { holdActiveTeam, refuseRetired, refuseStale } from './held.js';
import { TeamVehicle } from './team.entity.js';
import { vehicleEvent } from './vehicle-event.js';
import type { By } from './write-teams.js';

/** A team's vehicles and what their trackers report under. */
@Injectable()
export class EditVehicle {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The same `clientId` again is the same vehicle. @throws Problem not-found, not-allowed, bad-request (a tracker in use) */
  add(code: string, { clientId: id, reason, ...vehicle }: AddVehicle, actor: Actor): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      await holdActiveTeam(tx, code, actor);
      const at = this.clock.now();
      const known = (await readVehicleContents(tx, [id])).get(id);
      if (known && known.teamCode !== code) throw Problem.field('clientId', '这个编号已是另一辆车');
      if (known) return changed(tx, code, at);
      await refuseTracker(tx, id, vehicle.trackerId);
      await insertRows(tx, TeamVehicle, [{ id, teamCode: code, ...vehicle }]);
      await tell(tx, id, undefined, { at, actor, reason });
      return changed(tx, code, at, await plateWarnings(tx, id, vehicle.plate));
    });
  }

  /** @throws Problem not-found, not-allowed, bad-request, wrong-state */
  run(id: string, { baseVersion, reason, ...fields }: Wanted, actor: Actor): Promise<RegisterChange> {
    return this.change(id, actor, reason, async (tx, { version, retiredAt, before }) => {
      refuseRetired({ retiredAt }, before.plate);
      refuseStale(version, baseVersion);
      await refuseTracker(tx, id, fields.trackerId ?? null);
      return fields;
    });
  }

  /** @throws Problem not-found, not-allowed, wrong-state */
  setRetired(id: string, retired: boolean, reason: string, actor: Actor): Promise<RegisterChange> {
    return this.change(id, actor, reason, async (tx, { retiredAt, before }) => {
      if ((retiredAt !== null) === retired)
        throw new Problem('wrong-state', {
          state: retired ? 'retired' : 'active',
          detail: retired ? '这辆车已经停用' : '这辆车并未停用',
        });
      if (!retired) await refuseTracker(tx, id, before.trackerId);
      return { retiredAt: retired ? this.clock.now() : null };
    });
  }

  private change(
    id: string,
    actor: Actor,
    reason: string,
    decide: (tx: EntityManager, held: Held) => Promise<Partial<TeamVehicle>>,
  ): Promise<RegisterChange> {
    return this.transactions.run(async (tx) => {
      const before = (await readVehicleContents(tx, [id])).get(id);
      if (!before) throw new Problem('not-found', { detail: '没有这辆车' });
      await holdActiveTeam(tx, before.teamCode, actor);
      const [row] = await tx.query('SELECT version, retired_at AS "retiredAt" FROM team_vehicles WHERE id = $1', [id]);
      const fields = await decide(tx, { ...row, before });
      await tx.update(TeamVehicle, { id }, { ...fields, version: row.version + 1 });
      const at = this.clock.now();
      await tell(tx, id, before, { at, actor, reason });
      return changed(tx, before.teamCode, at, fields.plate ? await plateWarnings(tx, id, fields.plate) : []);
    });
  }
}

interface Held {
  version: number;
  retiredAt: Date | null;
  before: VehicleContent;
}

async function tell(tx: EntityManager, id: string, before: VehicleContent | undefined, by: By): Promise<void> {
  const after = (await readVehicleContents(tx, [id])).get(id)!;
  const event = vehicleEvent(id, before, after, by);
  if (event) await appendEvent(tx, event);
}

/** A tracker tells where one vehicle is. @throws Problem bad-request */
async function refuseTracker(tx: EntityManager, id: string, trackerId: string | null): Promise<void> {
  const [other] = await tx.query(
    'SELECT plate FROM team_vehicles WHERE tracker_id = $1 AND id <> $2 AND retired_at IS NULL',
    [trackerId, id],
  );
  if (other) throw Problem.field('trackerId', `这个定位终端已装在 ${other.plate} 上`);
}

async function plateWarnings(tx: EntityManager, id: string, plate: string): Promise<string[]> {
  const others: { owner: string }[] = await tx.query(
    `SELECT t.short_name AS owner FROM team_vehicles v JOIN teams t ON t.code = v.team_code
     WHERE v.plate = $1 AND v.id <> $2 AND v.retired_at IS NULL`,
    [plate, id],
  );
  return others.map(({ owner }) => `${plate} 也登记在${owner}名下`);
}
