import type { EditRule as Wanted } from '@liandong/shared/response-rule';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { ResponseRule } from './response-rule.entity.js';
import { ruleVersions } from './rules-in-force.queries.js';
import { effectOf, versionToWithdraw } from './version-problems.js';
import { inForce, nextVersion } from './versions.rules.js';

/** New versions of a rule of 快速反应机制, and taking back those that have not come into effect. */
@Injectable()
export class EditRule {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What the rule is about stands; minutes, measure and basis are new. @throws Problem not-found, bad-request (back in time) */
  run(ruleNo: number, wanted: Wanted, actor: Actor): Promise<ResponseRule> {
    return this.transactions.run(async (tx) => {
      const versions = await lockVersions(tx, ruleNo);
      const now = this.clock.now();
      const rule = newVersion(versions, wanted, actor, now);
      await insertRows(tx, ResponseRule, [rule]);
      const replaced = inForce(versions, rule.effectiveFrom);
      const change = { before: replaced ? content(replaced) : null, after: content(rule), reason: wanted.reason };
      await appendEvent(tx, { at: now, type: 'rules.edited', actor, payload: { ...named(rule), ...change } });
      return rule;
    });
  }

  /** @throws Problem not-found, wrong-state (in effect, or withdrawn already) */
  withdraw(ruleNo: number, version: number, reason: string, actor: Actor): Promise<ResponseRule> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const rule = versionToWithdraw(await lockVersions(tx, ruleNo), version, now);
      await tx.update(ResponseRule, { ruleNo, version }, { withdrawnAt: now });
      const change = { before: content(rule), after: null, reason };
      await appendEvent(tx, { at: now, type: 'rules.withdrawn', actor, payload: { ...named(rule), ...change } });
      return { ...rule, withdrawnAt: now };
    });
  }
}

/** All versions of one rule; who else wants to change it waits. @throws Problem not-found */
async function lockVersions(tx: EntityManager, ruleNo: number): Promise<ResponseRule[]> {
  await tx.query('SELECT 1 FROM response_rules WHERE rule_no = $1::bigint FOR UPDATE', [ruleNo]);
  const versions = (await ruleVersions(tx)).filter((rule) => rule.ruleNo === ruleNo);
  if (versions.length === 0) throw new Problem('not-found', { detail: '没有这条规则' });
  return versions;
}

function newVersion(versions: readonly ResponseRule[], wanted: Wanted, actor: Actor, now: Date): ResponseRule {
  const { ruleNo, teamFrom, incidentIn } = versions[0]!;
  return {
    ruleNo,
    version: nextVersion(versions),
    teamFrom,
    incidentIn,
    ...content(wanted),
    effectiveFrom: effectOf(wanted.effectiveFrom, now),
    editedBy: actor.name,
    editedAt: now,
    reason: wanted.reason,
    withdrawnAt: null,
  };
}

const named = ({ ruleNo, version, effectiveFrom }: ResponseRule) => ({ ruleNo, version, effectiveFrom });

const content = ({ measure, daySeconds, nightSeconds, basis, note }: Omit<Wanted, 'effectiveFrom' | 'reason'>) => ({
  measure,
  daySeconds,
  nightSeconds,
  basis,
  note,
});
