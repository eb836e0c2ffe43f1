import type { EditStrengthRule as Wanted } from '@liandong/shared/register';
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
import { StrengthRule } from './strength.entity.js';
import { strengthRuleVersions } from './strength.queries.js';

/** New versions of 人员保障, and taking back those that have not come into effect. */
@Injectable()
export class EditStrengthRule {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A team may get a rule of its own this way. @throws Problem not-found (no such team), bad-request (back in time) */
  run(scope: string, wanted: Wanted, actor: Actor): Promise<StrengthRule> {
    return this.transactions.run(async (tx) => {
      await refuseUnknownTeam(tx, scope);
      const versions = await lockVersions(tx, scope);
      const now = this.clock.now();
      const effectiveFrom = effectOf(wanted.effectiveFrom, now);
      if (wanted.minimum === null && !scope.startsWith('team-'))
        throw Problem.field('minimum', '只有单支队伍的规定可以取消');
      const rule = {
        scope,
        version: nextVersion(versions),
        ...content(wanted),
        effectiveFrom,
        editedBy: actor.name,
        editedAt: now,
        reason: wanted.reason,
        withdrawnAt: null,
      };
      await insertRows(tx, StrengthRule, [rule]);
      const replaced = inForce(versions, effectiveFrom);
      const change = { before: replaced ? content(replaced) : null, after: content(rule), reason: wanted.reason };
      await appendEvent(tx, { at: now, type: 'strength_rule.edited', actor, payload: { ...named(rule), ...change } });
      return rule;
    });
  }

  /** @throws Problem not-found, wrong-state (in effect, or withdrawn already) */
  withdraw(scope: string, version: number, reason: string, actor: Actor): Promise<StrengthRule> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const rule = versionToWithdraw(await lockVersions(tx, scope), version, now);
      await tx.update(StrengthRule, { scope, version }, { withdrawnAt: now });
      const change = { before: content(rule), after: null, reason };
      await appendEvent(tx, {
        at: now,
        type: 'strength_rule.withdrawn',
        actor,
        payload: { ...named(rule), ...change },
      });
      return { ...rule, withdrawnAt: now };
    });
  }
}

async function refuseUnknownTeam(tx: EntityManager, scope: string): Promise<void> {
  const code = /^team-(.+)$/.exec(scope)?.[1];
  if (!code) return;
  const [team] = await tx.query('SELECT 1 FROM teams WHERE code = $1', [code]);
  if (!team) throw new Problem('not-found', { detail: '没有这支队伍' });
}

/** All versions of one scope; who else wants to change it waits. */
async function lockVersions(tx: EntityManager, scope: string): Promise<StrengthRule[]> {
  await tx.query('SELECT 1 FROM strength_rules WHERE scope = $1 FOR UPDATE', [scope]);
  return (await strengthRuleVersions(tx)).filter((rule) => rule.scope === scope);
}

const named = ({ scope, version, effectiveFrom }: StrengthRule) => ({ scope, version, effectiveFrom });

const content = ({ minimum, basis, note }: Pick<StrengthRule, 'minimum' | 'basis' | 'note'>) => ({
  minimum,
  basis,
  note,
});
