import type {
  AddEquipment,
  CheckEquipment,
  EquipmentBody,
  EquipmentView,
  EditEquipment as Wanted,
} from '@liandong/shared/equipment';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { toPoint } from '../database/columns.js';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { Equipment } from './equipment.entity.js';
import { datedBy, readItem } from './equipment.queries.js';

type What = 'added' | 'edited' | 'checked' | 'retired';
type Known = Pick<Equipment, 'id' | 'teamCode' | 'name' | 'retiredAt'>;

/** Keeping the list of equipment: a team keeps its own, the administrator all. Every change is an event with before and after. */
@Injectable()
export class EditEquipment {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem bad-request (no such team), not-allowed. The same clientId twice is one item. */
  add({ clientId, teamCode, ...body }: AddEquipment, actor: Actor): Promise<EquipmentView> {
    refuseForeignTeam(teamCode, actor);
    return this.transactions.run(async (tx) => {
      const known = await lockItem(tx, clientId);
      if (known) {
        refuseForeignTeam(known.teamCode, actor);
        return this.view(tx, clientId);
      }
      await refuseUnknownTeam(tx, teamCode);
      await insertRows(tx, Equipment, [{ id: clientId, teamCode, ...columns(body) }]);
      return this.tell(tx, clientId, 'added', { before: null }, actor);
    });
  }

  /** @throws Problem not-found, not-allowed, wrong-state (retired) */
  edit(id: string, { reason, ...body }: Wanted, actor: Actor): Promise<EquipmentView> {
    return this.change(id, 'edited', columns(body), reason, actor);
  }

  /** @throws Problem not-found, not-allowed, wrong-state (retired) */
  check(id: string, { quantity, condition }: CheckEquipment, actor: Actor): Promise<EquipmentView> {
    const seen = { quantity, condition, checkedAt: this.clock.now(), checkedBy: actor.name };
    return this.change(id, 'checked', seen, undefined, actor);
  }

  /** @throws Problem not-found, not-allowed, wrong-state (retired already) */
  retire(id: string, reason: string, actor: Actor): Promise<EquipmentView> {
    return this.change(id, 'retired', { retiredAt: this.clock.now() }, reason, actor);
  }

  private change(id: string, what: What, values: Partial<Equipment>, reason: string | undefined, actor: Actor) {
    return this.transactions.run(async (tx) => {
      const item = await lockItem(tx, id);
      if (!item) throw new Problem('not-found', { detail: '没有这件装备物资' });
      refuseForeignTeam(item.teamCode, actor);
      if (item.retiredAt) throw new Problem('wrong-state', { detail: '已经销账', state: 'retired' });
      const before = content(await this.view(tx, id));
      await tx.update(Equipment, { id }, values);
      return this.tell(tx, id, what, { before, ...(reason ? { reason } : {}) }, actor);
    });
  }

  private async tell(
    tx: EntityManager,
    id: string,
    what: What,
    change: { before: object | null; reason?: string },
    actor: Actor,
  ): Promise<EquipmentView> {
    const view = await this.view(tx, id);
    const after = what === 'retired' ? null : content(view);
    const { name, teamCode, teamName } = view;
    await appendEvent(tx, {
      at: this.clock.now(),
      type: `equipment.${what}`,
      actor,
      teamCode,
      payload: { equipmentId: id, name, teamName, ...change, after },
    });
    return view;
  }

  private async view(tx: EntityManager, id: string): Promise<EquipmentView> {
    const dated = await datedBy(tx, this.clock.now(), this.config.COUNTY_TZ);
    return dated(await readItem(tx, id)) as unknown as EquipmentView;
  }
}

async function lockItem(tx: EntityManager, id: string): Promise<Known | null> {
  const [row] = await tx.query(
    `SELECT id, team_code AS "teamCode", name, retired_at AS "retiredAt" FROM equipment WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** @throws Problem not-allowed */
function refuseForeignTeam(teamCode: string | null, actor: Actor): void {
  if (actor.role === 'team' && actor.teamCode !== teamCode)
    throw new Problem('not-allowed', { detail: '这不是本队的装备物资' });
}

/** @throws Problem bad-request */
async function refuseUnknownTeam(tx: EntityManager, teamCode: string | null): Promise<void> {
  if (teamCode === null) return;
  const [team] = await tx.query('SELECT 1 FROM teams WHERE code = $1 AND retired_at IS NULL', [teamCode]);
  if (!team) throw Problem.field('teamCode', '没有这支队伍');
}

const columns = ({ location, ...body }: EquipmentBody) => ({ ...body, location: location && toPoint(location) });

const content = ({ id: _, teamName: __, expiry: ___, checkDue: ____, ...kept }: EquipmentView) => kept;
