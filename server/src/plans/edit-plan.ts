import type { CreatePlan, EditPlan as Wanted } from '@liandong/shared/plan';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { effectOf, versionToWithdraw } from '../targets/version-problems.js';
import { inForce, nextVersion } from '../targets/versions.rules.js';
import { ResponsePlan } from './plan.entity.js';
import { planVersions } from './plan.queries.js';
import { checkPlan } from './plan-checks.js';

/** Plans of their own, new versions of a plan, and taking back those that have not come into effect. */
@Injectable()
export class EditPlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A plan beside the others of its type; sent twice it is one. @throws Problem bad-request */
  create({ typeCode, clientId, ...wanted }: CreatePlan, actor: Actor): Promise<ResponsePlan> {
    return this.transactions.run(async (tx) => {
      await lockPlans(tx);
      const all = await planVersions(tx);
      const before = all.find((plan) => plan.clientId === clientId);
      if (before) return before;
      const [type] = await tx.query('SELECT 1 FROM incident_types WHERE code = $1', [typeCode]);
      if (!type) throw Problem.field('typeCode', '没有这个警情类型');
      return this.write(tx, { code: freeCode(all, typeCode), typeCode, clientId, versions: [], wanted, actor });
    });
  }

  /** Which type it is for stands; everything else is new. @throws Problem not-found, bad-request */
  edit(code: string, wanted: Wanted, actor: Actor): Promise<ResponsePlan> {
    return this.transactions.run(async (tx) => {
      await lockPlans(tx);
      const versions = await planVersions(tx, { code });
      const [newest] = versions;
      if (!newest) throw new Problem('not-found', { detail: '没有这份预案' });
      return this.write(tx, { code, typeCode: newest.typeCode, clientId: null, versions, wanted, actor });
    });
  }

  /** @throws Problem not-found, wrong-state (in effect, or withdrawn already) */
  withdraw(code: string, version: number, reason: string, actor: Actor): Promise<ResponsePlan> {
    return this.transactions.run(async (tx) => {
      await lockPlans(tx);
      const now = this.clock.now();
      const plan = versionToWithdraw(await planVersions(tx, { code }), version, now);
      await tx.update(ResponsePlan, { code, version }, { withdrawnAt: now });
      const payload = { ...named(plan), before: content(plan), after: null, reason };
      await appendEvent(tx, { at: now, type: 'plan.withdrawn', actor, payload });
      return { ...plan, withdrawnAt: now };
    });
  }

  private async write(
    tx: EntityManager,
    {
      versions,
      wanted,
      actor,
      ...of
    }: Pick<ResponsePlan, 'code' | 'typeCode' | 'clientId'> & {
      versions: ResponsePlan[];
      wanted: Wanted;
      actor: Actor;
    },
  ): Promise<ResponsePlan> {
    const now = this.clock.now();
    const plan: ResponsePlan = {
      ...of,
      ...content(wanted),
      version: nextVersion(versions),
      effectiveFrom: effectOf(wanted.effectiveFrom, now),
      editedBy: actor.name,
      editedAt: now,
      reason: wanted.reason,
      withdrawnAt: null,
    };
    await checkPlan(tx, wanted);
    await insertRows(tx, ResponsePlan, [plan]);
    const replaced = inForce(versions, plan.effectiveFrom);
    const change = { before: replaced ? content(replaced) : null, after: content(plan), reason: wanted.reason };
    await appendEvent(tx, { at: now, type: 'plan.edited', actor, payload: { ...named(plan), ...change } });
    return plan;
  }
}

/** Who else wants to change a plan waits. */
const lockPlans = (tx: EntityManager) => tx.query('SELECT 1 FROM response_plans FOR UPDATE');

/** The first plan of a type bears its code; those beside it are numbered. */
function freeCode(plans: readonly ResponsePlan[], typeCode: string): string {
  const taken = new Set(plans.map(({ code }) => code));
  if (!taken.has(typeCode)) return typeCode;
  let number = 2;
  while (taken.has(`${typeCode}-${number}`)) number += 1;
  return `${typeCode}-${number}`;
}

const named = ({ code, version, effectiveFrom }: ResponsePlan) => ({ code, version, effectiveFrom });

const content = (plan: Pick<ResponsePlan, Exclude<keyof Wanted, 'reason' | 'effectiveFrom'>>) => ({
  name: plan.name,
  severities: plan.severities,
  townshipCodes: plan.townshipCodes,
  levels: plan.levels,
  taskText: plan.taskText,
  sceneCommand: plan.sceneCommand,
  basis: plan.basis,
  retired: plan.retired,
});
