import type { AddExpert, ExpertBody, ExpertView, EditExpert as Wanted } from '@liandong/shared/expert';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { toRegistered } from '../platform/phone.rules.js';
import { Problem } from '../platform/problem.js';
import { Expert } from './expert.entity.js';
import { findExpert } from './expert.queries.js';

/** Who is in the expert group. Whoever leaves it stays on record. */
@Injectable()
export class EditExpert {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The same clientId twice is one expert. */
  add({ clientId, ...body }: AddExpert, actor: Actor): Promise<ExpertView> {
    return this.transactions.run(async (tx) => {
      const known = await findExpert(tx, clientId);
      if (known) return content(known);
      await insertRows(tx, Expert, [{ id: clientId, ...columns(body) }]);
      return this.tell(tx, clientId, 'added', { before: null }, actor);
    });
  }

  /** @throws Problem not-found, wrong-state (left the group) */
  edit(id: string, { reason, ...body }: Wanted, actor: Actor): Promise<ExpertView> {
    return this.change(id, 'edited', columns(body), reason, actor);
  }

  /** @throws Problem not-found, wrong-state (left already) */
  retire(id: string, reason: string, actor: Actor): Promise<ExpertView> {
    return this.change(id, 'retired', { retiredAt: this.clock.now() }, reason, actor);
  }

  private change(
    id: string,
    what: 'edited' | 'retired',
    values: Partial<Expert>,
    reason: string | undefined,
    actor: Actor,
  ): Promise<ExpertView> {
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM experts WHERE id = $1 FOR UPDATE', [id]);
      const known = await findExpert(tx, id);
      if (!known) throw new Problem('not-found', { detail: '没有这位专家' });
      if (known.retiredAt) throw new Problem('wrong-state', { detail: '这位专家已退出专家组', state: 'retired' });
      await tx.update(Expert, { id }, values);
      return this.tell(tx, id, what, { before: content(known), ...(reason ? { reason } : {}) }, actor);
    });
  }

  private async tell(tx: EntityManager, id: string, what: string, change: object, actor: Actor): Promise<ExpertView> {
    const view = content((await findExpert(tx, id))!);
    const after = what === 'retired' ? null : view;
    const payload = { expertId: id, name: view.name, ...change, after };
    await appendEvent(tx, { at: this.clock.now(), type: `expert.${what}`, actor, payload });
    return view;
  }
}

const content = ({ retiredAt: _, ...view }: ExpertView & { retiredAt: Date | null }): ExpertView => view;

const columns = (body: ExpertBody): ExpertBody => ({
  ...body,
  phone: toRegistered(body.phone),
  morePhones: body.morePhones.map((more) => ({ ...more, phone: toRegistered(more.phone) })),
});
